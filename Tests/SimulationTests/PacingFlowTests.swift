// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// A pacing law returns what came in, with its growth, and nothing on what did not.
@Suite struct PacingFlowTests {
  private static let portfolio =
    "{kind: pacing, contribution_rates: [50 %, 100 %], life: 9, bow: 2.5, growth: 13 %, yield: 0 %, step: STEP}"
  private static let life = "{term: 9 years, extension_count: 0, rest: sale, sale_discount: 0 %}"

  /// The rate a year of what the fund's portfolio was paid and brought, its sale among it.
  private func rate(_ kernel: borrowing ReplicateKernel, fund: Int) -> Double? {
    let channels = kernel.plan.funds[fund].channels
    let flows = (0..<kernel.plan.quarters).map { quarter in
      Double(
        kernel.ledger.amount(through: channels.proceeds(of: StageEvent.realised), in: quarter)
          + kernel.ledger.amount(through: channels.secondarySale, in: quarter)
          - kernel.ledger.amount(through: channels.investment, in: quarter))
    }
    var solver = InternalRateSolver(periodsPerYear: 4)
    return solver.solve(flows).compounded(over: 4).rate
  }

  @Test(
    "the rate of its flows is the growth of the law, whoever pays less than it calls", arguments: ["year", "quarter"],
    ["fees", "owner", "nothing"])
  func rateIsGrowth(step: String, cut: String) throws {
    var keys = ["portfolio": Self.portfolio.replacing("STEP", with: step), "life": Self.life]
    if cut == "fees" {
      keys["fees"] =
        "{management: [{until: 9 years, base: committed, rate: 3 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}"
    }
    let investor = cut == "owner" ? PlainFunds.owner("top", "1 亿元") : PlainFunds.city("1 亿元")
    let top = PlainFunds.Fund(
      "top", [PlainFunds.city("5000 万元")], keys: ["life": Self.life.replacing("9 years", with: "10 years")])
    let paced = PlainFunds.Fund("paced", [investor], keys: keys)
    let design = try ScenarioWorkshop.written(PlainFunds.text([], cut == "owner" ? [top, paced] : [paced]))
    let kernel = try KernelProbe.kernel(design)
    let place = try #require(design.plan.funds.firstIndex { $0.isPacing })
    let found = rate(kernel, fund: place) ?? 0
    #expect((found - 0.13).magnitude < 1e-7)
    // Half of what is committed came in, or what fees leave of it.
    let invested = kernel.funds[place].invested
    #expect(cut == "nothing" ? invested > 9_900_000_000 : invested < 9_800_000_000)
    #expect(try KernelProbe.isBalanced(design))
  }
}
