// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Who owes what behind a gate, on the fund of Scenarios/by-hand without fees and carried interest: companies of 2000 万元
/// each, 40 % of every call from the city's budget.
@Suite struct PostponementTests {
  private static func design(
    budget: String, gate: String = "on_empty_budget: true", entries: [String], _ sets: [String] = []
  ) throws -> ResolvedDesign {
    let companies = ["alpha", "beta", "gamma", "delta"].prefix(entries.count)
    let named = companies.map { "{company: \($0), ticket: 2000 万元}" }.joined(separator: ", ")
    return try ScenarioWorkshop.design(
      "by-hand",
      [
        "funds.city.fees.management=[{until: 5 years, base: committed, rate: 0 %}]",
        "funds.city.waterfall={carry: 0 %, catch_up: 0 %, hurdle: null}",
        "funds.city.portfolio.named=[\(named)]",
        "public_money={city: {budget: {\(budget)}, call_gate: {\(gate)}}}",
        "outputs={replicate_entities: [funds, public_money]}",
      ] + zip(companies, entries).map { "companies.\($0).enters=\($1)" } + sets)
  }

  /// Fen that the city's investors paid on calls by quarter.
  private func paid(_ kernel: borrowing ReplicateKernel) -> [Int64] {
    let own = kernel.plan.parties.indices.filter { kernel.plan.parties[$0].gate >= 0 }
    return (0..<kernel.plan.quarters).map { quarter in
      own.reduce(0) { $0 + kernel.ledger.amount(through: kernel.plan.parties[$1].call, in: quarter) }
    }
  }

  private func first(_ happening: Journal.Happening, _ kernel: borrowing ReplicateKernel) -> Int? {
    kernel.journal?.entries.first { $0.happening == happening }?.quarter
  }

  private static let honouring =
    "funds.city.investors.treasury.honouring={late: 0 %, fails: 0 %, remedy: dilution, penalty: 50 %}"

  /// 800 万元 are called in 2025-Q1 and in 2027-Q1, and the budget has them in both: what lies between is an empty budget on
  /// which nobody calls. Alpha triples: 40 % of 6000 over 1600 万元.
  @Test("whoever pays every call in full has postponed nothing and never fails")
  func punctual() async throws {
    let design = try Self.design(
      budget: "per_year: {2025: 800 万元, 2027: 800 万元}, release: at_once",
      gate: "on_empty_budget: true, remedy_after: 6 months", entries: ["2025-01-01", "2027-01-01"],
      [Self.honouring, "companies.beta.law=lost_in_two"])
    let kernel = try KernelProbe.kernel(design)
    let paid = paid(kernel)
    #expect(paid[0] == 800_000_000 && paid[8] == 800_000_000 && paid.reduce(0, +) == 1_600_000_000)
    #expect(first(.postponed, kernel) == nil && first(.defaulted, kernel) == nil)
    let outcome = try await Ensemble([design]).run(count: 1, width: 1)[0]
    #expect(try outcome.values(.tvpi, entity: "public/city") == [1.5])
    #expect(try outcome.values(.postponedYears, entity: "public/city") == [0])
    #expect(try outcome.values(.callsPostponed, entity: "public/city") == [0])
  }

  /// One yuan is released a quarter, against 800 万元 called in the first and the second.
  @Test("a part payment does not begin the time of a remedy anew")
  func partPayment() throws {
    let design = try Self.design(
      budget: "per_year: 4 元, release: by_quarter, carry_over: 1",
      gate: "on_empty_budget: true, remedy_after: 6 months",
      entries: ["2025-01-01", "2025-04-01", "2026-01-01", "2026-07-01"], [Self.honouring])
    let kernel = try KernelProbe.kernel(design)
    // Owed at the ends of two quarters, and at the end of a third.
    #expect(first(.postponed, kernel) == 0 && first(.defaulted, kernel) == 2)
    #expect(paid(kernel).prefix(4) == [100, 100, 100, 0])
    #expect(kernel.gates[0].quarters == 3)
    #expect(try KernelProbe.isBalanced(design))
  }

