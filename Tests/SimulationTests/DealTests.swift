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

  @Test("a yuan distributed before the grid moves carried interest by no more", arguments: [0, 1, 100_000])
  func opening(distributed: Int) async throws {
    func holding(_ law: String) -> String {
      "{name: {en: Held, zh: 持仓}, law: \(law), stage: seed, sector: all, acquired: 2024-01-01, stage_since: 2024-01-01, "
        + "cost: 5000 万元, multiple: 1}"
    }
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.social("1 亿元")],
      more: ", opening_holdings: {won: \(holding("won")), lost: \(holding("lost"))}",
      keys: [
        "waterfall": Self.american, "starts": "2024-Q1",
        "opening": "{paid_in: 1 亿元, distributed: \(distributed) 元, cash: 0 元}",
      ])
    let laws = [
      PlainFunds.Company("won", 3, years: 2, enters: "2030-01-01"),
      PlainFunds.Company("lost", 0, years: 4, enters: "2030-01-01"),
    ]
    // One holding returns 1.5 亿元 on 0.5 before the other is lost.
    let text = PlainFunds.text(laws, [fund])
    let found = try await carry(text, fund: "fund")
    #expect((found - 2e7).magnitude <= Double(distributed))
    // What is held is worth its cost, so that no carried interest has accrued when the grid begins.
    let kernel = try KernelProbe.kernel(ScenarioWorkshop.written(text))
    #expect((kernel.funds[0].openingNet - 1e10).magnitude <= 100 * Double(distributed))
  }
}
