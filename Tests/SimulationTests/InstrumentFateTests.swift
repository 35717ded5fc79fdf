// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Instruments and the fates of companies of stages: conversions, rescues, and that nobody else's fate moves.
@Suite struct InstrumentFateTests {
  private static let law = SmallFund.staged(
    seed: "sojourn_mean: 1 year, sojourn_shape: 50, outcomes: {graduates: 100 %}, step_up: {median: 2, sigma: 0}, "
      + "dilution: 20 %, entry_dilution: 25 %",
    stages:
      ", a: {sojourn_mean: 2 years, sojourn_shape: 50, outcomes: {acquired: 100 %}, acquisition: {median: 1.5, sigma: 0}}"
  )

  private static func grant(_ amount: String, _ conversion: String) -> String {
    InstrumentTests.instrument(
      "i", "grant: {size: {by: fixed, amount: \(amount)}, conversion: {\(conversion)}}")
  }

  /// The round doubles the value: post-money 8000 万元 · 2 / 0.8 = 2 亿元. At a discount of 20 % the price is 1.6, and the sale at
  /// 3 brings 3 / 1.6 of what converted; at most 1 % of the company is 2 亿元 · 1 % · 0.8 = 160 万元, and of the other 140 the
  /// agreed part is repaid.
  @Test(
    "a grant converts in its milestone round and is sold with the company",
    arguments: [
      ("milestone: a, discount: 20 %, most_stake: 100 %", 562.5, 40),
      ("milestone: a, discount: 20 %, most_stake: 1 %", 300, 40),
      ("milestone: a, discount: 20 %, most_stake: 1 %, repaid: 100 %", 440, 40),
      ("milestone: a, discount: 20 %, most_stake: 1 %, repaid: 50 %", 370, 40),
      ("milestone: b, discount: 20 %, repaid: 50 %", 150, 0),
      ("milestone: b, discount: 20 %, repaid: 0 %", 0, 0),
    ] as [(String, Double, Double)])
  func conversion(terms: String, received: Double, conversions: Double) async throws {
    let design = try InstrumentTests.design(Self.grant("300 万元", terms), law: Self.law)
    let outcome = try await InstrumentTests.outcome(design)
    let found = try InstrumentTests.values(outcome, .instrumentReceived)
    #expect(found.allSatisfy { abs($0 / 4e5 - received) < 1e-6 }, "\(found)")
    #expect(try InstrumentTests.values(outcome, .conversions).allSatisfy { $0 == conversions })
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
  }

  /// 40 companies, each with a loan and a grant of 100 万元 that is repaid where it never converts.
  @Test(
    "a buy-back that the founder cannot pay is a failure: loans default, grants are lost",
    arguments: [(0, 40.0, 0.0), (100, 0, 100)])
  func buyBack(recovery: Int, defaults: Double, repaid: Double) async throws {
    let law = SmallFund.staged(
      seed: "sojourn_mean: 1 year, sojourn_shape: 50, outcomes: {bought_back: 100 %}",
      more: ", buy_back: {rate: 8 %, recovery_probability: \(recovery) %, delay: 1 year}")
    let parts = [
      InstrumentTests.instrument(
        "i", "credit: {lender: payer, size: {by: fixed, amount: 100 万元}, term: 5 years, grace: 4 years, recovery: 0 %}"),
      InstrumentTests.instrument(
        "g", "grant: {size: {by: fixed, amount: 100 万元}, conversion: {milestone: b, repaid: 100 %}}"),
    ]
    let design = try InstrumentTests.design(parts.joined(separator: "\n"), law: law)
    let outcome = try await InstrumentTests.outcome(design)
    #expect(try InstrumentTests.values(outcome, .creditDefaults).allSatisfy { $0 == defaults })
    let received = try InstrumentTests.values(outcome, .instrumentReceived, "instrument/g")
    #expect(received.allSatisfy { $0 == 40 * repaid * 1e4 }, "\(received)")
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
  }

