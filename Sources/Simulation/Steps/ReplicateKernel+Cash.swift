// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

extension ReplicateKernel {
  /// Capital call and distribution of a quarter.
  ///
  /// Gross: everything needed is called beyond the cash of earlier instalments, all proceeds are distributed. Net:
  /// proceeds pay for needs first. Where commitments are used up, proceeds pay in either case.
  mutating func moveCash(_ fund: Int, in quarter: Int) {
    if plan.funds[fund].isPacing { followPacing(fund, in: quarter) }
    funds[fund].waterfall.accrueQuarter()
    var left = funds[fund].costs + funds[fund].purchases
    if plan.funds[fund].isNet { left -= spendProceeds(fund, left) }
    let fromCash = min(left, funds[fund].cash)
    funds[fund].cash -= fromCash
    left -= fromCash
    if left > 0 {
      let called = call(fund, left, in: quarter)
      let used = min(called, left)
      funds[fund].cash += called - used
      left -= used
    }
    left -= spendProceeds(fund, left)
    precondition(left == 0, "purchases and costs were cut to what the fund can pay")
    funds[fund].costHeld += funds[fund].purchases - funds[fund].leaving
    if funds[fund].isClosed {
      funds[fund].proceeds += funds[fund].cash
      funds[fund].cash = 0
    } else {
      giveBackIdleCash(fund, in: quarter)
    }
    distribute(fund, in: quarter)
    funds[fund].leaving = 0
    funds[fund].costs = 0
    funds[fund].purchases = 0
  }

  private mutating func spendProceeds(_ fund: Int, _ wanted: Int64) -> Int64 {
    let spent = min(wanted, funds[fund].proceeds)
    funds[fund].proceeds -= spent
    return spent
  }

  /// Calls at least `needed`, or the instalment that the terms fix as far as the fund can foresee a use for it, in
  /// proportion to what each investor still owes.
  private mutating func call(_ fund: Int, _ needed: Int64, in quarter: Int) -> Int64 {
    let instalment = funds[fund].paidIn == 0 ? plan.funds[fund].firstCall : plan.funds[fund].instalment
    var amount = needed
    if instalment > needed { amount = min(instalment, needed + foreseen(fund, after: quarter)) }
    amount = min(amount, funds[fund].undrawn)
    guard amount > 0 else { return 0 }
    undrawn.split(amount, over: plan.funds[fund].parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      let part = scratch.parts[position]
      paidIn[party] += part
      undrawn[party] -= part
      ledger.transfer(part, through: plan.parties[party].appropriation, in: quarter)
      ledger.transfer(part, through: plan.parties[party].call, in: quarter)
    }
    funds[fund].undrawn -= amount
    funds[fund].paidIn += amount
    funds[fund].waterfall.contribute(Money(fen: amount))
    note(.call, quarter, fund: fund, amount: amount)
    return amount
  }

  /// Divides all proceeds by the waterfall; the investors' part goes to them in proportion to what they paid in.
  private mutating func distribute(_ fund: Int, in quarter: Int) {
    let cash = funds[fund].proceeds
    guard cash > 0 else { return }
    let tiers = funds[fund].waterfall.distribute(Money(fen: cash))
    let investors = tiers.investors.fen
    paidIn.split(investors, over: plan.funds[fund].parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      let part = scratch.parts[position]
      distributed[party] += part
      ledger.transfer(part, through: plan.parties[party].distribution, in: quarter)
      ledger.transfer(part, through: plan.parties[party].receipt, in: quarter)
    }
    ledger.transfer(tiers.manager.fen, through: plan.funds[fund].channels.carriedInterest, in: quarter)
    funds[fund].distributed += investors
    funds[fund].proceeds = 0
    note(.distribution, quarter, fund: fund, amount: investors)
    if tiers.manager.fen > 0 { note(.carriedInterest, quarter, fund: fund, amount: tiers.manager.fen) }
  }
}
