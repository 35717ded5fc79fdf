// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import TestSupport
import Testing

@testable import Simulation

/// A fund that is run to its end in one pass does the same, to the last bit, as quarter by quarter: the same plan, told not
/// to run ahead, is the second way of computing.
@Suite struct RunAheadTests {
  /// Commitments that are used up by purchases, so that proceeds have to pay the fees of later years.
  static let usedUp = [
    "funds.fund.portfolio.tickets_per_year=[36]",
    "funds.fund.fees.management=[{until: 12 years, base: paid_in, rate: 8 %}]",
  ]
  /// Companies at round A cost more than the fund may put into one: others are made and bought in their place.
  static let refusing = [
    "funds.fund.portfolio.concentration_limit=1 %", "funds.fund.portfolio.tickets.seed.ticket=500 万元",
  ]

  /// Settings over the benchmark fund with which it still depends on nobody: budgets that bind, tickets that are refused,
  /// an early or a late end, rounds of their own size, other fees and terms.
  static let alone: [[String]] = [
    [], usedUp, refusing,
    ["funds.fund.portfolio.concentration_limit=1 %"],
    ["funds.fund.portfolio.tickets_per_year=[24]"],
    ["funds.fund.portfolio.tickets_per_year=[3, 0, 7]", "funds.fund.life.term=14.75 years"],
    ["funds.fund.fees.management=[{until: 12 years, base: committed, rate: 9 %}]"],
    ["funds.fund.fees.management=[{until: 3 years, base: paid_in, rate: 4 %}]", "funds.fund.life.term=6 years"],
    ["funds.fund.waterfall.hurdle={rate: 6 %, compounding: simple}", "funds.fund.waterfall.catch_up=50 %"],
    ["funds.fund.waterfall.hurdle=null", "funds.fund.life.rest=write_off", "funds.fund.starts=2026-Q3"],
    ["funds.fund.waterfall.hurdle={rate: 7 %, compounding: annual}"],
    ["candidate_streams.any.rounds.seed.sigma=0.6", "candidate_streams.any.hard_tech_share=40 %"],
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
  ]

  @Test("the settings of this suite are run ahead", arguments: alone)
  func runsAhead(_ sets: [String]) throws {
    #expect(try ScenarioWorkshop.design("benchmark", sets).plan.runsAhead)
  }

  @Test("whatever else may decide keeps a fund from running ahead", arguments: bound)
  func waits(_ set: String) throws {
    #expect(try !ScenarioWorkshop.design("benchmark", [set]).plan.runsAhead)
  }

  @Test("so does whatever stands beside it", arguments: ["yangjiang-2025", "gongqingcheng-2022-funds", "by-hand"])
  func waitsForOthers(_ name: String) throws {
    #expect(try !ScenarioWorkshop.design(name, ScenarioWorkshop.fundsAlone).plan.runsAhead)
  }

  @Test("run ahead or quarter by quarter, every number is the same", arguments: alone)
  func isSame(_ sets: [String]) throws {
    let plan = try ScenarioWorkshop.design("benchmark", sets).plan
    var slowly = plan
    slowly.runsAhead = false
    var ahead = ReplicateKernel(plan)
    var slow = ReplicateKernel(slowly)
    var (ofAhead, ofSlow) = (ReplicateMeasures(plan), ReplicateMeasures(slowly))
    for replicate in UInt32(0)..<20 {
      ahead.run(replicate: replicate)
      slow.run(replicate: replicate)
      #expect(Self.state(of: ahead) == Self.state(of: slow), "replicate \(replicate)")
      ofAhead.take(from: ahead)
      ofSlow.take(from: slow)
      #expect(ofAhead.headline.map(\.bitPattern) == ofSlow.headline.map(\.bitPattern))
      #expect(ofAhead.periods.map(\.bitPattern) == ofSlow.periods.map(\.bitPattern))
    }
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
      return kernel.funds[0].undrawn == 0 && fees + bought > plan.funds[0].commitment
    }
    #expect(isPaid.contains(true))
  }

  /// All that a kernel keeps of a replicate, the quarters of what is done and due included.
  private static func state(of kernel: borrowing ReplicateKernel) -> [String] {
    var state = ["\(kernel.counts)", "\(kernel.isUncountable)"]
    for fund in kernel.funds.indices { state.append("\(kernel.funds[fund]) \(kernel.waterfalls[fund])") }
    for party in kernel.plan.parties.indices {
      state.append(
        "\(kernel.paidIn[party]) \(kernel.distributed[party]) \(kernel.undrawn[party]) \(kernel.stakes[party])")
    }
    for channel in kernel.plan.ledger.channels.indices {
      let amounts = (0..<kernel.plan.quarters).map { kernel.ledger.amount(through: channel, in: $0) }
      state.append("\(channel): \(amounts)")
    }
    for kind in kernel.stageTickets.indices { state.append("\(kernel.stageTickets[kind])") }
    for position in kernel.companies.indices { state.append("\(kernel.companies[position])") }
    for position in kernel.holdings.indices { state.append("\(kernel.holdings[position])") }
    return state
  }
}