  @Test(
    "what is recovered after the grid is left at its end: with what came before it is as much as without delay",
    arguments: [
      ("lender: payer, ", ""), ("", ""),
      ("", ", guarantee: {institution: 30 %, re_guarantor: 50 %, re_guarantor_level: province}"),
    ])
  func recovery(lender: String, guarantee: String) async throws {
    var outcomes: [DesignOutcome] = []
    for delay in [1, 12] {
      let credit =
        "credit: {\(lender)size: {by: fixed, amount: 100 万元}, term: 8 years, grace: 5 years, recovery: 30 %, "
        + "recovery_delay: \(delay) years\(guarantee)}"
      let design = try InstrumentTests.design(
        InstrumentTests.instrument("i", credit), law: SmallFund.fixed(0, years: 2))
      outcomes.append(try await InstrumentTests.outcome(design))
    }
    func all(_ outcome: DesignOutcome) throws -> [Double] {
      let (received, left) = (
        try InstrumentTests.values(outcome, .instrumentReceived), try InstrumentTests.values(outcome, .instrumentValue)
      )
      return zip(received, left).map(+)
    }
    let left = try InstrumentTests.values(outcomes[1], .instrumentValue)
    #expect(left.allSatisfy { ($0 > 0) == !(guarantee.isEmpty && lender.isEmpty) })
    #expect(zip(try all(outcomes[0]), try all(outcomes[1])).allSatisfy { abs($0 - $1) < 1 })
    for level in ["public/city", "public/province"] where outcomes[0].labels.entities.contains(level) {
      let values = try outcomes.map { try InstrumentTests.values($0, .netPresentValue, level) }
      #expect(zip(values[0], values[1]).allSatisfy { abs($0 - $1) < 1 }, "\(level): \(values)")
    }
  }

  private static let failing = SmallFund.staged(
    seed: "sojourn_mean: 2 years, outcomes: {failed: 60 %, stalled: 10 %, graduates: 30 %}, "
      + "step_up: {median: 2, sigma: 0.5}, dilution: 20 %, entry_dilution: 20 %",
    more:
      ", stalled: {sojourn_mean: 2 years, sojourn_shape: 2, value_decay: 15 %, outcomes: {failed: 50 %, transferred: 50 %}}",
    stages:
      ", a: {sojourn_mean: 2 years, outcomes: {failed: 20 %, acquired: 80 %}, acquisition: {median: 1.5, sigma: 0.5}}")

  private static func rescue(_ terms: String, pool: String = "funds: [fund]") -> String {
    InstrumentTests.instrument("i", "rescue: {\(terms), debt_cut: 40 %, extends: 2 years, cost: 50 万元}", pool: pool)
  }

  private static let credit = InstrumentTests.instrument(
    "loan",
    "credit: {size: {by: ticket, times: 0.5}, term: 8 years, grace: 1 year, guarantee: {institution: 30 %, re_guarantor: 50 %}}"
  )

