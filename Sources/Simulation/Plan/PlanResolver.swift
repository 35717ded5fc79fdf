// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

extension [String: Int] {
  /// The place of a member that the scenario names; whoever reads a scenario has checked that there is one.
  func index(of id: String) -> Int {
    guard let index = self[id] else { preconditionFailure("the scenario names \(id), which it does not have") }
    return index
  }
}

/// Resolves a scenario into a plan: names into indices, quantities into plain numbers.
struct PlanResolver {
  let scenario: Scenario
  let values: ParameterValues
  var tables: QuantileTables
  var stages: [StageRow] = []
  var eventFactors: [EventFactor] = []
  var laws: [LawPlan] = []
  var marks: [MarkTable] = []
  /// Marks of the same scenario at base values. Laws of multiples are certain, and how the factor carries on is taken at
  /// its base value, so that nothing is tabulated again when a number is drawn.
  let knownMarks: [MarkTable]
  var markets: [MarketPlan] = []
  let lawIndex: [String: Int]
  let sectorIndex: [String: Int]
  let streamIndex: [String: Int]

  init(
    _ scenario: Scenario, values: ParameterValues, tables: QuantileTables = QuantileTables(), marks: [MarkTable] = []
  ) {
    knownMarks = marks
    func positions<Value>(_ collection: [Identified<Value>]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: collection.enumerated().map { ($1.id, $0) })
    }
    self.scenario = scenario
    self.values = values
    self.tables = tables
    lawIndex = positions(scenario.companyLaws)
    sectorIndex = positions(scenario.economy.sectors)
    streamIndex = positions(scenario.candidateStreams)
  }

  /// The first row of a law, or the row of a stage in it; the nearest later stage where the law lacks the stage.
  func row(of stage: CompanyStage, law: Int) -> Int {
    let plan = laws[law]
    guard plan.isStaged else { return 0 }
    let wanted = CompanyStage.allCases.firstIndex(of: stage) ?? 0
    let rows = plan.firstRow..<plan.firstRow + plan.stageCount
    return rows.first { Int(stages[$0].stage) >= wanted } ?? rows.upperBound - 1
  }

  mutating func resolveLaws() throws(NumericalFailure) {
    for (index, law) in scenario.companyLaws.enumerated() {
      switch law.value {
      case .staged(let staged):
        var plan = try StagedLawResolver(law: staged, values: values).plan(
          tables: &tables, rows: &stages, factors: &eventFactors)
        plan.privateMarket = markets.count
        addMarkets(beta: values(staged.marketBeta), withDrift: staged.market == .total)
        plan.listedMarket = staged.market == .total ? plan.privateMarket : markets.count
        if staged.market == .relative { addMarkets(beta: values(staged.marketBeta), withDrift: true) }
        laws.append(plan)
      case .multiple(let multiple):
        laws.append(try resolve(multiple, index: index))
      }
    }
  }

  private mutating func addMarkets(beta: Double, withDrift: Bool) {
    for (sector, about) in scenario.economy.sectors.enumerated() {
      let drift = SectorPlan(about, values: values, underMatrix: false).drift
      markets.append(MarketPlan(sector: sector, beta: beta, drift: withDrift ? drift : 0))
    }
  }

  private mutating func resolve(_ law: MultipleLaw, index: Int) throws(NumericalFailure) -> LawPlan {
    let factor = values(law.factorLoading)
    let quality = values(law.qualityLoading)
    let rest = max(0, 1 - factor - quality).squareRoot()
    let correlation = values(law.timeCorrelation)
    let maximum = values(law.maxMultiple)
    var plan = LawPlan(
      isStaged: false, factor: factor.squareRoot(), quality: quality.squareRoot(),
      noise: rest, maxMultiple: maximum)
    plan.multiple = marks.count
    plan.timeCorrelation = rest * correlation
    plan.timeNoise = rest * (1 - correlation * correlation).squareRoot()
    if marks.count < knownMarks.count {
      marks.append(knownMarks[marks.count])
      return plan
    }
    let quantile = try MultipleQuantile(law.multiple, maximum: maximum, values: values)
    let time: (table: Int, scale: Double) =
      switch law.holdingTime {
      case .fixed(let span): (-1, values(span))
      case .gamma(let mean, let shape): (try tables.gamma(shape: shape.value), values(mean))
      }
    let multiple = MultiplePlan(quantile: quantile, timeTable: time.table, timeScale: time.scale)
    marks.append(
      MarkIntegrator(
        law: plan, plan: multiple, tables: tables, persistence: values(scenario.economy.commonFactor.persistence),
        quarters: scenario.time.quarters
      ).table())
    return plan
  }

  /// Years from the first day of the grid: the quarter and the part of it that has passed, so that an event at year
  /// x falls in quarter floor(4x).
  func years(of date: CalendarDate) -> Double {
    let quarter = Quarter(containing: date)
    let first = quarter.firstDay.dayNumber
    let length = quarter.lastDay.dayNumber - first + 1
    let part = Double(date.dayNumber - first) / Double(length)
    return (Double(quarter.index - scenario.time.start.index) + part) / 4
  }
}
