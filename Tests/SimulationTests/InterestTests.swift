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

  @Test("the price of an option on an interest counts among what it brought")
  func optionPrice() async throws {
    let below = PlainFunds.Fund(
      "below", [PlainFunds.owner("top", "5000 万元"), PlainFunds.social("5000 万元")], buys: [("alpha", "1 亿元")],
      keys: [
        "concessions":
          "{option: {kind: buyout_option, giver: owner, receivers: [social], within: 3 years, rate: 5 %, exercise: at_end}}"
      ])
    let top = PlainFunds.Fund(
      "top", [PlainFunds.city("1 亿元")],
      keys: [
        "fees":
          "{management: [{until: 7 years, base: invested_cost, rate: 1 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}"
      ])
    let outcome = try await outcome(PlainFunds.text([PlainFunds.Company("alpha", 3, years: 4)], [top, below]))
    // 1.05 to the power of 2.75 years: the option is exercised in the twelfth quarter.
    #expect(try (outcome.values(.moic, entity: "top")[0] - 1.1436).magnitude < 1e-4)
    #expect(try outcome.values(.lossRatio, entity: "top")[0] == 0)
    // A fee on what is held is charged until the stake is sold: in eleven quarters.
    #expect(try outcome.values(.managementFee, entity: "top")[0] == 11 * 125_000)
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

  @Test("what the buyer of an interest pays is not public")
  func soldInterest() async throws {
    let below = PlainFunds.Fund(
      "below", [PlainFunds.owner("top", "5000 万元"), PlainFunds.social("5000 万元")],
      buys: [("alpha", "4000 万元"), ("gamma", "4000 万元")])
    let top = PlainFunds.Fund(
      "top", [PlainFunds.city("5000 万元")], keys: ["life": "{term: 3 years, extension_count: 0, rest: sale}"])
    let companies = [
      PlainFunds.Company("alpha", 2, years: 5), PlainFunds.Company("gamma", 2, years: 2, enters: "2029-01-01"),
    ]
    let outcome = try await outcome(PlainFunds.text(companies, [top, below], metrics: ", paid_in_public"))
    #expect(try outcome.values(.publicPaidIn, entity: "below")[0] == 2e7)
    #expect(try outcome.values(.leverageFund, entity: "below")[0] == 4)
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

  @Test("what is paid into other funds is no ticket: least shares and exits for missing them leave it out")
  func mandate() async throws {
    func stream(_ stage: String) -> String {
      "{name: {en: Any, zh: 任意}, law: double, arrivals: {kind: unlimited}, stage_mix: {\(stage): 100 %}, "
        + "sector_mix: {all: 100 %}, hard_tech_share: 0 %, local_share: 0 %, deadweight: 0 %, "
        + "rounds: {\(stage): {size: 5000 万元, sigma: 0}}}"
    }
    let portfolio =
      "{kind: companies, period: 1 year, streams: [early, late], tickets_per_year: [8], "
      + "tickets: {seed: {ticket: 1000 万元}, b: {ticket: 1000 万元}}, concentration_limit: 100 %, "
      + "mandate: {sectors: [], early_minimum: 50 %, small_minimum: 0 %, small_valuation_limit: 1 亿元, "
      + "hard_tech_minimum: 0 %, local_minimum: 0 %}}"
    let top = PlainFunds.Fund(
      "top", [PlainFunds.city("1.5 亿元"), PlainFunds.social("1.5 亿元")],
      keys: ["portfolio": portfolio, "public_exit": "{outside_mandate: true}"])
    let below = PlainFunds.Fund("below", [PlainFunds.owner("top", "1 亿元")], buys: [("alpha", "1 亿元")])
    let text = PlainFunds.text(
      [PlainFunds.Company("alpha", 2, years: 4)], [top, below], metrics: ", early_share, p_public_exit"
    ).replacing("candidate_streams: {}", with: "candidate_streams: {early: \(stream("seed")), late: \(stream("b"))}")
    let outcome = try await outcome(text)
    #expect(try outcome.values(.earlyShare, entity: "top")[0] == 0.5)
    #expect(try outcome.values(.pPublicExit, entity: "top")[0] == 0)
  }

  @Test("followers of one lead share what it left of the round")
  func followers() throws {
    let lead = PlainFunds.Fund("a", [PlainFunds.social("1 亿元")], buys: [("alpha", "6000 万元")])
    let others = ["b", "c"].map {
      PlainFunds.Fund($0, [PlainFunds.social("1 亿元")], more: ", co_investment: {lead: a, share: 50 %}")
    }
    let companies = [PlainFunds.Company("alpha", 2, years: 4, round: "1 亿元")]
    let kernel = try KernelProbe.kernel(ScenarioWorkshop.written(PlainFunds.text(companies, [lead] + others)))
    #expect(kernel.funds.indices.map { kernel.funds[$0].invested } == [6_000_000_000, 3_000_000_000, 1_000_000_000])
  }
}
