// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Public investors that leave early: what they are owed, and what it does to everybody else.
@Suite struct PublicExitTests {
  private static func fund(_ waterfall: String, _ buys: [(String, String)]) -> PlainFunds.Fund {
    PlainFunds.Fund(
      "fund", [PlainFunds.city("5000 万元"), PlainFunds.social("5000 万元")], buys: buys,
      keys: ["waterfall": waterfall, "public_exit": "{idle: 1 year}"])
  }

  private func outcome(_ text: String, count: Int = 1) async throws -> DesignOutcome {
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: count, width: 1)[0]
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    return outcome
  }

  @Test(
    "the manager has its share of the fund's profit, whoever left",
    arguments: [
      "{kind: european, hurdle: null, catch_up: 0 %, carry: 20 %}",
      "{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %}",
      "{kind: european, hurdle: {rate: 8 %, compounding: simple}, catch_up: 100 %, carry: 20 %}",
      "{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %, clawback: {tax_share: 0 %}}",
    ])
  func carry(waterfall: String) async throws {
    let outcome = try await outcome(
      PlainFunds.text([PlainFunds.Company("alpha", 3, years: 4)], [Self.fund(waterfall, [("alpha", "1 亿元")])]))
    #expect(try outcome.values(.carriedInterest)[0] == 4e7)
    #expect(try outcome.values(.distributed, entity: "fund/city_fiscal")[0] == 5e7)
    #expect(try outcome.values(.distributed, entity: "fund/social_capital")[0] == 2.1e8)
  }

  @Test("what those who left cannot be paid any more is worth nothing once the fund is closed")
  func unpaid() async throws {
    let text = PlainFunds.text(
      [PlainFunds.Company("alpha", 0.5, years: 4)],
      [Self.fund("{kind: european, hurdle: null, catch_up: 0 %, carry: 0 %}", [("alpha", "1 亿元")])]
    ).replacing("{kind: fixed, multiple: 0.5}", with: "{kind: log_normal, median: 0.5, sigma: 1.2}")
    let outcome = try await outcome(text, count: 40)
    for entity in ["fund", "fund/city_fiscal"] {
      #expect(try outcome.values(.nav, entity: entity).allSatisfy { $0 == 0 })
      #expect(try outcome.values(.tvpi, entity: entity) == outcome.values(.dpi, entity: entity))
    }
    #expect(try outcome.values(.tvpi, entity: "public/city") == outcome.values(.dpi, entity: "public/city"))
    #expect(try outcome.values(.dpi, entity: "fund/city_fiscal").contains { $0 < 0.5 })
  }

  @Test("while the fund lives a claim is worth what the fund can pay of it, and all values sum to the fund's")
  func living() async throws {
    let outcome = try await outcome(
      PlainFunds.text(
        [PlainFunds.Company("alpha", 3, years: 4)],
        [Self.fund("{kind: european, hurdle: null, catch_up: 0 %, carry: 0 %}", [("alpha", "1 亿元")])]))
    func series(_ entity: String) throws -> [Double] {
      let row = try #require(outcome.labels.entities.firstIndex(of: entity))
      return outcome.series.indices.filter { outcome.series[$0].entity == row }.map { outcome.moments.means[$0] }
    }
    let (whole, city, social) = (
      try series("fund"), try series("fund/city_fiscal"), try series("fund/social_capital")
    )
    // 3 亿元 are sure from the first day; the city leaves in the sixth quarter with what it paid in.
    for quarter in 5..<16 {
      #expect((city[quarter] - 5e7).magnitude < 1 && (social[quarter] - 2.5e8).magnitude < 1, "quarter \(quarter)")
      #expect((whole[quarter] - 3e8).magnitude < 1, "quarter \(quarter)")
    }
    #expect(whole[16...].allSatisfy { $0 == 0 })
  }

  @Test("an investor that failed before leaves with what its stake is worth, up to its capital")
  func failedBefore() throws {
    let province =
      "province: {class: provincial_fiscal, commitment: 3000 万元, source_of_funds: general_budget, "
      + "honouring: {late: 0 %, fails: 12 %, persistence: 0, factor_loading: 0 %, remedy: dilution, penalty: 50 %}}"
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.city("3000 万元"), province, PlainFunds.social("6000 万元")],
      buys: [("alpha", "6000 万元"), ("beta", "3000 万元")], keys: ["public_exit": "{idle: 1.5 years}"])
    let companies = [
      PlainFunds.Company("alpha", 2, years: 5), PlainFunds.Company("beta", 2, years: 5, enters: "2026-01-01"),
    ]
    let design = try ScenarioWorkshop.written(PlainFunds.text(companies, [fund]))
    var kernel = ReplicateKernel(design.plan)
    var count = 0
    for replicate in 0..<40 {
      kernel.run(replicate: UInt32(replicate))
      guard kernel.exits[0].quarter >= 0, kernel.partyStates[1].lapsed > 0, kernel.paidIn[1] > 0 else { continue }
      // Half of its stake, on companies that double: its capital, the whole of it.
      count += 1
      #expect((kernel.distributed[1] - kernel.paidIn[1]).magnitude <= 1, "replicate \(replicate)")
      #expect(kernel.distributed[0] == kernel.paidIn[0], "replicate \(replicate)")
    }
    #expect(count > 2)
  }
}
