// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
public import PortfolioModel
import Quantities

/// A target that the simulation tells about, by index.
struct TargetPlan: Sendable {
  /// Where a metric stands: a headline column, or a series by quarter; none where nothing in the scenario bears on it.
  enum Source: Sendable {
    case headline(column: Int, over: Int?)
    case series(metric: Int, over: Int?)
    case none
  }

  /// The entities each of which must meet it.
  var entities: [Int]
  /// The entity of the divisor, where it is another one.
  var overEntity: Int?
  var source: Source
  var test: TargetTest
}

extension Plan {
  /// Resolves targets and assessment, which hold no uncertain number, so that a plan at base values has them already, and marks
  /// the entities that they ask for.
  mutating func settleTargets(_ scenario: Scenario, base: Plan?) {
    guard !scenario.targets.isEmpty || scenario.assessment != nil else { return }
    if let base {
      targets = base.targets
      assessment = base.assessment
    } else {
      let names = scenario.entityNames.map(\.name)
      precondition(names.count == entities.count, "every entity has a name")
      targets = scenario.simulatedTargets.map { target($0.value, scenario.time, names) }
      assessment = scenario.assessment.map { AssessmentPlan($0, time: scenario.time, names: names, wants: wants) }
    }
    for entity in targets.flatMap({ $0.entities + ($0.overEntity.map { [$0] } ?? []) }) + (assessment?.units ?? []) {
      entities[entity].isAskedFor = true
    }
  }

  /// Leaves out every row and column but what became of the targets.
  mutating func recordTargetsAlone() {
    for entity in entities.indices {
      entities[entity].headline = false
      entities[entity].periods = false
    }
    assessment = nil
  }

  private func target(_ target: Target, _ time: TimeGrid, _ names: [String]) -> TargetPlan {
    let pattern = EntityPattern(target.entity)
    let matching = names.indices.filter { pattern.matches(names[$0]) }
    let elsewhere = target.overEntity.flatMap { names.firstIndex(of: $0) }
    guard let window = target.window else {
      let columns = [target.metric, target.over].map { name in
        name.flatMap { HeadlineMetric(name: $0) }.flatMap { wants.column($0) }
      }
      let test = TargetTest(.level, over: 0...quarters - 1, target.inequality, target.threshold.value)
      let isMissing = columns[0] == nil || (target.over != nil && columns[1] == nil)
      return TargetPlan(
        entities: matching, overEntity: elsewhere,
        source: isMissing ? .none : .headline(column: columns[0] ?? 0, over: columns[1]), test: test)
    }
    let metrics = [target.metric, target.over].map { $0.flatMap { PeriodMetric(rawValue: $0) } }
    let places = metrics.map { metric in metric.flatMap { wants.periods.firstIndex(of: $0) } }
    let first = window.from.map { $0.index - time.start.index } ?? 0
    let growth = target.growth.map {
      TargetTest.Growth(every: $0.every.value.wholeQuarters, baseline: $0.baseline?.value)
    }
    let test = TargetTest(
      metrics[0]?.accumulation ?? .level, over: first...window.to.index - time.start.index, target.inequality,
      target.threshold.value, growth: growth, dividedBy: metrics[1]?.accumulation)
    let isMissing = places[0] == nil || (target.over != nil && places[1] == nil)
    return TargetPlan(
      entities: matching, overEntity: elsewhere,
      source: isMissing ? .none : .series(metric: places[0] ?? 0, over: places[1]), test: test)
  }
}

extension Scenario {
  /// The targets that the simulation tells about.
  public var simulatedTargets: [Identified<Target>] { targets.filter { $0.value.basis == .simulated } }

  /// Headline metrics that targets ask for.
  var promisedHeadline: [HeadlineMetric] {
    let names = simulatedTargets.filter { $0.value.window == nil }.flatMap { [$0.value.metric, $0.value.over ?? ""] }
    let asked = names.compactMap { HeadlineMetric(name: $0) }
    return asked + asked.flatMap(\.companions)
  }

  /// Metrics by quarter that targets and the assessment ask for.
  var promisedByQuarter: [PeriodMetric] {
    let promised = simulatedTargets.filter { $0.value.window != nil }.flatMap {
      [$0.value.metric, $0.value.over ?? ""]
    }
    let measures =
      (assessment?.indicators.map(\.value.measure) ?? []) + (assessment?.adjustments.map(\.value.measure) ?? [])
    return (promised + measures.flatMap { [$0.metric, $0.over ?? ""] }).compactMap { PeriodMetric(rawValue: $0) }
  }
}
