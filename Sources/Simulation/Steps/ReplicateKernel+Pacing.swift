// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

extension ReplicateKernel {
  /// Contributions and distributions of a portfolio that follows a pacing law, in whole fen: the cumulative amount is
  /// rounded, so that rounding does not add up.
  mutating func followPacing(_ fund: Int, in quarter: Int) {
    guard let pacing = plan.fundTables[fund].pacing else { return }
    let age = quarter - plan.funds[fund].start
    guard age < pacing.contributions.count, !funds[fund].isClosed else { return }
    let (contributed, returned) = pacing.flows(through: age + 1, commitment: funds[fund].size.commitment)
    let contribution = min(contributed - funds[fund].invested, liquidity(fund))
    if contribution > 0 {
      funds[fund].invested += contribution
      funds[fund].purchases += contribution
      ledger.transfer(contribution, through: plan.funds[fund].channels.investment, in: quarter)
    }
    guard Double(returned) < Self.mostFen else {
      isUncountable = true
      return
    }
    let distribution = returned - funds[fund].pacingReturned
    if distribution > 0 {
      funds[fund].pacingReturned += distribution
      funds[fund].proceeds += distribution
      ledger.transfer(distribution, through: plan.funds[fund].channels.proceeds(of: StageEvent.realised), in: quarter)
    }
  }

  /// Fen that a portfolio under a pacing law is worth at the end of a quarter.
  @inline(__always) func pacingValue(_ fund: Int, in quarter: Int) -> Double {
    guard let pacing = plan.fundTables[fund].pacing else { return 0 }
    let age = min(quarter - plan.funds[fund].start, pacing.values.count - 1)
    return age < 0 || funds[fund].isClosed ? 0 : pacing.values[age] * Double(funds[fund].size.commitment)
  }

  /// What is left of it when the fund ends.
  mutating func sellPacing(_ fund: Int, in quarter: Int) {
    let before = max(0, quarter - 1)
    let value = pacingValue(fund, in: before) * plan.funds[fund].restShare
    let price = counted(value)
    if price > 0 { takeFromBuyers(fund, price, in: quarter) }
  }
}
