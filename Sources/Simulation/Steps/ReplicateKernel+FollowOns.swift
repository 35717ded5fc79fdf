// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// A round of a company that is held, which its holders may take part in when the quarter's fees are charged.
struct RoundOffer {
  var company: Int
  var time: Double
  /// Value per share over entry, and the part of the company that the round sells.
  var value: Double
  var dilution: Double
}

extension ReplicateKernel {
  /// Takes part in the quarter's rounds of companies that a fund holds, to keep its stakes, as far as the reserve and the
  /// limits allow. A company that left in the quarter of its round is not followed.
  mutating func followOn(_ fund: Int, in quarter: Int) {
    guard rounds.count > 0, quarter < funds[fund].end,
      funds[fund].size.followOnReserve > funds[fund].followedOn,
      quarter - plan.funds[fund].start < plan.funds[fund].programme.followOnUntil
    else { return }
    for round in rounds.indices where !companies[rounds[round].company].isDone {
      followOn(fund, rounds[round], in: quarter)
    }
  }

  private mutating func followOn(_ fund: Int, _ round: RoundOffer, in quarter: Int) {
    let programme = plan.funds[fund].programme
    let (value, cost) = stake(round.company, fund: fund, at: round.value)
    guard cost > 0 else { return }
    let wanted = value * round.dilution / (1 - round.dilution) * programme.proRata
    guard wanted < Self.mostFen else {
      isUncountable = true
      return
    }
    let size = funds[fund].size
    var amount = min(Int64(wanted), size.followOnReserve - funds[fund].followedOn, size.companyLimit - cost)
    let liquidity = liquidity(fund)
    if amount > liquidity { lackMoney(fund) }
    amount = min(amount, liquidity)
    guard amount > 0 else { return }
    funds[fund].followedOn += amount
    buy(round.company, fund: fund, cost: amount, time: round.time, price: round.value)
    ledger.transfer(amount, through: plan.funds[fund].channels.followOn, in: quarter)
    note(.followOn, quarter, time: round.time, fund: fund, company: round.company, amount: amount)
  }

  /// Value and cost of what a fund holds of a company, fen, at a value per share.
  @inline(__always) private func stake(_ company: Int, fund: Int, at price: Double) -> (value: Double, cost: Int64) {
    var value = 0.0
    var cost: Int64 = 0
    var holding = companies[company].firstHolding
    while holding >= 0 {
      if holdings[holding].fund == fund && holdings[holding].status == .held {
        value += Double(holdings[holding].cost) * price / holdings[holding].price
        cost += holdings[holding].cost
      }
      holding = holdings[holding].next
    }
    return (value, cost)
  }
}
