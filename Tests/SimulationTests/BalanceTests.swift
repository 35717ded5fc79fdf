// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Simulation
import TestSupport
import Testing

@testable import struct Simulation.ReplicateKernel

@Suite struct BalanceTests {
  private static func imbalance(_ kernel: inout ReplicateKernel) -> [Int128] {
    var totals = [Int128](repeating: 0, count: kernel.plan.ledger.channels.count)
    var imbalances = [Int128](repeating: 0, count: kernel.plan.ledger.accounts)
    kernel.balance(totals: &totals, imbalances: &imbalances)
    return imbalances
  }

  @Test(
    "every account balances to the fen in every replicate",
    arguments: ["benchmark", "by-hand", "pacing", "yangjiang-2025"])
  func balances(name: String) throws {
    let design = try ScenarioWorkshop.design(name)
    var kernel = ReplicateKernel(design.plan)
    for replicate in 0..<40 {
      kernel.run(replicate: UInt32(replicate))
      #expect(Self.imbalance(&kernel).allSatisfy { $0 == 0 })
    }
  }

  @Test("one fen dropped anywhere is seen, in the accounts that it touches")
  func drops() throws {
    let design = try ScenarioWorkshop.design("benchmark")
    var kernel = ReplicateKernel(design.plan)
    for channel in design.plan.ledger.channels.indices {
      kernel.run(replicate: 3)
      kernel.ledger.transfer(1, through: channel, in: 7)
      let about = design.plan.ledger.channels[channel]
      let wrong = Self.imbalance(&kernel)
      #expect(wrong[about.from] == 1 && wrong[about.to] == 1)
      #expect(wrong.reduce(0, +) == 2)
    }
    kernel.run(replicate: 3)
    kernel.funds[0].cash += 1
    #expect(Self.imbalance(&kernel).reduce(0, +) == 1)
    kernel.run(replicate: 3)
    kernel.lone.received += 1
    #expect(Self.imbalance(&kernel).reduce(0, +) == 1)
    kernel.run(replicate: 3)
    kernel.distributed[1] -= 1
    #expect(Self.imbalance(&kernel).reduce(0, +) == 1)
  }

  @Test("so is one in the records of a holding")
  func dropsOfHolding() throws {
    let design = try ScenarioWorkshop.design("by-hand")
    var kernel = ReplicateKernel(design.plan)
    kernel.run(replicate: 3)
    kernel.holdings[0].proceeds += 1
    #expect(Self.imbalance(&kernel).reduce(0, +) == 1)
  }
}
