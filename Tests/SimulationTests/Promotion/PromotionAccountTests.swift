// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// The promotion of capital in the accounts of levels of government: together they have the money of the region once, and
/// an account is the same by quarter as over the grid.
@Suite struct PromotionAccountTests {
  typealias Small = SmallPromotion

  /// A city with the county `east`, which has an account, and `west`, which has none; half of the taxes are local.
  private func outcome(
    city: Double, county: Double, _ change: (inout Promotion) -> Void = { _ in }
  ) async throws -> DesignOutcome {
    var scenario = try Small.scenario {
      $0.regions[0].value.level = .city
      $0.regions[1].value.level = .county
      $0.regions[0].value.taxShare = Small.share(city)
      $0.regions[1].value.taxShare = Small.share(county)
      change(&$0)
    }
    scenario.outputs.replicateEntities = []
    scenario.economy.inflation = YearlyPath(years: [], rates: [])
    return try await Ensemble([try ResolvedDesign(scenario, register: [])]).run(count: 3, width: 1)[0]
  }

  private func retained(_ entity: String, _ outcome: DesignOutcome) throws -> Double {
    try outcome.values(.retainedTax, entity: entity)[0]
  }

  /// What stays in the city is divided between the county and the city; what the county keeps is not the city's too.
  @Test("levels share what stays, no yuan twice", arguments: [(1.0, 0.7), (0.9, 0.7), (1, 1), (0.4, 0.6)])
  func shares(city: Double, county: Double) async throws {
    let outcome = try await outcome(city: city, county: county)
    let east = try retained("region/east", outcome) / county
    let west = try retained("region/west", outcome)
    #expect(east > 1e6 && west > 1e6)
    #expect(abs(try retained("public/county", outcome) - county * east) < 1)
    #expect(abs(try retained("public/city", outcome) - (max(0, city - county) * east + city * west)) < 100)
    let levels = try retained("public/county", outcome) + retained("public/city", outcome)
    #expect(levels <= 0.5 * (try outcome.values(.tax, entity: "region/city")[0]) + 100)
  }

  @Test("taxes that go to the home of the first unit are the county's there, and the city's no more for it")
  func benefit() async throws {
    let outcome = try await outcome(city: 1, county: 0.5) {
      $0.regions[2].value.level = .county
      $0.units[0].value.home = "west"
      $0.units.append(Small.unit("county", home: "east", leads: 0))
      $0.stages[id: "talks"].mean = Small.years(0.8)
      $0.transfers = [Small.transfer(to: "county", benefit: 0.4, years: 10)]
    }
    let counties = try retained("region/east", outcome) + retained("region/west", outcome)
    #expect(try retained("region/west", outcome) > 1e6)
    #expect(abs(try retained("public/county", outcome) - counties) < 1)
    let city = try retained("region/city", outcome)
    #expect(abs(try retained("public/city", outcome) - (city - counties)) < 100)
  }

  /// What a city does not count as its own gain, it neither keeps nor owes to its county.
  @Test("what moves within a city that nets it is its county's alone")
  func netted() async throws {
    let outcome = try await outcome(city: 1, county: 0.7) { PromotionNettingTests.prepare(&$0, within: 1) }
    #expect(try retained("public/city", outcome) == 0)
    #expect(try retained("public/county", outcome) == retained("region/east", outcome))
  }

  @Test("a public account by quarter adds up to the account over the grid: funds, instruments, promotion")
  func identity() async throws {
    let design = try ScenarioWorkshop.design("hengyang-2025-funds", ["run.uncertainty=off"])
    let outcome = try await Ensemble([design]).run(count: 2, width: 1)[0]
    func mean(_ metric: HeadlineMetric, _ entity: String) throws -> Double {
      let values = try outcome.values(metric, entity: entity)
      return values.reduce(0, +) / Double(values.count)
    }
    func series(_ metric: PeriodMetric, _ entity: String) -> [Double] {
      let place = outcome.labels.entities.firstIndex(of: entity)
      return outcome.series.indices
        .filter { outcome.series[$0].metric == metric && outcome.series[$0].entity == place }
        .map { outcome.moments.means[$0] }
    }
    for entity in ["public/city", "public/county"] {
      let (outlay, receipts) = (try mean(.outlay, entity), try mean(.receipts, entity))
      #expect(outlay > 1e8 && receipts > 1e8, "\(entity)")
      #expect(try mean(.retainedTax, entity) > 1e8 && mean(.promotionSpending, entity) > 1e6, "\(entity)")
      #expect(abs(series(.netCashFlow, entity).reduce(0, +) - (receipts - outlay)) < 1, "\(entity)")
      #expect(abs((series(.cumulativeNetCashFlow, entity).last ?? 0) - (receipts - outlay)) < 1, "\(entity)")
      #expect(abs(series(.outlay, entity).reduce(0, +) - outlay) < 1, "\(entity)")
      #expect(abs(series(.receipts, entity).reduce(0, +) - receipts) < 1, "\(entity)")
    }
  }

  /// A city that spends 100 万元 a year and gets nothing; with leads, taxes of the first year pay it back.
  @Test("depth and payback are those of the whole account, multiples those of capital")
  func depth() async throws {
    let outcome = try await outcome(city: 1, county: 0) {
      $0.units[0].value.leads = Small.number(0)
      $0.units[0].value.cost = Small.yuan(1e6)
    }
    let depth = try outcome.values(.jCurveDepth, entity: "public/city")[0]
    #expect(abs(depth + 3e6) < 1, "three years of 100 万元")
    #expect(try outcome.values(.yearsToPayback, entity: "public/city").allSatisfy(\.isNaN))
    #expect(try outcome.values(.tvpi, entity: "public/city").allSatisfy(\.isNaN))
    let paid = try await self.outcome(city: 1, county: 0) { $0.units[0].value.cost = Small.yuan(1e6) }
    #expect(try paid.values(.yearsToPayback, entity: "public/city").allSatisfy { $0 <= 1 })
  }
}