  /// The city alone: two companies are missed for want of money in 2025, the others are bought in 2026.
  @Test("calls that are not made since nobody may pay them are postponed as well, though nothing is owed")
  func alone() throws {
    let design = try Self.design(
      budget: "per_year: {2025: 0 元, 2026: 1 亿元}, release: at_once",
      entries: ["2025-01-01", "2025-04-01", "2026-01-01", "2026-07-01"],
      ["funds.city.investors={treasury: {commitment: 1 亿元}, social: null}"])
    let kernel = try KernelProbe.kernel(design)
    #expect(kernel.gates[0].quarters == 2 && kernel.gates[0].most == 0)
    #expect(kernel.paidIn[0] == 4_000_000_000)
  }

  private static let split =
    "funds.city.investors={treasury: {commitment: 100 万元}, "
    + "more: {class: city_fiscal, commitment: 3900 万元, source_of_funds: general_budget}}"

  @Test(
    "a stake in two parts pays what it pays in one, to a fen a quarter",
    arguments: ["1600 万元, release: at_once", "800 万元, release: at_once", "400 万元, release: by_quarter"])
  func twoParts(budget: String) throws {
    let entries = ["2025-01-01", "2025-04-01", "2026-01-01", "2026-07-01"]
    let designs = try [[], [Self.split]].map { sets in
      try Self.design(budget: "per_year: \(budget), carry_over: 1", entries: entries, sets)
    }
    let one = try KernelProbe.kernel(designs[0])
    let two = try KernelProbe.kernel(designs[1])
    #expect(zip(paid(one), paid(two)).allSatisfy { abs($0 - $1) <= 1 }, "\(paid(one)) \(paid(two))")
    #expect(abs(one.gates[0].most - two.gates[0].most) <= 1 && one.gates[0].quarters == two.gates[0].quarters)
    if budget.hasPrefix("1600") {
      #expect(paid(two).reduce(0, +) == 3_200_000_000 && two.gates[0].quarters == 0)
      let parts = two.plan.parties.indices.filter { two.plan.parties[$0].gate >= 0 }.map { two.paidIn[$0] }
      #expect(Set(parts) == [80_000_000, 3_120_000_000])
    }
    #expect(try KernelProbe.isBalanced(designs[1]))
  }

  // MARK: Later closings

  private static func raising(_ rate: String = "6 %") -> String {
    "funds.city.raising={classes: [city_fiscal], demand_ratio: 100, sensitivity: 0, factor_loading: 0, sigma: 0, "
      + "closings: [{after: 0 years, share: 50 %}, {after: 1 year, share: 50 %}], equalisation_rate: \(rate)}"
  }

  /// Of 4000 万元 paid in by the fifth quarter the city, which then has 40 % of commitments, has 1000: it pays 600 more, with
  /// interest from the mean date of the calls, half a quarter after the start: 600 · 6 % · 3.5/4 = 31.5.
  @Test(
    "whoever has money again at a later closing joins it, whatever was left a quarter ago",
    arguments: ["1000 万元", "10000001 元", "10 亿元"])
  func reopened(budget: String) throws {
    let design = try Self.design(
      budget: "per_year: \(budget), release: at_once",
      entries: ["2025-01-01", "2025-04-01", "2026-07-01", "2026-10-01"], [Self.raising()])
    let kernel = try KernelProbe.kernel(design)
    let city = try #require(kernel.plan.parties.firstIndex { $0.gate >= 0 })
    let channels = try #require(kernel.plan.parties[city].equalisation)
    #expect(kernel.ledger.amount(through: channels.capitalPaid, in: 4) == 600_000_000)
    #expect(kernel.ledger.amount(through: channels.interestPaid, in: 4) == 31_500_000)
    #expect(try KernelProbe.isBalanced(design))
  }

  @Test("two that join from one budget share it to the fen, interest included")
  func joining() throws {
    let design = try Self.design(
      budget: "per_year: {2025: 1000 万元, 2026: 300 万元}, release: at_once, carry_over: 0",
      entries: ["2025-01-01", "2025-04-01", "2026-07-01", "2026-10-01"], [Self.raising("7 %"), Self.split])
    let kernel = try KernelProbe.kernel(design)
    var sum: Int64 = 0
    for party in kernel.plan.parties.indices where kernel.plan.parties[party].gate >= 0 {
      let channels = try #require(kernel.plan.parties[party].equalisation)
      let part = kernel.ledger.amount(through: channels.capitalPaid, in: 4)
      #expect(part > 0)
      sum += part + kernel.ledger.amount(through: channels.interestPaid, in: 4)
    }
    #expect((299_999_997...300_000_000).contains(sum), "\(sum)")
    #expect(try KernelProbe.isBalanced(design))
  }
}
