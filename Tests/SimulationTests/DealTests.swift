// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Carried interest deal by deal, reckoned by hand.
@Suite struct DealTests {
  private static let american = "{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %}"

  private func carry(_ text: String, fund: String) async throws -> Double {
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 1, width: 1)[0]
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    return try outcome.values(.carriedInterest, entity: fund)[0]
  }

  @Test("a sub-fund that ends with nothing is a loss that the next one makes good first")
  func endedInterest() async throws {
    let top = PlainFunds.Fund("top", [PlainFunds.social("2 亿元")], keys: ["waterfall": Self.american])
    let owner = [PlainFunds.owner("top", "1 亿元")]
    let lost = PlainFunds.Fund(
      "lost", owner, buys: [("alpha", "1 亿元")], period: 3,
      keys: ["life": "{term: 3 years, extension_count: 0, rest: write_off}"])
    let won = PlainFunds.Fund("won", owner, buys: [("beta", "1 亿元")])
    let companies = [PlainFunds.Company("alpha", 0, years: 2), PlainFunds.Company("beta", 3, years: 4)]
    // 3 亿元 come back on 2: a fifth of the profit of 1.
    #expect(try await carry(PlainFunds.text(companies, [top, lost, won]), fund: "top") == 2e7)
  }

  @Test("what proceeds bought takes no capital from fees")
  func boughtFromProceeds() async throws {
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.social("3 亿元")], buys: [("alpha", "1 亿元"), ("beta", "1 亿元")],
      keys: [
        "waterfall": Self.american, "calls": "{method: as_needed, offset: net}",
        "fees":
          "{management: [{until: 1 year, base: committed, rate: 0 %}], set_up: 2000 万元, custody: 0 %, fixed_per_year: 0 元}",
      ])
    let companies = [
      PlainFunds.Company("alpha", 3, years: 4), PlainFunds.Company("beta", 0, years: 1, enters: "2029-01-01"),
    ]
    // 1.2 亿元 are called, 2 distributed: a fifth of 0.8.
    #expect(try await carry(PlainFunds.text(companies, [fund]), fund: "fund") == 1.6e7)
  }
}
