// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// A mother fund of 6000 万元 of the city's and 4000 万元 of social capital has 40 % of a fund of 1 亿元, which buys one company
/// for 5000 万元 in the first quarter and may pay fees of 50 万元 in each of twenty quarters: the mother needs 2000 万元, and
/// 20 万元 a quarter for the fees.
@Suite struct ForesightTests {
  private static let wan: Int64 = 1_000_000
  private static let city = "city: {class: city_fiscal, commitment: 6000 万元, source_of_funds: general_budget"
  private static let instalments = ["calls": "{method: instalments, offset: gross, first: 50 %, instalment: 30 %}"]

  private static func below(rate: String = "2 %", offset: String = "gross") -> PlainFunds.Fund {
    PlainFunds.Fund(
      "below", [PlainFunds.owner("mother", "4000 万元"), PlainFunds.social("6000 万元")], buys: [("alpha", "5000 万元")],
      keys: [
        "calls": "{method: as_needed, offset: \(offset)}",
        "fees":
          "{management: [{until: 5 years, base: committed, rate: \(rate)}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}",
      ])
  }

  private static func mother(_ first: String = city + "}", keys: [String: String] = [:]) -> PlainFunds.Fund {
    PlainFunds.Fund("mother", [first, PlainFunds.social("4000 万元")], keys: keys)
  }

  private func design(_ funds: [PlainFunds.Fund], years: Int = 4, extra: String = "") throws -> ResolvedDesign {
    try ScenarioWorkshop.written(
      PlainFunds.text([PlainFunds.Company("alpha", 2, years: years)], funds, extra: extra))
  }

  private func fund(_ id: String, of design: ResolvedDesign) throws -> Int {
    try #require(design.scenario.funds.firstIndex { $0.id == id })
  }

  private func called(_ kernel: borrowing ReplicateKernel, by fund: Int, in quarter: Int) -> Int64 {
    kernel.plan.funds[fund].parties.reduce(0) {
      $0 + kernel.ledger.amount(through: kernel.plan.parties[$1].call, in: quarter)
    }
  }

  private func distributed(_ kernel: borrowing ReplicateKernel, by fund: Int, in quarter: Int) -> Int64 {
    kernel.plan.funds[fund].parties.reduce(0) {
      $0 + kernel.ledger.amount(through: kernel.plan.parties[$1].distribution, in: quarter)
    }
  }

  // MARK: Calls and cash

  @Test("an instalment brings what the fund below can still call for, and no more")
  func instalment() throws {
    let design = try design([Self.mother(keys: Self.instalments), Self.below()])
    let kernel = try KernelProbe.kernel(design)
    let mother = try fund("mother", of: design)
    #expect(called(kernel, by: mother, in: 0) == 2400 * Self.wan)
    #expect(kernel.funds[mother].paidIn == 2400 * Self.wan && kernel.funds[mother].cash == 0)
  }

  @Test("a fund two tiers above foresees its part of a part")
  func tiers() throws {
    let top = PlainFunds.Fund("top", [PlainFunds.city("1 亿元")], keys: Self.instalments)
    let design = try design([top, Self.mother(PlainFunds.owner("top", "6000 万元")), Self.below()])
    let kernel = try KernelProbe.kernel(design)
    let place = try fund("top", of: design)
    #expect(called(kernel, by: place, in: 0) == 1440 * Self.wan, "60 % of 2400")
    #expect(kernel.funds[place].paidIn == 1440 * Self.wan)
  }

  /// In the ninth quarter the company brings 1 亿元, of which 50 万元 pay the fee: 20 万元 of the mother's cash are left over.
  @Test("cash that the fund below can no longer call for is given back in its quarter")
  func idleCash() throws {
    let design = try design([Self.mother(keys: Self.instalments), Self.below(offset: "net")], years: 2)
    let kernel = try KernelProbe.kernel(design)
    let mother = try fund("mother", of: design)
    #expect(distributed(kernel, by: mother, in: 7) == 0)
    #expect(distributed(kernel, by: mother, in: 8) == (3980 + 20) * Self.wan)
    #expect(try KernelProbe.isBalanced(design))
  }

  // MARK: Who pays

  @Test("a level that has paid every call has not failed: a shut gate harms nobody where nothing can be called")
  func patience() throws {
    let honouring = ", honouring: {late: 0 %, fails: 0 %, remedy: dilution, penalty: 50 %}}"
    let design = try design(
      [Self.mother(Self.city + honouring), Self.below(rate: "0 %")],
      extra: "public_money: {city: {budget: {per_year: {2025: 2000 万元}, approved: 1, release: at_once, carry_over: 0}, "
        + "call_gate: {on_empty_budget: true, remedy_after: 0.25 years}}}")
    let kernel = try KernelProbe.kernel(design)
    let city = kernel.plan.funds[try fund("mother", of: design)].firstParty
    #expect(kernel.journal?.entries.contains { $0.happening == .defaulted } == false)
    #expect(kernel.paidIn[city] == 1200 * Self.wan && kernel.stakes[city] == kernel.paidIn[city])
    #expect(kernel.gates[0].quarters == 0)
  }

  @Test("an investor fails in quarters with a need alone, as often as stated (within 4 standard errors)")
  func odds() throws {
    let honouring = ", honouring: {late: 0 %, fails: 30 %, factor_loading: 0 %, persistence: 0, remedy: cut}}"
    let design = try design([Self.mother(Self.city + honouring), Self.below(rate: "0 %")])
    var failed = 0.0
    for replicate in 0..<400 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      let failures = (kernel.journal?.entries ?? []).filter { $0.happening == .defaulted }
      #expect(failures.allSatisfy { $0.quarter == 0 }, "all that is needed is needed at once")
      failed += Double(failures.count)
    }
    #expect((failed / 400 - 0.3).magnitude < 4 * (0.3 * 0.7 / 400).squareRoot())
  }

  /// Of 2020 万元 in the first quarter the city owes 1212 and has 600; social capital advances the rest and three fees. Sixteen
  /// fees are to come when the next 600 万元 are released.
  @Test("when a gate opens what is owed is paid as far as it can be needed")
  func arrears() throws {
    let design = try design(
      [Self.mother(), Self.below()],
      extra: "public_money: {city: {budget: {per_year: {2025: 600 万元, 2026: 600 万元}, approved: 1, release: at_once, "
        + "carry_over: 2}, call_gate: {on_empty_budget: true}}}")
    let kernel = try KernelProbe.kernel(design)
    let city = kernel.plan.funds[try fund("mother", of: design)].firstParty
    #expect(kernel.ledger.amount(through: kernel.plan.parties[city].call, in: 0) == 600 * Self.wan)
    #expect(kernel.ledger.amount(through: kernel.plan.parties[city].call, in: 4) == 320 * Self.wan)
    #expect(kernel.paidIn[city] == 920 * Self.wan && kernel.paidIn[city + 1] == 1480 * Self.wan)
    #expect(kernel.gates[0].quarters == 4, "owed through the first year")
    #expect(kernel.gates[0].most == 612 * Self.wan)
    #expect(try KernelProbe.isBalanced(design))
  }
}
