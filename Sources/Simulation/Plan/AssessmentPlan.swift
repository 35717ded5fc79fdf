// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// A sheet of indicators resolved into indices.
struct AssessmentPlan: Sendable {
  /// A metric by quarter, or the ratio of two.
  struct Item: Sendable {
    /// None where nothing in the scenario bears on it, or on what it is divided by.
    var metric: Int?
    var accumulation: Accumulation
    var divisor: Int?
    var divisorAccumulation: Accumulation
    var span: AssessmentSpan
  }

  /// A quarter or a year that is assessed.
  struct Period: Sendable {
    var isYear: Bool
    var first: Int
    var firstOfYear: Int
    var last: Int
  }

  /// The entities, in the order of the plan's.
  var units: [Int]
  /// Indicators, then adjustments.
  var items: [Item]
  var sheet: ScoreSheet
  /// In order of time, quarters before years.
  var periods: [Period]

  init(_ assessment: Assessment, time: TimeGrid, names: [String], wants: Wants) {
    let patterns = assessment.entities.map { EntityPattern($0) }
    let units = names.indices.filter { unit in patterns.contains { $0.matches(names[unit]) } }
    self.units = units
    let measures = assessment.indicators.map(\.value.measure) + assessment.adjustments.map(\.value.measure)
    items = measures.map { Item($0, wants) }
    sheet = ScoreSheet(
      indicators: assessment.indicators.map { indicator in
        let about = indicator.value
        let full = about.fullMarks.map { full in units.map { about.quotas[names[$0]] ?? full.value } }
        return .init(weight: about.weight.value, most: about.most.value, fullMarks: full ?? [])
      },
      adjustments: assessment.adjustments.map {
        .init(points: $0.value.points.value, per: $0.value.per.value, most: $0.value.most.value)
      })
    periods = AssessmentPlan.periods(time, Set(assessment.periods))
  }

  private static func periods(_ time: TimeGrid, _ wanted: Set<AssessmentPeriod>) -> [Period] {
    (0..<time.quarters).flatMap { quarter -> [Period] in
      let place = time.start.advanced(by: quarter).ofYear
      let year = max(0, quarter + 1 - place)
      let single = Period(isYear: false, first: quarter, firstOfYear: year, last: quarter)
      let whole = Period(isYear: true, first: year, firstOfYear: year, last: quarter)
      return (wanted.contains(.quarter) ? [single] : []) + (place == 4 && wanted.contains(.year) ? [whole] : [])
    }
  }
}

extension AssessmentPlan.Item {
  init(_ measure: AssessmentMetric, _ wants: Wants) {
    let metric = PeriodMetric(rawValue: measure.metric)
    let divisor = measure.over.flatMap { PeriodMetric(rawValue: $0) }
    accumulation = metric?.accumulation ?? .level
    self.divisor = divisor.flatMap { wants.periods.firstIndex(of: $0) }
    let isWhole = measure.over == nil || self.divisor != nil
    self.metric = isWhole ? metric.flatMap { wants.periods.firstIndex(of: $0) } : nil
    divisorAccumulation = divisor?.accumulation ?? .level
    span = measure.span
  }

  /// The quarters that count in a period.
  func window(_ period: AssessmentPlan.Period) -> ClosedRange<Int> {
    switch span {
    case .period: period.first...period.last
    case .yearToDate: period.firstOfYear...period.last
    case .toDate: 0...period.last
    }
  }
}
