// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Funds that started before the grid.
@Suite struct OpeningTests {
  /// Two of the five years of the investment period are over: 16 of the 40 tickets, of 0.2 each, were paid for.
  private static let past = [
    "starts": "2023-Q1", "opening": "{paid_in: 3.2 亿元, distributed: 0 元, cash: 0 元}",
  ]

  private static func holding(_ multiple: Double) -> String {
    "{held: {name: {en: Held, zh: 已投}, law: law, stage: seed, sector: all, stage_since: 2024-01-01, "
      + "acquired: 2024-01-01, cost: 3 亿元, multiple: \(multiple)}}"
  }

  private static func portfolio(_ extra: String) -> String {
    "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: 2000 万元}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, "
      + "concentration_limit: 50 %, \(extra)}"
  }

  private static func purchases(_ kernel: borrowing ReplicateKernel) -> [Int: Int] {
    var count: [Int: Int] = [:]
    for entry in kernel.journal?.entries ?? [] where entry.happening == .investment {
      count[entry.quarter, default: 0] += 1
    }
    return count
  }

  @Test(
    "tickets that were planned before the grid are not bought again", arguments: ["unlimited", "per_year, mean: 80"])
  func tickets(arrivals: String) throws {
    let text = SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: Self.past)
      .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: \(arrivals)}")
    let count = Self.purchases(try KernelProbe.kernel(ScenarioWorkshop.written(text)))
    #expect(count == Dictionary(uniqueKeysWithValues: (0..<12).map { ($0, 2) }))
  }

  @Test("a pacing law goes on where it stood")
  func pacing() throws {
    let law = "{kind: pacing, contribution_rates: [40 %, 50 %], life: 8, bow: 2, growth: 0 %, yield: 0 %, step: year}"
    let fund = [
      "starts": "2024-Q1", "opening": "{paid_in: 4 亿元, distributed: 0 元, cash: 0 元}", "portfolio": law,
      "life": "{term: 8 years, extension_count: 0, rest: sale, sale_discount: 0 %}",
    ]
    let kernel = try KernelProbe.kernel(
      ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: fund)))
    let channel = kernel.plan.funds[0].channels.investment
    // 4 of 10 in the first year, half of what is left in the second, in its fourth quarter.
    #expect((0..<4).map { kernel.ledger.amount(through: channel, in: $0) } == [0, 0, 0, 30_000_000_000])
    // Distributed in year 2: (2/8)² of 4, less in year 1, when nothing was held.
    #expect(kernel.funds[0].pacingReturned > 0)
    #expect(
      try KernelProbe.isBalanced(
        ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: fund))))
  }

  @Test("until the lag is over the opening portfolio is reported, and a fee on value is charged on it")
  func reported() throws {
    var fund = Self.past
    fund["opening"] = "{paid_in: 4 亿元, distributed: 0 元, cash: 5000 万元}"
    fund["portfolio"] = Self.portfolio("opening_holdings: \(Self.holding(1))")
      .replacing("tickets_per_year: [8]", with: "tickets_per_year: [0]")
    fund["valuation"] = "{lag: 2, smoothing: 30 %, stale_haircut: 0 %}"
    fund["idle_cash_spread"] = "-50 %"
    fund["fees"] =
      "{management: [{until: 8 years, base: nav, rate: 4 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}"
    let kernel = try KernelProbe.kernel(
      ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(1, years: 6), fund: fund)))
    let channel = kernel.plan.funds[0].channels.managementFee
    // 1 % a quarter of 3.5 亿元, less each quarter by the fees that cash paid.
    var value: Int64 = 35_000_000_000
    for quarter in 0..<8 {
      let fee = kernel.ledger.amount(through: channel, in: quarter)
      #expect(abs(fee - value / 100) <= 1)
      value -= fee
      #expect(abs(kernel.reported[quarter] - Double(value)) < 1)
    }
  }

  /// Nothing is revalued: what is reported late and smoothed is what is there.
  @Test("flows since the lagged value are rolled forward, fees and all", arguments: [0, 1, 3])
  func rolled(lag: Int) throws {
    let fund = [
      "valuation": "{lag: \(lag), smoothing: 40 %, stale_haircut: 0 %}",
      "calls": "{method: instalments, offset: net, first: 30 %, instalment: 20 %}",
      "fees":
        "{management: [{until: 5 years, base: committed, rate: 2 %}], set_up: 100 万元, custody: 1 %, fixed_per_year: 50 万元}",
    ]
    let kernel = try KernelProbe.kernel(
      ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: fund)))
    for quarter in 0..<40 { #expect(abs(kernel.reported[quarter] - kernel.net[quarter]) < 1, "quarter \(quarter)") }
    #expect(kernel.net[10] > 1e9)
  }

  @Test("without lag and smoothing the reported value is the net asset value, accrued carry taken off")
  func net() throws {
    let fund = [
      "valuation": "{lag: 0, smoothing: 0 %, stale_haircut: 0 %}",
      "waterfall": "{kind: european, hurdle: {rate: 6 %, compounding: annual}, catch_up: 100 %, carry: 20 %}",
    ]
    let kernel = try KernelProbe.kernel(
      ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(3, years: 4), fund: fund)))
    for quarter in 0..<40 { #expect(abs(kernel.reported[quarter] - kernel.net[quarter]) < 1) }
    #expect(kernel.net[8] < 0.9 * kernel.gross[8])
  }
}
