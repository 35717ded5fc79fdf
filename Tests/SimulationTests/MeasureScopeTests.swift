// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// What measures count, and what lies outside of them.
@Suite struct MeasureScopeTests {
  private func outcomes(_ text: String) async throws -> [DesignOutcome] {
    let (scenario, register) = try ScenarioWorkshop.read(text)
    return try await Ensemble(try ResolvedDesign.all(scenario, register: register)).run(count: 1, width: 1)
  }

  @Test("money from before the grid is no link of the chain, as it is no outlay")
  func chain() async throws {
    let held =
      "{name: {en: Held, zh: 持仓}, law: double, stage: seed, sector: all, acquired: 2024-01-01, stage_since: 2024-01-01, "
      + "cost: 9000 万元, multiple: 2}"
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.city("1 亿元")], buys: [("beta", "1000 万元")], more: ", opening_holdings: {held: \(held)}",
      keys: ["starts": "2024-Q1", "opening": "{paid_in: 9000 万元, distributed: 0 元, cash: 0 元}"])
    let beta = PlainFunds.Company("beta", 2, years: 4, enters: "2026-01-01", round: "1000 万元")
    let outcome = try await outcomes(PlainFunds.text([beta], [fund], metrics: ", chain_public, chain_total, outlay"))[0]
    #expect(try outcome.values(.chainPublic, entity: "all")[0] == 1e7)
    #expect(try outcome.values(.chainTotal, entity: "all")[0] == 1e7)
    #expect(try outcome.values(.outlay, entity: "public/city")[0] == 1e7)
  }

  @Test("no preference lets a fund have more than a sale brings", arguments: [(2.0, 0.5), (2.0, 0.75), (1.0, 0.25)])
  func preference(preference: Double, factor: Double) throws {
    let law = SmallFund.staged(
      seed: "sojourn_mean: 2 years, sojourn_shape: 50, outcomes: {acquired: 100 %}, "
        + "acquisition: {median: \(factor), sigma: 0}, dilution: 0 %, entry_dilution: 50 %"
    ).replacing("liquidation_preference: 0", with: "liquidation_preference: \(preference)")
    let fund = PlainFunds.Fund("fund", [PlainFunds.social("1 亿元")], buys: [("alpha", "1 亿元")])
    let company = PlainFunds.Company("alpha", 1, years: 4, round: "1 亿元")
    let text = PlainFunds.text([company], [fund])
      .replacing("alpha: \(SmallFund.fixed(1, years: 4))", with: "alpha: \(law)")
    let kernel = try KernelProbe.kernel(ScenarioWorkshop.written(text))
    // The company is worth 2 亿元 after the round, and the fund has put in all that was raised.
    let offer = 2e10 * factor
    let most = min(preference * 1e10, offer)
    #expect((Double(kernel.funds[0].distributed) - max(1e10 * factor, most)).magnitude < 2)
  }
}
