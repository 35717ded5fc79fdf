// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

extension ReplicateKernel {
  /// Contributions and distributions of a portfolio that follows a pacing law, in whole fen: the cumulative amount is
  /// rounded, so that rounding does not add up. What did not come in neither grows nor returns.
  mutating func followPacing(_ fund: Int, in quarter: Int) {
    guard let pacing = plan.fundTables[fund].pacing else { return }
    let age = quarter - plan.funds[fund].start
    guard age < pacing.contributions.count, !funds[fund].isClosed else { return }
    let called = pacing.called(through: age + 1, commitment: funds[fund].size.commitment)
    let wanted = Money.nearestFen(called) - funds[fund].invested
    let liquidity = liquidity(fund)
    if wanted > liquidity { lackMoney(fund) }
    let contribution = max(0, min(wanted, liquidity))
    if contribution > 0 {
      funds[fund].invested += contribution
      funds[fund].purchases += contribution
      ledger.transfer(contribution, through: plan.funds[fund].channels.investment, in: quarter)
    }
    let isWhole = contribution == wanted
    funds[fund].pacing.step(
      pacing.rates[age], pacing.growth[age], contributed: isWhole ? called : Double(funds[fund].invested))
    payPaced(fund, in: quarter)
  }

  private mutating func payPaced(_ fund: Int, in quarter: Int) {
    guard funds[fund].pacing.returned < Self.mostFen else {
      isUncountable = true
      return
    }
    let distribution = Money.nearestFen(funds[fund].pacing.returned) - funds[fund].pacingReturned
    guard distribution > 0 else { return }
    funds[fund].pacingReturned += distribution
    funds[fund].proceeds += distribution
    ledger.transfer(distribution, through: plan.funds[fund].channels.proceeds(of: StageEvent.realised), in: quarter)
  }

  /// What is left of it when the fund ends: its value of the quarter before.
  mutating func sellPacing(_ fund: Int, in quarter: Int) {
    let price = counted(funds[fund].pacing.value * plan.funds[fund].restShare)
    funds[fund].pacing.value = 0
    if price > 0 { takeFromBuyers(fund, price, in: quarter) }
  }
}
