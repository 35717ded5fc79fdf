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
}
