// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Lines of credit: calls come later, and cost interest.
@Suite struct CreditLineTests {
  /// One asset bought for 1 亿元 on the first day and doubled after four years, in a fund of 1.1 亿元.
  private static func single(_ line: String, fund: [String: String] = [:], years: Double = 4) -> String {
    var keys = [
      "investors":
        "{city: {class: city_fiscal, commitment: 4400 万元, source_of_funds: general_budget}, "
        + "social: {class: social_capital, commitment: 6600 万元, source_of_funds: own_funds}}",
      "portfolio":
        "{kind: companies, period: 5 years, streams: [], tickets_per_year: [0], tickets: {}, concentration_limit: 100 %, "
        + "named: [{company: only, ticket: 1 亿元}]}",
    ]
    if !line.isEmpty { keys["credit_line"] = line }
    keys.merge(fund) { $1 }
    return SmallFund.text(
      law: SmallFund.fixed(2, years: years), fund: keys,
      extra: """
        companies:
          only: {name: {en: Only, zh: 唯一}, law: law, stage: seed, sector: all, enters: 2025-01-01, round_size: 2 亿元}
        outputs: {replicate_entities: [funds, classes, public_money]}
        """)
  }

  private static let plain =
    "{limit: 100 %, spread: 1 %, fee: 0 %, clean_down: 1 year, until: 5 years, bridges: all_needs}"

  private func outcomes(_ text: String, _ sets: [String] = [], count: Int = 1) async throws -> [DesignOutcome] {
    let (scenario, register) = try ScenarioWorkshop.read(text, sets)
    return try await Ensemble(try ResolvedDesign.all(scenario, register: register)).run(count: count, width: 2)
  }

  /// At 4 % a year interest is 1 % of what is drawn, and is drawn as well: after a year 1.01⁴ 亿元 are called, to the fen.
  /// Three years later 2 亿元 come back. Without the line 1 亿元 is out for four years.
  @Test("known effect by hand: a higher rate of return, a lower multiple, beside the plan without the line")
  func byHand() async throws {
    let all = try await outcomes(Self.single(Self.plain))
    #expect(all.count == 2 && all[1].labels.prefix == "without_fund_credit_line:")
    let called = 104_060_401.0
    for entity in ["fund", "fund/social_capital", "fund/city_fiscal"] {
      let share = entity == "fund" ? 1 : entity == "fund/social_capital" ? 0.6 : 0.4
      #expect((try all[0].values(.paidIn, entity: entity)[0] - share * called).magnitude < 0.02)
      #expect((try all[0].values(.tvpi, entity: entity)[0] - 2e8 / called).magnitude < 1e-8)
      #expect((try all[0].values(.dpi, entity: entity)[0] - 2e8 / called).magnitude < 1e-8)
      #expect((try all[0].values(.irr, entity: entity)[0] - (pow(2e8 / called, 1 / 3.0) - 1)).magnitude < 1e-8)
      #expect(try all[1].values(.tvpi, entity: entity)[0] == 2)
      #expect((try all[1].values(.irr, entity: entity)[0] - (pow(2, 0.25) - 1)).magnitude < 1e-9)
    }
    #expect(try all[0].values(.paidIn)[0] == called)
    #expect(try all[0].values(.creditCost)[0] == called - 1e8)
    #expect(try all[0].values(.creditMost)[0] == 103_030_100)
    #expect(try all[1].values(.creditCost)[0].isNaN)
  }

