// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// The right of a holding to be bought out by the founder.
///
/// It is looked at on its date, and on every anniversary while it would bring less than the shares are worth. Where it
/// binds on stalled companies only, it waits until the company stalls. It is called once: a founder who cannot pay then
/// leaves the holder with its shares.
extension ReplicateKernel {
  /// Enters the date of a new holding's right; one from before the grid is looked at on the first day.
  mutating func dateRight(_ holding: Int) {
    let after = plan.funds[holdings[holding].fund].programme.redemptionAfter
    guard after >= 0, plan.laws[companies[holdings[holding].company].law].isStaged else { return }
    lookAtRight(holding, at: max(0, holdings[holding].bought + after))
  }

  private mutating func lookAtRight(_ holding: Int, at time: Double) {
    guard time < plan.horizon else { return }
    queue.add(.redemption, holding, at: time, in: Int(time * 4))
  }

  /// A right is looked at: it is called where the founder owes more than the shares are worth.
  mutating func redeem(_ holding: Int, at time: Double, in quarter: Int) {
    let company = holdings[holding].company
    let fund = holdings[holding].fund
    guard holdings[holding].status == .held,
      companies[company].isStalled || !plan.funds[fund].programme.redeemsOnlyStalled
    else { return }
    let rate = plan.laws[companies[company].law].buyBackRate
    let claim = 1 + rate * (time - holdings[holding].bought)
    guard claim > currentValue(company, at: time) / holdings[holding].price
    else { return lookAtRight(holding, at: time + 1) }
    let draws = numbers.pair(companies[company].entity, .recovery, companies[company].occurrence)
    let pays = recovers(
      draws.second, law: companies[company].law, sector: companies[company].sector, in: quarter)
    note(
      pays ? .redeemed : .redemptionUnpaid, quarter, time: time, fund: fund, company: company,
      amount: holdings[holding].cost, detail: claim)
    guard pays else { return }
    holdings[holding].route = StageEvent.boughtBack
    awaitBuyBack(holding, pays: true, at: time, in: quarter)
  }

  /// A company stalls: rights that bind on stalled companies only and are due are looked at now.
  mutating func callRights(on company: Int, in quarter: Int) {
    let time = companies[company].eventTime
    var holding = companies[company].firstHolding
    while holding >= 0 {
      let programme = plan.funds[holdings[holding].fund].programme
      if programme.redemptionAfter >= 0, programme.redeemsOnlyStalled,
        holdings[holding].bought + programme.redemptionAfter <= time
      {
        redeem(holding, at: time, in: quarter)
      }
      holding = holdings[holding].next
    }
  }
}
