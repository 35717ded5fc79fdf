// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import NumericalCore
import TestSupport
import Testing

@testable import Simulation

/// Funds that are run to their ends in one pass do the same, to the fen, as quarter by quarter. A story is always told
/// quarter by quarter, so a replicate with a journal is the second way of computing.
@Suite struct RunAheadTests {
  /// Settings over the benchmark fund with which it still depends on nobody: budgets that bind, tickets of unlike size so
  /// that some are refused and further companies made, fees that outlive the commitments, an early end, other terms.
  static let alone: [[String]] = [
    [],
    ["funds.fund.portfolio.concentration_limit=1 %"],
    ["funds.fund.portfolio.tickets_per_year=[24]"],
    ["funds.fund.portfolio.tickets_per_year=[12]", "funds.fund.portfolio.tickets.a.ticket=6000 万元"],
    ["funds.fund.portfolio.tickets_per_year=[3, 0, 7]", "funds.fund.portfolio.tickets.seed.ticket=90000001 元"],
    ["funds.fund.fees.management=[{until: 12 years, base: committed, rate: 9 %}]"],
    ["funds.fund.fees.management=[{until: 3 years, base: paid_in, rate: 4 %}]", "funds.fund.life.term=6 years"],
    ["funds.fund.waterfall.hurdle={rate: 6 %, compounding: simple}", "funds.fund.waterfall.catch_up=50 %"],
    ["funds.fund.waterfall.hurdle=null", "funds.fund.life.rest=write_off", "funds.fund.starts=2026-Q3"],
    ["funds.fund.waterfall.hurdle={rate: 7 %, compounding: annual}"],
  ]

  /// Settings with which something else decides, or may look at what the fund holds.
  static let bound: [String] = [
    "funds.fund.calls.offset=net", "funds.fund.life.extension_count=1", "funds.fund.life.term=15 years",
    "funds.fund.fees.set_up=100 万元", "funds.fund.waterfall.kind=american",
    "funds.fund.portfolio.mandate.early_minimum=50 %", "outputs.period_metrics=[nav]",
    "funds.fund.waterfall.clawback={tax_share: 0 %}", "funds.fund.waterfall.day_count=act/365f",
  ]

  @Test("the settings of this suite are run ahead", arguments: alone)
  func runsAhead(_ sets: [String]) throws {
    #expect(try ScenarioWorkshop.design("benchmark", sets).plan.runsAhead)
  }

  @Test("whatever else may decide keeps a fund from running ahead", arguments: bound)
  func waits(_ set: String) throws {
    #expect(try !ScenarioWorkshop.design("benchmark", [set]).plan.runsAhead)
  }

  @Test("run ahead or quarter by quarter, everything is the same", arguments: alone)
  func isSame(_ sets: [String]) throws {
    try compare(try ScenarioWorkshop.design("benchmark", sets), replicates: 25)
  }

  @Test("where tickets are refused, further companies are made in their place")
  func makesFurther() throws {
    let plan = try ScenarioWorkshop.design("benchmark", Self.alone[3]).plan
    var kernel = ReplicateKernel(plan)
    kernel.run(replicate: 0)
    #expect(kernel.counts.candidates > kernel.counts.funded && kernel.counts.funded > 0)
    #expect(kernel.companies.count > plan.fundTables[0].ticketsThrough.last ?? 0)
  }

  @Test("two funds of different ages, each run ahead to its own end, do the same as side by side")
  func isSameForTwo() throws {
    let file = ScenarioWorkshop.path("benchmark") + "/scenario.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let start = try #require(text.range(of: "  fund:\n")?.lowerBound)
    let end = try #require(text.range(of: "\noutputs:")?.lowerBound)
    let second = text[start..<end].replacing("  fund:\n", with: "  later:\n")
      .replacing("2025-Q1", with: "2026-Q2").replacing("term: 12 years", with: "term: 7 years")
    let both = try ScenarioWorkshop.written(text.replacing("\noutputs:", with: second + "\noutputs:"))
    #expect(both.plan.funds.count == 2 && both.plan.runsAhead)
    try compare(both, replicates: 25)
  }

  /// Holds a replicate without a journal against one with it.
  private func compare(_ design: ResolvedDesign, replicates: UInt32) throws {
    var ahead = ReplicateKernel(design.plan)
    var slow = ReplicateKernel(design.plan)
    for replicate in 0..<replicates {
      slow.journal = Journal()
      ahead.run(replicate: replicate)
      slow.run(replicate: replicate)
      let quarters = design.plan.quarters
      for channel in design.plan.ledger.channels.indices {
        for quarter in 0..<quarters {
          let (one, other) = (
            ahead.ledger.amount(through: channel, in: quarter), slow.ledger.amount(through: channel, in: quarter)
          )
          #expect(one == other, "channel \(channel) in \(quarter) of \(replicate)")
        }
      }
      for fund in design.plan.funds.indices {
        #expect(Self.text(ahead.funds[fund]) == Self.text(slow.funds[fund]))
        #expect(ahead.waterfalls[fund] == slow.waterfalls[fund])
      }
      for party in design.plan.parties.indices {
        #expect(ahead.paidIn[party] == slow.paidIn[party] && ahead.distributed[party] == slow.distributed[party])
        #expect(ahead.undrawn[party] == slow.undrawn[party] && ahead.stakes[party] == slow.stakes[party])
      }
      #expect("\(ahead.counts)" == "\(slow.counts)")
      #expect(Self.fates(of: ahead) == Self.fates(of: slow))
    }
  }

  /// All that a fund has, apart from the quarter that it has been run to and the order in which it lists its holdings.
  private static func text(_ state: FundState) -> String {
    var state = state
    (state.stands, state.firstHolding, state.lastHolding) = (0, 0, 0)
    return "\(state)"
  }

  /// What is known of each company, and of what is held of it, by its address.
  private static func fates(of kernel: borrowing ReplicateKernel) -> [UInt64: String] {
    var fates: [UInt64: String] = [:]
    for position in kernel.companies.indices {
      var company = kernel.companies[position]
      let holding = company.firstHolding
      (company.firstHolding, company.nextEvent, company.firstEvent) = (0, 0, 0)
      guard company.isFunded else { continue }
      var text = "\(company)"
      if holding >= 0 {
        var state = kernel.holdings[holding]
        (state.company, state.nextOfFund) = (0, 0)
        text += "\(state)"
      }
      fates[company.entity.rawValue] = text
    }
    return fates
  }
}
