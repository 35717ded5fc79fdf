// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Interests that a fund holds in others, reckoned by hand.
@Suite struct InterestTests {
  private func outcome(_ text: String) async throws -> DesignOutcome {
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 1, width: 1)[0]
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    return outcome
  }

  @Test("an interest in a fund that has ended is held no longer")
  func endedInterest() async throws {
    let below = PlainFunds.Fund(
      "below", [PlainFunds.owner("top", "1 亿元")], buys: [("alpha", "1 亿元")], period: 3,
      keys: ["life": "{term: 3 years, extension_count: 0, rest: write_off}"])
    let top = PlainFunds.Fund(
      "top", [PlainFunds.city("2 亿元")],
      keys: [
        "fees":
          "{management: [{until: 8 years, base: invested_cost, rate: 1 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}",
        "life": "{term: 8 years, extension_count: 0, rest: write_off}",
      ])
    let outcome = try await outcome(PlainFunds.text([PlainFunds.Company("alpha", 1, years: 2)], [top, below]))
    // A quarter of 1 % in twelve quarters; the first finds nothing held, the last still does.
    #expect(try outcome.values(.managementFee, entity: "top")[0] == 12 * 250_000)
  }

  @Test("a mother fund from before the grid is paid in with what its interests are worth", arguments: [1.0, 1.5])
  func opening(multiple: Double) async throws {
    let past = ["starts": "2024-Q1", "opening": "{paid_in: 1 亿元, distributed: 0 元, cash: 0 元}"]
    let held =
      "{name: {en: Held, zh: 持仓}, law: double, stage: seed, sector: all, acquired: 2024-01-01, stage_since: 2024-01-01, "
      + "cost: 1 亿元, multiple: \(multiple)}"
    let below = PlainFunds.Fund(
      "below", [PlainFunds.owner("top", "1 亿元")], more: ", opening_holdings: {held: \(held)}", keys: past)
    let top = PlainFunds.Fund("top", [PlainFunds.city("1 亿元")], keys: past)
    let outcome = try await outcome(PlainFunds.text([], [top, below]))
    let own = try outcome.values(.npv, entity: "top")[0]
    // 2 亿元 come back.
    #expect(own == 2e8 - multiple * 1e8)
    #expect(try outcome.values(.npv, entity: "below")[0] == own)
    #expect(try outcome.values(.netPresentValue, entity: "public/city")[0] == own)
    #expect(try outcome.values(.irr, entity: "top") == outcome.values(.irr, entity: "below"))
  }
}
