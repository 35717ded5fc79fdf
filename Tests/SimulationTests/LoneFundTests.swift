// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import TestSupport
import Testing

@testable import Simulation

/// A fund that is run by columns does the same, to the last bit, as quarter by quarter with records of its companies: the
/// same plan, told not to run it alone, is the second way of computing.
@Suite struct LoneFundTests {
  /// Commitments that are used up by purchases, so that proceeds have to pay the fees of later years.
  static let usedUp = [
    "funds.fund.portfolio.tickets_per_year=[5]",
    "funds.fund.fees.management=[{until: 12 years, base: paid_in, rate: 8 %}]",
  ]
  /// Companies at round A cost more than the fund may put into one.
  static let refusing = [
    "funds.fund.portfolio.concentration_limit=1 %", "funds.fund.portfolio.tickets.seed.ticket=500 万元",
  ]
  /// Companies that stall, are transferred and leave with a preference of those who invested, under a listing window.
  static let city = [
    "company_laws.benchmark={preset: rmb_city_fund}", "economy.listing_window={}",
    "candidate_streams.any.rounds.seed.sigma=0.6", "candidate_streams.any.hard_tech_share=40 %",
    "candidate_streams.any.local_share=30 %",
  ]

  /// Everything that follows from flows, of the fund, its investors and the public.
  static let everything = [
    "outputs.replicate_entities=[funds, classes, public_money]",
    "outputs.period_entities=[funds, classes, public_money]",
    "outputs.replicate_metrics=[\(HeadlineMetric.ofFlows.map(\.name).sorted().joined(separator: ", "))]",
    "outputs.period_metrics=[paid_in, distributed, net_cash_flow, management_fee, outlay, receipts, unfunded_commitment]",
  ]

  /// Settings over the benchmark fund with which it still depends on nobody: an early or a late end, rounds of their own
  /// size, other fees and terms, other companies, sectors and investors.
  static let alone: [[String]] = [
    [], usedUp, city, everything, city + everything,
    city + ["company_laws.benchmark.buy_back.delay=3 years", "funds.fund.life.term=9.5 years"],
    ["funds.fund.portfolio.tickets_per_year=[3, 0, 7]", "funds.fund.life.term=14.75 years"],
    [
      "funds.fund.fees.management=[{until: 12 years, base: committed, rate: 6 %}]",
      "funds.fund.portfolio.tickets_per_year=[1]",
    ],
    ["funds.fund.fees.management=[{until: 3 years, base: paid_in, rate: 4 %}]", "funds.fund.life.term=6 years"],
    ["funds.fund.waterfall.hurdle={rate: 6 %, compounding: simple}", "funds.fund.waterfall.catch_up=50 %"],
    ["funds.fund.waterfall.hurdle=null", "funds.fund.life.rest=write_off", "funds.fund.starts=2026-Q3"],
    ["funds.fund.waterfall.hurdle={rate: 7 %, compounding: annual}"],
    [
      "company_laws.benchmark.listing={lock_up: 13 years, sale_quarters: 1}", "company_laws.benchmark.max_multiple=3",
      "company_laws.benchmark.buy_back.delay=0 years", "candidate_streams.any.local_share=50 %",
      "company_laws.benchmark.liquidation_preference=1",
    ],
    ["candidate_streams.any.rounds.seed.sigma=0.6", "candidate_streams.any.hard_tech_share=40 %"],
    [
      "economy.sectors.other={name: {en: Other, zh: 其他}, factor_weight: 40 %, growth: 3 %, volatility: 30 %}",
      "candidate_streams.any.sector_mix={all: 60 %, other: 40 %}", "company_laws.benchmark.quality_loading=10 %",
      "company_laws.benchmark.listing={lock_up: 0 years, sale_quarters: 9}",
    ],
    [
      "economy.sectors.other={name: {en: Other, zh: 其他}, growth: 3 %, volatility: 30 %}",
      "economy.sector_correlations={all: {other: 0.4}}", "candidate_streams.any.sector_mix={all: 60 %, other: 40 %}",
    ],
    ["funds.fund.investors.third={class: city_fiscal, commitment: 3333 万元, source_of_funds: general_budget}"],
    ["funds.fund.investors={city: {class: city_fiscal, commitment: 9 亿元, source_of_funds: general_budget}}"],
  ]

  /// Rounds of their own size, some of which are too large for the fund.
  static let sometimes = [
    "funds.fund.portfolio.concentration_limit=1.95 %", "candidate_streams.any.rounds.seed.sigma=0.02",
    "candidate_streams.any.rounds.a.sigma=0.02", "candidate_streams.any.rounds.seed.size=1860 万元",
    "candidate_streams.any.rounds.a.size=1860 万元",
  ]

  /// Settings with which it may be run alone, but gives up where a ticket is refused.
  static let refused: [[String]] = [
    refusing, ["funds.fund.portfolio.concentration_limit=1 %"],
    [
      "funds.fund.portfolio.tickets_per_year=[24]",
      "funds.fund.fees.management=[{until: 12 years, base: committed, rate: 9 %}]",
    ],
  ]