  @Test("what changes no fate moves no fund, whoever is supported")
  func noFateMoves() async throws {
    let sets = ["run.uncertainty=off", "time.length=12 years"]
    let (scenario, register) = try ScenarioWorkshop.load("designs/instruments", sets + ["instruments.revival=null"])
    let (bare, bareRegister) = try ScenarioWorkshop.load("designs/base", sets)
    let with = try ResolvedDesign(scenario, register: register)
    let without = try ResolvedDesign(bare, register: bareRegister)
    for replicate in 0..<5 {
      #expect(
        KernelProbe.fates(with, replicate: UInt32(replicate))
          == KernelProbe.fates(without, replicate: UInt32(replicate)))
    }
    let kernel = try KernelProbe.kernel(with, replicate: 1)
    let plain = try KernelProbe.kernel(without, replicate: 1)
    #expect(kernel.claims.count > 20)
    for party in kernel.paidIn.indices {
      #expect(kernel.paidIn[party] == plain.paidIn[party] && kernel.distributed[party] == plain.distributed[party])
    }
  }

  @Test("a rescue moves the fates of the companies that it revives, from that day on, and no other")
  func onlyRevived() throws {
    let none = try InstrumentTests.design(Self.credit, law: Self.failing)
    let some = try InstrumentTests.design(
      Self.credit + "\n" + Self.rescue("triggers: [failed, stalled], revives: 40 %, price: 50 %, sold: 30 %"),
      law: Self.failing)
    var revived = 0
    for replicate in 0..<20 {
      let before = KernelProbe.fates(none, replicate: UInt32(replicate))
      let after = KernelProbe.fates(some, replicate: UInt32(replicate))
      let kernel = try KernelProbe.kernel(some, replicate: UInt32(replicate))
      var touched: Set<EntityAddress> = []
      for attempt in kernel.rescues.indices where kernel.rescues[attempt].isRevived {
        touched.insert(kernel.companies[kernel.rescues[attempt].company].entity)
      }
      revived += touched.count
      for (company, fate) in before where !touched.contains(company) { #expect(after[company] == fate) }
      for company in touched { #expect(before[company] != after[company]) }
      #expect(try KernelProbe.isBalanced(some, replicate: UInt32(replicate)))
    }
    #expect(revived > 100)
  }

  @Test("a rescue that never succeeds costs its attempts, one that always does leaves no first failure")
  func certainRescues() async throws {
    let never = try InstrumentTests.design(
      Self.rescue("triggers: [failed], revives: 0 %, price: 50 %, sold: 30 %"), law: Self.failing)
    let outcome = try await InstrumentTests.outcome(never, count: 20)
    let attempts = try InstrumentTests.values(outcome, .rescueAttempts)
    let failed = try InstrumentTests.values(outcome, .companiesFailed, "all")
    let paid = try InstrumentTests.values(outcome, .instrumentPaid)
    for replicate in attempts.indices {
      #expect(attempts[replicate] <= failed[replicate] && attempts[replicate] > 10)
      #expect(paid[replicate] == attempts[replicate] * 500_000)
    }
    let always = try InstrumentTests.design(
      Self.rescue("triggers: [failed], revives: 100 %, price: 50 %, sold: 30 %"), law: Self.failing)
    let better = try await InstrumentTests.outcome(always, count: 20)
    let tried = try InstrumentTests.values(better, .rescueAttempts)
    #expect(try InstrumentTests.values(better, .revivals) == tried)
    let stillFailed = try InstrumentTests.values(better, .companiesFailed, "all")
    #expect(stillFailed.reduce(0, +) < 0.75 * failed.reduce(0, +))
  }

  /// Share of revived companies among attempts, 40 %: false alarms at 4 standard errors, 1 in 16,000.
  @Test("as many are revived as the probability says, and their debt is cut and extended")
  func revivalRate() throws {
    let design = try InstrumentTests.design(
      Self.credit + "\n" + Self.rescue("triggers: [failed], revives: 40 %, price: 50 %, sold: 30 %"), law: Self.failing)
    var attempts = 0.0
    var revived = 0.0
    var cut = 0
    for replicate in 0..<50 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      for attempt in kernel.rescues.indices {
        attempts += 1
        revived += kernel.rescues[attempt].isRevived ? 1 : 0
      }
      for number in kernel.claims.indices {
        let claim = kernel.claims[number]
        #expect(claim.drawn == claim.repaid + claim.cut + claim.defaulted + claim.outstanding)
        cut += claim.cut > 0 ? 1 : 0
      }
    }
    #expect(abs(revived / attempts - 0.4) < 4 * (0.24 / attempts).squareRoot() && attempts > 500 && cut > 50)
  }

  @Test("a claim is the same whether or not anybody watches the company")
  func watched() async throws {
    let rescue = Self.rescue("triggers: [failed], revives: 40 %, price: 50 %, sold: 30 %")
    let law = Self.failing
    func outcome(_ periods: String) async throws -> DesignOutcome {
      let outputs =
        "outputs: {replicate_entities: [funds, public_money, instruments, all], period_metrics: [\(periods)]}\n"
      let design = try InstrumentTests.design(Self.credit + "\n" + rescue, law: law, outputs: outputs)
      return try await InstrumentTests.outcome(design, count: 20)
    }
    let (unwatched, watched) = (try await outcome("paid_in"), try await outcome("nav"))
    for metric in unwatched.wants.headline {
      for entity in ["instrument/i", "instrument/loan", "public/city", "fund"] {
        let kind = try #require(unwatched.labels.entities.firstIndex(of: entity).map { unwatched.kinds[$0] })
        guard metric.kinds.contains(kind) else { continue }
        let (one, other) = (
          try InstrumentTests.values(unwatched, metric, entity), try InstrumentTests.values(watched, metric, entity)
        )
        #expect(zip(one, other).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(metric.name) \(entity)")
      }
    }
  }

  @Test("the price of an instrument is the difference to the plan without it, and what it says of itself")
  func price() async throws {
    let sets = [
      "run.uncertainty=off", "outputs.replicate_entities=[funds, public_money, instruments, all]",
      "instruments.revival=null",
    ]
    let (scenario, register) = try ScenarioWorkshop.load("designs/instruments", sets)
    let designs = try ResolvedDesign.all(scenario, register: register)
    #expect(designs.map(\.name).contains("without_guaranteed"))
    let outcomes = try await Ensemble(designs).run(count: 40, width: 2)
    for id in ["grants_first", "guaranteed", "patient", "award", "site"] {
      let position = try #require(designs.firstIndex { $0.name == "without_\(id)" })
      let own = try InstrumentTests.values(outcomes[0], .instrumentPresentValue, "instrument/\(id)")
      var difference = [Double](repeating: 0, count: own.count)
      for level in ["city", "county", "province"] {
        let with = try InstrumentTests.values(outcomes[0], .netPresentValue, "public/\(level)")
        // A level that nobody else pays for has no account without the instrument.
        let name = outcomes[position].labels.prefix + "public/\(level)"
        let hasAccount = outcomes[position].labels.entities.contains(name)
        let without =
          hasAccount ? try InstrumentTests.values(outcomes[position], .netPresentValue, "public/\(level)") : []
        for replicate in own.indices {
          difference[replicate] += with[replicate] - (hasAccount ? without[replicate] : 0)
        }
      }
      #expect(zip(own, difference).allSatisfy { abs($0 - $1) < 1 }, "\(id)")
      #expect(own.contains { $0 != 0 })
    }
    #expect(outcomes.allSatisfy { $0.imbalances.allSatisfy { $0 == 0 } })
  }

  @Test("uncertain terms and every kind of part balance to the fen")
  func balance() async throws {
    let (scenario, register) = try ScenarioWorkshop.load("designs/instruments", [])
    let outcome = try await Ensemble([try ResolvedDesign(scenario, register: register)]).run(count: 60, width: 2)[0]
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    let names = Set(outcome.labels.accounts)
    #expect(names.isSuperset(of: ["lender/guaranteed", "supported_companies/site", "rescuer/revival"]))
    for kind in [
      FlowKind.grant, .loan, .guaranteeCompensation, .interestSubsidy, .assetInKind, .rescueCost, .rescueRound,
    ] {
      let moved = outcome.channels.indices.filter { outcome.channels[$0].kind == kind }.map { outcome.totals[$0] }
      #expect(moved.reduce(0, +) > 0, "\(kind)")
    }
  }

  @Test("instruments ask the budget for money like calls do")
  func budget() async throws {
    let text = InstrumentTests.instrument("i", "grant: {size: {by: fixed, amount: 100 万元}}")
    let outputs = InstrumentTests.outputs + "public_money: {city: {budget: {per_year: 0 元}}}\n"
    let outcome = try await InstrumentTests.outcome(try InstrumentTests.design(text, outputs: outputs))
    // 40 % of 40 tickets of 2000 万元, and 40 grants.
    #expect(try InstrumentTests.values(outcome, .budgetArrears, "public/city").allSatisfy { abs($0 - 3.6e8) < 1 })
  }
}