  /// Half of 1.1 亿元 is drawn, the rest of the purchase called; then half of the 6500 万元 that are left secures it, and
  /// the excess falls due in the next quarter. The fee is 0.25 % of the unused limit a quarter.
  @Test("the limit follows uncalled commitments; fees on what is not drawn")
  func limit() throws {
    let line = "{limit: 50 %, spread: -3 %, fee: 1 %, clean_down: 2 years, until: 5 years, bridges: purchases}"
    let kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(Self.single(line)))
    let terms = kernel.plan.lines[0]
    func amount(_ channel: Int, _ quarter: Int) -> Int64 { kernel.ledger.amount(through: channel, in: quarter) }
    func called(_ quarter: Int) -> Int64 {
      kernel.plan.funds[0].parties.reduce(0) { $0 + amount(kernel.plan.parties[$1].call, quarter) }
    }
    // 0.25 % of 5500 万元 are charged before anything is bought, and called as costs.
    #expect(amount(terms.fee, 0) == 13_750_000)
    #expect(amount(terms.drawing, 0) == 5_500_000_000)
    #expect(called(0) == 4_500_000_000 + 13_750_000)
    let undrawn = 11_000_000_000 - called(0)
    #expect(amount(terms.repayment, 1) == 5_500_000_000 - undrawn / 2)
    #expect(amount(terms.drawing, 1) == 0 && called(1) == amount(terms.repayment, 1))
    #expect(kernel.funds[0].borrowed == 0)
  }

  @Test("a line of nothing that costs nothing changes no number")
  func nullChange() async throws {
    let line = "{limit: 0 %, spread: 0 %, fee: 0 %, clean_down: 1 year, until: 5 years, bridges: all_needs}"
    let all = try await outcomes(Self.single(line))
    for metric in [HeadlineMetric.irr, .tvpi, .npv, .paidIn, .distributed, .jCurveDepth] {
      #expect(try all[0].values(metric) == (try all[1].values(metric)))
    }
  }

  /// A fund with fees, two or forty tickets, investors that are late or fail, a hurdle and a mother fund above it.
  @Test(
    "whatever investors do, the books balance, the limit holds when it is drawn, and clean-downs come in time",
    arguments: [
      ("net", "purchases", "as_needed"), ("gross", "all_needs", "as_needed"), ("net", "all_needs", "instalments"),
    ])
  func invariants(offset: String, bridges: String, method: String) throws {
    let text = SmallFund.text(
      law:
        "{kind: multiple, multiple: {kind: log_normal, median: 1, sigma: 1}, holding_time: {kind: gamma, mean: 4 years, shape: 2}}",
      fund: [
        "calls": "{method: \(method), offset: \(offset)}",
        "credit_line": "{limit: 60 %, clean_down: 0.75 years, until: 4 years, bridges: \(bridges)}",
        "fees":
          "{management: [{until: 5 years, base: committed, rate: 2 %}, {until: 10 years, base: nav, rate: 1 %}], set_up: 100 万元, custody: 0.1 %, fixed_per_year: 50 万元}",
        "waterfall": "{kind: european, hurdle: {rate: 6 %, compounding: annual}, catch_up: 100 %, carry: 20 %}",
        "investors":
          "{city: {class: city_fiscal, commitment: 4 亿元, source_of_funds: general_budget, honouring: {late: 20 %, fails: 0 %}}, "
          + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds, honouring: {late: 10 %, fails: 3 %, remedy: forfeiture}}}",
      ])
    let design = try ScenarioWorkshop.written(text)
    var (drawn, defaults) = (0, 0)
    for replicate in 0..<60 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      #expect(try KernelProbe.isBalanced(design, replicate: UInt32(replicate)))
      let line = kernel.plan.lines[0]
      var (balance, since) = (Int64(0), 0)
      for quarter in 0..<kernel.plan.quarters {
        let out = kernel.ledger.amount(through: line.drawing, in: quarter)
        let back = kernel.ledger.amount(through: line.repayment, in: quarter)
        #expect(out == 0 || back == 0, "nothing is drawn where something is due")
        if out > 0 {
          drawn += 1
          #expect(quarter < 16 && (balance == 0 || quarter - since < 3))
          if balance == 0 { since = quarter }
        }
        balance += out - back
        #expect(balance >= 0)
        // Who is late may hold up a repayment, and who fails may prevent it.
        let isHeldUp = kernel.journal?.entries.contains { $0.happening == .late || $0.happening == .defaulted } ?? false
        if !isHeldUp, quarter - since >= 3 { #expect(balance == 0, "clean-down in quarter \(quarter)") }
      }
      #expect(balance == kernel.funds[0].borrowed)
      if kernel.partyStates[1].hasLapsed { defaults += 1 } else { #expect(balance == 0) }
      #expect(kernel.funds[0].paidIn <= 100_000_000_000)
    }
    #expect(drawn > 200 && defaults > 10, "\(drawn) \(defaults)")
  }

  @Test("a mother fund and its sub-fund may both have a line; the books balance and everything is repaid")
  func tiers() throws {
    let line = "credit_line: {limit: 50 %, clean_down: 1 year, until: 5 years}"
    let text = SmallFund.text(
      law: SmallFund.fixed(1.5, years: 4),
      fund: [
        "investors":
          "{above: {class: fund, fund: mother, commitment: 5 亿元}, "
          + "social: {class: social_capital, commitment: 5 亿元, source_of_funds: own_funds}}",
        "credit_line": "{limit: 50 %, clean_down: 1 year, until: 5 years}",
      ],
      extra: """
          mother:
            name: {en: Mother, zh: 母基金}
            starts: 2025-Q1
            investors:
              city: {class: city_fiscal, commitment: 3 亿元, source_of_funds: general_budget}
              others: {class: social_capital, commitment: 3 亿元, source_of_funds: own_funds}
            portfolio: {kind: funds}
            life: {term: 11 years}
            \(line)
        """)
    let design = try ScenarioWorkshop.written(text)
    let kernel = try KernelProbe.kernel(design)
    #expect(try KernelProbe.isBalanced(design))
    #expect(kernel.lines[0].most > 0 && kernel.lines[1].most > 0)
    #expect(kernel.funds.indices.allSatisfy { kernel.funds[$0].borrowed == 0 })
    #expect(kernel.funds[0].tickets == 40)
  }

  @Test(
    "terms that do not fit are refused where they stand",
    arguments: [
      (
        "waterfall", "{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %}",
        "funds.fund.credit_line: a line of credit beside a waterfall deal by deal is not supported yet"
      ),
      (
        "concessions", "{credit_line: {kind: capped_return, giver: city, receivers: [social], rate: 3 %}}",
        "funds.fund.concessions: the id credit_line is that of a clause of the fund in derived plans"
      ),
    ])
  func refused(key: String, value: String, message: String) throws {
    let error = #expect(throws: (any Error).self) {
      try ScenarioWorkshop.read(Self.single(Self.plain, fund: [key: value]))
    }
    #expect(String(describing: error).contains(message), "\(String(describing: error))")
  }
}