  /// Settings with which something else decides, or may look at what the fund holds.
  static let bound: [String] = [
    "funds.fund.calls.offset=net", "funds.fund.calls.recycling=20 %", "funds.fund.life.extension_count=1",
    "funds.fund.life.term=15 years", "funds.fund.fees.set_up=100 万元", "funds.fund.fees.custody=0.1 %",
    "funds.fund.fees.fixed_per_year=10 万元", "funds.fund.waterfall.kind=american",
    "funds.fund.waterfall.clawback={tax_share: 0 %}", "funds.fund.waterfall.escrow={share: 20 %}",
    "funds.fund.waterfall.day_count=act/365f", "funds.fund.portfolio.mandate.early_minimum=50 %",
    "funds.fund.portfolio.redemption={after: 5 years}", "outputs.period_metrics=[nav]",
    "outputs.period_metrics=[reported_nav]",
    "funds.fund.fees.management=[{until: 12 years, base: nav, rate: 1 %}]",
    "outputs.replicate_metrics=[loss_ratio]", "outputs.replicate_metrics=[exits_listed]",
    "outputs.replicate_metrics=[largest_exposure]", "outputs.period_metrics=[early_share]",
    "funds.fund.distribution_in_kind={at: lock_up, discount: 100 %}",
    "funds.fund.distribution_in_kind={at: end, discount: 10 %}",
  ]

  @Test("the settings of this suite let a fund be run alone", arguments: alone + refused)
  func mayRunAlone(_ sets: [String]) throws {
    #expect(try !ScenarioWorkshop.design("benchmark", sets).plan.lone.isEmpty)
  }

  @Test("whatever else may decide, or asks for companies, keeps a fund from it", arguments: bound)
  func waits(_ set: String) throws {
    #expect(try ScenarioWorkshop.design("benchmark", [set]).plan.lone.isEmpty)
  }

  @Test("so does whatever stands beside it", arguments: ["yangjiang-2025", "gongqingcheng-2022-funds", "by-hand"])
  func waitsForOthers(_ name: String) throws {
    #expect(try ScenarioWorkshop.design(name, ScenarioWorkshop.fundsAlone).plan.lone.isEmpty)
  }

  @Test("alone or quarter by quarter, every number is the same", arguments: alone + refused)
  func isSame(_ sets: [String]) throws {
    let plan = try ScenarioWorkshop.design("benchmark", sets).plan
    var slowly = plan
    slowly.lone = LonePlan()
    var alone = ReplicateKernel(plan)
    var slow = ReplicateKernel(slowly)
    var (ofAlone, ofSlow) = (ReplicateMeasures(plan), ReplicateMeasures(slowly))
    for replicate in UInt32(0)..<40 {
      alone.run(replicate: replicate)
      slow.run(replicate: replicate)
      #expect(alone.ranAlone != Self.refused.contains(sets) && !slow.ranAlone)
      #expect(Self.flows(of: alone) == Self.flows(of: slow), "replicate \(replicate)")
      #expect(Self.imbalances(of: &alone) == Self.imbalances(of: &slow))
      ofAlone.take(from: alone)
      ofSlow.take(from: slow)
      #expect(ofAlone.headline.map(\.bitPattern) == ofSlow.headline.map(\.bitPattern))
      #expect(ofAlone.periods.map(\.bitPattern) == ofSlow.periods.map(\.bitPattern))
    }
  }

  @Test("a kernel that gives up on some replicates is right on all")
  func isSameSometimes() throws {
    let plan = try ScenarioWorkshop.design("benchmark", Self.sometimes).plan
    var slowly = plan
    slowly.lone = LonePlan()
    var alone = ReplicateKernel(plan)
    var slow = ReplicateKernel(slowly)
    var times = 0
    for replicate in UInt32(0)..<60 {
      alone.run(replicate: replicate)
      slow.run(replicate: replicate)
      times += alone.ranAlone ? 1 : 0
      #expect(Self.flows(of: alone) == Self.flows(of: slow))
    }
    #expect(times > 5 && times < 55)
  }

  @Test(
    "a kernel whose plan changes between replicates keeps nothing of the one before", arguments: [[], city],
    [
      ["funds.fund.life.term=7 years"],
      ["funds.fund.investors.city.commitment=5 亿元", "funds.fund.investors.social.commitment=5 亿元"],
    ])
  func changesPlan(_ sets: [String], _ other: [String]) throws {
    let one = try ScenarioWorkshop.design("benchmark", sets).plan
    let another = try ScenarioWorkshop.design("benchmark", sets + other).plan
    var changed = ReplicateKernel(one)
    var fresh = ReplicateKernel(another)
    for replicate in UInt32(0)..<10 {
      changed.shared = SharedPlan(one)
      changed.run(replicate: replicate)
      changed.shared = SharedPlan(another)
      changed.run(replicate: replicate)
      fresh.run(replicate: replicate)
      #expect(changed.ranAlone && Self.flows(of: changed) == Self.flows(of: fresh))
    }
  }

