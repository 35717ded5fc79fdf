// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Investors that are late or fail, in a fund of 4 亿元 of the city's and 6 亿元 of social capital that buys forty times for
/// 2000 万元, without fees.
@Suite struct HonouringTests {
  private static func text(city: String = "", social: String = "") -> String {
    func honouring(_ fields: String) -> String { fields.isEmpty ? "" : ", honouring: {factor_loading: 0 %, \(fields)}" }
    return SmallFund.text(
      law: SmallFund.fixed(2, years: 4),
      fund: [
        "investors":
          "{city: {class: city_fiscal, commitment: 4 亿元, source_of_funds: general_budget\(honouring(city))}, "
          + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds\(honouring(social))}}"
      ])
  }

  private func happenings(_ kernel: borrowing ReplicateKernel, _ wanted: Journal.Happening) -> [Journal.Entry] {
    (kernel.journal?.entries ?? []).filter { $0.happening == wanted }
  }

  private func checkBalance(_ kernel: inout ReplicateKernel, _ replicate: Int) {
    var totals = [Int128](repeating: 0, count: kernel.plan.ledger.channels.count)
    var imbalances = [Int128](repeating: 0, count: kernel.plan.ledger.accounts)
    kernel.balance(totals: &totals, imbalances: &imbalances)
    #expect(imbalances.allSatisfy { $0 == 0 }, "replicate \(replicate)")
  }

  @Test("whoever never pays leaves the fund with the others' money: purchases stop for want of cash")
  func never() throws {
    var kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(Self.text(social: "late: 100 %, fails: 0 %")))
    #expect(kernel.paidIn[1] == 0 && kernel.paidIn[0] == 40_000_000_000)
    #expect(kernel.funds[0].tickets == 20)
    #expect(happenings(kernel, .skipped).contains { $0.detail == Double(Journal.Rule.liquidity.rawValue) })
    checkBalance(&kernel, 0)
  }

  @Test("who is late pays nothing until it pays again, and then what it owes")
  func late() throws {
    let design = try ScenarioWorkshop.written(Self.text(social: "late: 25 %, fails: 0 %, delay: 0.5 years"))
    var (late, complete) = (0, 0)
    var paid = (all: 0.0, late: 0.0)
    for replicate in 0..<60 {
      var kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      for entry in happenings(kernel, .late) {
        late += 1
        for quarter in entry.quarter..<min(entry.quarter + 2, kernel.plan.quarters) {
          #expect(kernel.ledger.amount(through: kernel.plan.parties[1].call, in: quarter) == 0)
        }
      }
      #expect(kernel.funds[0].invested == Int64(kernel.funds[0].tickets) * 2_000_000_000)
      if kernel.funds[0].tickets == 40 { complete += 1 }
      #expect(kernel.partyStates[1].arrears >= 0)
      paid.all += Double(kernel.funds[0].paidIn)
      paid.late += Double(kernel.paidIn[1])
      checkBalance(&kernel, replicate)
    }
    #expect(late > 60 && complete > 45, "\(late) \(complete)")
    #expect(paid.late > 0.5 * paid.all, "of 60 % committed; others advance what it owes only for a while")
  }

  @Test("who pays after the fiscal money waits for it, and nothing is bought meanwhile")
  func after() throws {
    let design = try ScenarioWorkshop.written(
      Self.text(city: "late: 30 %, fails: 0 %, delay: 0.5 years", social: "late: 0 %, fails: 0 %, after: fiscal"))
    var waits = 0
    for replicate in 0..<40 {
      var kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      for entry in happenings(kernel, .late) {
        waits += 1
        for quarter in entry.quarter..<min(entry.quarter + 2, kernel.plan.quarters) {
          #expect(!happenings(kernel, .call).contains { $0.quarter == quarter })
          #expect(!happenings(kernel, .investment).contains { $0.quarter == quarter })
        }
      }
      checkBalance(&kernel, replicate)
    }
    #expect(waits > 40)
  }

  @Test("late and failing come as often as stated (within 4 standard errors), whatever the common factor does")
  func frequencies() throws {
    let text = Self.text(social: "late: 20 %, fails: 5 %").replacing(
      "factor_loading: 0 %, late", with: "factor_loading: 40 %, late")
    let design = try ScenarioWorkshop.written(text)
    var counts = (late: 0.0, failed: 0.0)
    let count = 1500.0
    for replicate in 0..<Int(count) {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      if happenings(kernel, .late).contains(where: { $0.quarter == 0 }) { counts.late += 1 }
      if happenings(kernel, .defaulted).contains(where: { $0.quarter == 0 }) { counts.failed += 1 }
    }
    #expect((counts.late / count - 0.2).magnitude < 4 * (0.2 * 0.8 / count).squareRoot())
    #expect((counts.failed / count - 0.05).magnitude < 4 * (0.05 * 0.95 / count).squareRoot())
  }

  @Test("a failure cuts the plan; the stake passes as the remedy says, to the fen", arguments: DefaultRemedy.allCases)
  func remedies(remedy: DefaultRemedy) throws {
    let design = try ScenarioWorkshop.written(
      Self.text(social: "late: 0 %, fails: 10 %, remedy: \(remedy.rawValue), penalty: 40 %"))
    var seen = 0
    for replicate in 0..<40 {
      var kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      checkBalance(&kernel, replicate)
      guard let failure = happenings(kernel, .defaulted).first else { continue }
      seen += 1
      let paid = kernel.paidIn[1]
      let passed: Int64 =
        switch remedy {
        case .cut: 0
        case .dilution: Int64(Double(paid) * 0.4)
        case .forfeiture: paid
        }
      // With nobody else's stake yet to add to there is nothing to pass.
      #expect(kernel.stakes[1] == paid - passed && kernel.stakes[0] == kernel.paidIn[0] + passed)
      #expect(paid + failure.amount == 60_000_000_000 && kernel.undrawn[1] == 0)
      #expect(kernel.funds[0].size.commitment == 40_000_000_000 + paid)
      let planned = Int((Double(40) * Double(40_000_000_000 + paid) / 1e11).rounded(.up))
      #expect(
        kernel.funds[0].tickets <= max(planned, happenings(kernel, .investment).count { $0.quarter <= failure.quarter })
      )
      for quarter in failure.quarter..<kernel.plan.quarters {
        #expect(kernel.ledger.amount(through: kernel.plan.parties[1].call, in: quarter) == 0)
      }
    }
    #expect(seen > 15)
  }

  @Test("who is never late and never fails changes nothing")
  func nullChange() async throws {
    let texts = [Self.text(), Self.text(social: "late: 0 %, fails: 0 %, after: fiscal")]
    let outcomes = try await Ensemble(try texts.map { try ScenarioWorkshop.written($0) }).run(count: 40, width: 1)
    #expect(outcomes[0].totals == outcomes[1].totals)
    for column in outcomes[0].columns.indices {
      #expect(outcomes[0].columns[column].map(\.bitPattern) == outcomes[1].columns[column].map(\.bitPattern))
    }
  }

  @Test("designs with uncertain capital balance to the fen", arguments: ["raising", "social-capital-stays-away"])
  func designs(name: String) throws {
    // Without the pilot, which takes its time: investors expect nothing.
    let plan = try Plan(try ScenarioWorkshop.load("designs/\(name)", ["run.uncertainty=off"]).0)
    var kernel = ReplicateKernel(plan)
    var formed = 0
    for replicate in 0..<60 {
      kernel.run(replicate: UInt32(replicate))
      checkBalance(&kernel, replicate)
      formed += kernel.funds.indices.count { kernel.funds[$0].isFormed }
    }
    // Five funds, two of which may be dissolved.
    #expect(name == "raising" ? formed > 200 && formed < 300 : formed < 200)
  }
}
