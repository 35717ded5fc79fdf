// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// How state-owned funds sell what is left, listed shares that are handed out, public investors that leave early.
@Suite struct FundEndingTests {
  private func outcomes(_ text: String, count: Int = 1) async throws -> [DesignOutcome] {
    let (scenario, register) = try ScenarioWorkshop.read(text)
    return try await Ensemble(try ResolvedDesign.all(scenario, register: register)).run(count: count, width: 2)
  }

  private func distributions(_ kernel: borrowing ReplicateKernel) -> [Int64] {
    (0..<kernel.plan.quarters).map { quarter in
      kernel.plan.funds[0].parties.reduce(0) {
        $0 + kernel.ledger.amount(through: kernel.plan.parties[$1].distribution, in: quarter)
      }
    }
  }

  // MARK: Sale of what is left

  /// Forty companies of 2000 万元 that are worth twice their cost and live longer than the grid.
  private static func held(discount: String, sale: String?) -> String {
    var fund = ["life": "{term: 10 years, extension_count: 0, rest: sale, sale_discount: \(discount)}"]
    fund["state_sale"] = sale
    return SmallFund.text(law: SmallFund.fixed(2, years: 30), fund: fund)
  }

  /// Two months to decide, three to appraise, one to list: half a year. A bid of 80 % is below a floor of 90 %, so there
  /// is a second listing, of at least a quarter, and then a sale with a new approval.
  @Test(
    "dates and prices by hand",
    arguments: [
      ("5 %", "{rounds: 3}", 42, 0.95, 0.0), ("20 %", "{rounds: 2}", 43, 0.8, 0.1),
      ("20 %", "{rounds: 1}", 42, 0.8, 0.1),
      ("20 %", "{floor: 75 %}", 42, 0.8, 0), ("20 %", "{listing: 6 months, rounds: 2}", 46, 0.8, 0.1),
    ])
  func dates(discount: String, sale: String, quarter: Int, price: Double, short: Double) async throws {
    let text = Self.held(discount: discount, sale: sale)
    let kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(text))
    let paid = distributions(kernel)
    #expect(paid.firstIndex { $0 > 0 } == quarter && paid.count { $0 > 0 } == 1)
    #expect(paid[quarter] == Int64(price * 160_000_000_000))
    #expect(kernel.funds[0].isClosed)
    #expect(try KernelProbe.isBalanced(try ScenarioWorkshop.written(text)))
    let all = try await outcomes(text)
    #expect((try all[0].values(.soldBelowFloor)[0] - short * 1.6e9).magnitude < 1e-3)
    #expect(all[1].labels.prefix == "without_fund_state_sale:")
    #expect(try all[1].values(.tvpi)[0] == (try all[0].values(.tvpi)[0]), "the same price, earlier")
    #expect(try all[1].values(.irr)[0] > (try all[0].values(.irr)[0]))
  }

  @Test("companies live on during the procedure, and what they pay comes first")
  func living() throws {
    let text = Self.held(discount: "5 %", sale: "{}").replacing("time: 30.0 years", with: "time: 10.25 years")
    let design = try ScenarioWorkshop.written(text)
    let kernel = try KernelProbe.kernel(design)
    let paid = distributions(kernel)
    // The first two companies come to their own end a quarter after the fund's, two more in the next.
    #expect(paid[41] == 8_000_000_000 && paid[42] == 8_000_000_000 + Int64(0.95 * 144_000_000_000))
    #expect(try KernelProbe.isBalanced(design))
  }

  // MARK: Listed shares

  private static func listed(_ clause: String?, term: String) -> String {
    var fund = ["life": "{term: \(term), extension_count: 0, rest: sale, sale_discount: 50 %}"]
    fund["distribution_in_kind"] = clause
    let law = SmallFund.staged(
      seed: "sojourn_mean: 2 years, outcomes: {listed: 100 %}, listing: {median: 3, sigma: 0}",
      more: ", listing: {lock_up: 1 year, sale_quarters: 4}")
    return SmallFund.text(law: law, fund: fund)
  }

  @Test("shares handed out count at the market price less the discount, whole and at once")
  func atLockUp() async throws {
    let text = Self.listed("{at: lock_up, discount: 10 %}", term: "15 years")
    let all = try await outcomes(text, count: 40)
    let handed = try all[0].values(.distributedInKind)
    let exits = try all[0].values(.exitsListed)
    #expect(exits.reduce(0, +) > 1500)
    for replicate in handed.indices {
      #expect((handed[replicate] - exits[replicate] * 2.7 * 2e7).magnitude <= 5.4e7 * 8, "some may be locked up")
      #expect(handed[replicate] <= exits[replicate] * 2.7 * 2e7 + 1)
    }
    let design = try ScenarioWorkshop.written(text)
    for replicate in 0..<20 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      #expect(try KernelProbe.isBalanced(design, replicate: UInt32(replicate)))
      for entry in kernel.journal?.entries ?? [] where entry.happening == .handedOut {
        #expect(entry.amount == 5_400_000_000)
      }
    }
  }

  @Test("at the end of the fund what is listed is handed out instead of sold at a discount")
  func atEnd() async throws {
    let all = try await outcomes(Self.listed("{at: end, discount: 0 %}", term: "6 years"), count: 60)
    #expect(all[1].labels.prefix == "without_fund_distribution_in_kind:")
    let (with, without) = (try all[0].values(.distributed), try all[1].values(.distributed))
    let handed = try all[0].values(.distributedInKind)
    #expect(handed.count { $0 > 0 } > 30)
    for replicate in with.indices {
      // Half the price would have been lost.
      #expect((with[replicate] - without[replicate] - handed[replicate] / 2).magnitude < 1)
    }
  }

  // MARK: Early exit of public investors

  private static func leaving(_ clause: String?, multiple: Double = 2, years: Double = 4, tickets: String = "[8, 0]")
    -> String
  {
    var fund = [
      "portfolio":
        "{kind: companies, period: 5 years, streams: [any], tickets_per_year: \(tickets), tickets: {seed: {ticket: 2000 万元}}, "
        + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, concentration_limit: 20 %}",
      "tolerance": "{fund: 40 %}",
    ]
    fund["public_exit"] = clause
    return SmallFund.text(
      law: SmallFund.fixed(multiple, years: years), fund: fund,
      extra: "outputs: {replicate_entities: [funds, classes, public_money]}")
  }

  /// Eight companies of 2000 万元 in the first year, 40 % the city's; a year without any lets it leave in the ninth
  /// quarter, with its capital of 6400 万元, paid from the first 8000 万元 that come back after four years.
  @Test("an idle fund gives the city its capital back first, and no gain")
  func idle() async throws {
    let text = Self.leaving("{idle: 1 year}")
    let kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(text))
    #expect(kernel.exits[0].quarter == 8)
    let city = (0..<kernel.plan.quarters).map {
      kernel.ledger.amount(through: kernel.plan.parties[0].distribution, in: $0)
    }
    #expect(city[16] == 6_400_000_000 && city.reduce(0, +) == 6_400_000_000)
    #expect(kernel.undrawn[0] == 0 && kernel.stakes[0] == 0)
    let all = try await outcomes(text)
    #expect(try all[0].values(.tvpi, entity: "fund/city_fiscal")[0] == 1)
    #expect(try all[0].values(.tvpi, entity: "fund/social_capital")[0] == (6.4e8 / 2 - 0.64e8) / 0.96e8)
    #expect(try all[0].values(.pPublicExit)[0] == 1 && (try all[0].values(.publicExitAfter)[0]) == 2)
    #expect(try all[1].values(.tvpi, entity: "fund/city_fiscal")[0] == 2)
    #expect(try KernelProbe.isBalanced(try ScenarioWorkshop.written(text)))
  }

  /// At a fifth of cost the city's stake is worth less than its capital when the first two companies are lost after a year:
  /// its claim is 40 % of what is left, and nothing more is called from it.
  @Test("a breached tolerance lets it leave with what the stake is worth")
  func tolerance() async throws {
    let text = Self.leaving("{tolerance_breach: true}", multiple: 0.2, years: 1, tickets: "[8]")
    let kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(text))
    #expect(kernel.exits[0].quarter == 4)
    #expect(kernel.paidIn[0] == 6_400_000_000)
    // Eight companies at a fifth: 3200 万元, 800 of them in cash by then.
    #expect(kernel.distributed[0] == 1_280_000_000)
    #expect(kernel.funds[0].size.commitment == 66_400_000_000)
    #expect(try KernelProbe.isBalanced(try ScenarioWorkshop.written(text)))
  }

  /// The agreed company of the second year is of a sector that the mandate leaves out.
  @Test(
    "a purchase outside of the mandate lets it leave in the next quarter, one inside does not",
    arguments: [true, false])
  func mandate(isOutside: Bool) throws {
    let sector = isOutside ? "other" : "all"
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [4], tickets: {seed: {ticket: 2000 万元}}, "
      + "named: [{company: agreed, ticket: 2000 万元}], concentration_limit: 20 %, "
      + "mandate: {sectors: [all], early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}}"
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4), fund: ["portfolio": portfolio, "public_exit": "{outside_mandate: true}"],
      extra: """
        companies:
          agreed: {name: {en: Agreed, zh: 约定}, law: law, stage: seed, sector: \(sector), enters: 2026-01-01, round_size: 2000 万元}
        """
    ).replacing(
      "sectors: {all: {name: {en: All, zh: 全部}, factor_weight: 100 %}}",
      with:
        "sectors: {all: {name: {en: All, zh: 全部}, factor_weight: 100 %}, other: {name: {en: Other, zh: 其他}, factor_weight: 0 %}}"
    )
    let design = try ScenarioWorkshop.written(text)
    let kernel = try KernelProbe.kernel(design)
    #expect(kernel.companies[0].firstHolding >= 0, "the agreed company is bought either way")
    #expect(kernel.exits[0].quarter == (isOutside ? 5 : -1))
    #expect(try KernelProbe.isBalanced(design))
  }

  @Test("a clause whose triggers are never met changes nothing but its own columns")
  func nullChange() async throws {
    let all = try await outcomes(
      Self.leaving("{idle: 10 years, tolerance_breach: true, outside_mandate: true}"), count: 20)
    for metric in [HeadlineMetric.irr, .tvpi, .npv, .nav, .distributed, .paidIn] {
      #expect(try all[0].values(metric) == (try all[1].values(metric)), "\(metric.name)")
    }
    #expect(try all[0].values(.pPublicExit).allSatisfy { $0 == 0 })
    #expect(try all[0].values(.publicExitAfter).allSatisfy(\.isNaN))
  }

  @Test(
    "clauses that cannot work are refused",
    arguments: [
      (["public_exit": "{}"], "nothing lets the public investors leave"),
      (["public_exit": "{tolerance_breach: true}"], "the fund has no section tolerance"),
      (
        [
          "state_sale": "{}",
          "life": "{term: 10 years, extension_count: 0, rest: write_off, sale_discount: 0 %}",
        ], "what is left is written off, so nothing is sold"
      ),
    ])
  func refused(fund: [String: String], message: String) {
    let error = #expect(throws: (any Error).self) {
      try ScenarioWorkshop.read(SmallFund.text(law: SmallFund.fixed(2, years: 4), fund: fund))
    }
    #expect(String(describing: error).contains(message), "\(String(describing: error))")
  }
}
