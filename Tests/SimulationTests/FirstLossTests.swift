// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// A first loss makes receivers whole and no more, and those who have failed not at all.
@Suite struct FirstLossTests {
  private static let text = PlainFunds.text(
    [
      PlainFunds.Company("alpha", 0.5, years: 5), PlainFunds.Company("beta", 0.5, years: 5, enters: "2026-01-01"),
    ],
    [
      PlainFunds.Fund(
        "fund",
        [
          PlainFunds.city("5000 万元"),
          "a: {class: social_capital, commitment: 2500 万元, source_of_funds: own_funds}",
          "b: {class: bank, commitment: 2500 万元, source_of_funds: own_funds, "
            + "honouring: {late: 0 %, fails: 12 %, persistence: 0, factor_loading: 0 %, remedy: cut}}",
        ],
        buys: [("alpha", "6000 万元"), ("beta", "3000 万元")],
        keys: ["concessions": "{given: {kind: first_loss, giver: city, receivers: [a, b], limit: 50 %}}"])
    ])

  @Test("nobody gets more than its capital out of a fund that lost half of it")
  func madeWhole() throws {
    let design = try ScenarioWorkshop.written(Self.text)
    var kernel = ReplicateKernel(design.plan)
    var failed = 0
    for replicate in 0..<60 {
      kernel.run(replicate: UInt32(replicate))
      let (a, b, city) = (0, 1, 2)
      #expect(kernel.distributed[a] <= kernel.paidIn[a] && kernel.distributed[b] <= kernel.paidIn[b])
      guard kernel.partyStates[b].hasLapsed, kernel.paidIn[b] > 0 else { continue }
      // The receiver that pays its calls is made whole; the one that failed has its part and no more.
      failed += 1
      let lost = kernel.paidIn[b] - kernel.paidIn[b] / 2
      #expect(kernel.distributed[a] == kernel.paidIn[a])
      #expect((kernel.distributed[b] - kernel.paidIn[b] + lost).magnitude <= 2)
      #expect((kernel.distributed[city] - kernel.paidIn[city] / 2 + kernel.paidIn[a] / 2).magnitude <= 4)
    }
    #expect(failed > 5)
  }
}