  @Test("nor of what was recorded quarter by quarter on the replicate before")
  func keepsNoRecords() throws {
    let alone = try ScenarioWorkshop.design("benchmark").plan
    let watched = try ScenarioWorkshop.design(
      "benchmark", ["funds.fund.life.term=15 years", "outputs.period_metrics=[nav, reported_nav]"]
    ).plan
    var changed = ReplicateKernel(watched)
    var fresh = ReplicateKernel(alone)
    var (ofChanged, ofFresh) = (ReplicateMeasures(alone), ReplicateMeasures(alone))
    var times = 0
    for replicate in UInt32(0)..<10 {
      changed.shared = SharedPlan(watched)
      changed.run(replicate: replicate)
      times += !changed.ranAlone && changed.net[alone.quarters - 1] > 0 ? 1 : 0
      changed.shared = SharedPlan(alone)
      changed.run(replicate: replicate)
      fresh.run(replicate: replicate)
      ofChanged.take(from: changed)
      ofFresh.take(from: fresh)
      #expect(changed.ranAlone && ofChanged.headline.map(\.bitPattern) == ofFresh.headline.map(\.bitPattern))
    }
    #expect(times > 0)
  }

  @Test("a missing fen of what companies brought shows in the books")
  func missesFen() throws {
    let plan = try ScenarioWorkshop.design("benchmark").plan
    var kernel = ReplicateKernel(plan)
    kernel.run(replicate: 0)
    #expect(Self.imbalances(of: &kernel).allSatisfy { $0 == 0 })
    kernel.lone.received -= 1
    #expect(Self.imbalances(of: &kernel).contains(1))
  }

  @Test("amounts that cannot be counted are refused alone as they are quarter by quarter")
  func isUncountable() throws {
    var plan = try ScenarioWorkshop.design("benchmark").plan
    for market in plan.markets.indices { plan.markets[market].drift = 2 }
    var slowly = plan
    slowly.lone = LonePlan()
    var alone = ReplicateKernel(plan)
    var slow = ReplicateKernel(slowly)
    alone.run(replicate: 0)
    slow.run(replicate: 0)
    #expect(!plan.lone.isEmpty && !alone.ranAlone)
    #expect(alone.isUncountable && slow.isUncountable)
  }

  @Test("where tickets are refused, further companies are made in their place, and bought")
  func buysFurther() throws {
    let plan = try ScenarioWorkshop.design("benchmark", Self.refusing).plan
    var kernel = ReplicateKernel(plan)
    kernel.run(replicate: 0)
    let planned = plan.fundTables[0].ticketsThrough.last ?? 0
    let further = (planned..<kernel.companies.count).filter { kernel.companies[$0].isFunded }
    #expect(kernel.counts.candidates > kernel.counts.funded && !further.isEmpty)
    #expect(further.contains { kernel.holdings[kernel.companies[$0].firstHolding].proceeds > 0 })
  }

  @Test("where commitments are used up, proceeds pay the fees")
  func paysFromProceeds() throws {
    let plan = try ScenarioWorkshop.design("benchmark", Self.usedUp).plan
    var kernel = ReplicateKernel(plan)
    let isPaid = (0..<20).map { replicate in
      kernel.run(replicate: UInt32(replicate))
      let fees = kernel.ledger.total(through: plan.funds[0].channels.managementFee)
      let bought = kernel.ledger.total(through: plan.funds[0].channels.investment)
      return kernel.ranAlone && kernel.funds[0].undrawn == 0 && fees + bought > plan.funds[0].commitment
    }
    #expect(isPaid.contains(true))
  }

  /// All money that moved, and what is kept of the fund and its investors besides.
  private static func flows(of kernel: borrowing ReplicateKernel) -> [String] {
    let fund = kernel.funds[0]
    var state = ["\(fund.invested) \(fund.feesPaid) \(fund.paidIn) \(fund.callMoment) \(fund.distributed)"]
    state.append("\(fund.undrawn) \(fund.cash) \(fund.soldToBuyers) \(fund.isClosed) \(fund.end)")
    state.append("\(kernel.waterfalls[0]) \(kernel.isUncountable)")
    for party in kernel.plan.parties.indices {
      state.append(
        "\(kernel.paidIn[party]) \(kernel.distributed[party]) \(kernel.undrawn[party]) \(kernel.stakes[party])")
    }
    for channel in kernel.plan.ledger.channels.indices {
      let amounts = (0..<kernel.plan.quarters).map { kernel.ledger.amount(through: channel, in: $0) }
      state.append("\(channel): \(amounts)")
    }
    return state
  }

  /// How far each account is out of balance.
  private static func imbalances(of kernel: inout ReplicateKernel) -> [Int128] {
    var totals = [Int128](repeating: 0, count: kernel.plan.ledger.channels.count)
    var imbalances = [Int128](repeating: 0, count: kernel.plan.ledger.accounts)
    kernel.balance(totals: &totals, imbalances: &imbalances)
    return imbalances
  }
}
