// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

extension ReplicateKernel {
  /// Fees and costs of a quarter, as far as there is money for them.
  mutating func chargeCosts(_ fund: Int, in quarter: Int) {
    guard quarter < funds[fund].end else { return }
    let age = quarter - plan.funds[fund].start
    earnInterest(fund, in: quarter)
    chargeManagementFee(fund, age: age, in: quarter)
    guard plan.funds[fund].hasCosts else { return }
    let about = plan.funds[fund]
    let price = plan.economy.inflationIndex[quarter]
    if age == 0 { charge(about.setUp, about.channels.setUp, fund, in: quarter) }
    charge(
      Money.nearestFen(about.custodyPerQuarter * Double(funds[fund].paidIn)), about.channels.custody, fund,
      in: quarter)
    charge(Money.nearestFen(about.fixedPerQuarter * price), about.channels.fixedCost, fund, in: quarter)
  }

  private mutating func earnInterest(_ fund: Int, in quarter: Int) {
    guard funds[fund].cash > 0 else { return }
    let rate = max(0, lending[quarter] + plan.funds[fund].idleSpread) / 4
    let interest = counted(Double(funds[fund].cash) * rate)
    guard interest > 0 else { return }
    funds[fund].interestEarned += interest
    funds[fund].proceeds += interest
    ledger.transfer(interest, through: plan.funds[fund].channels.interest, in: quarter)
  }

  private mutating func chargeManagementFee(_ fund: Int, age: Int, in quarter: Int) {
    var number = 0
    let count = plan.fundTables[fund].feePhases.count
    while number < count, age >= plan.fundTables[fund].feePhases[number].until { number += 1 }
    guard number < count else { return }
    let phase = plan.fundTables[fund].feePhases[number]
    let owed = appraised(funds[fund].feeBase(phase.base) * phase.perQuarter)
    let fee = affordable(owed, fund)
    guard fee > 0 else { return }
    funds[fund].feesPaid += fee
    funds[fund].costs += fee
    ledger.transfer(fee, through: plan.funds[fund].channels.managementFee, in: quarter)
    note(.managementFee, quarter, fund: fund, amount: fee)
  }

  private mutating func charge(_ amount: Int64, _ channel: Int, _ fund: Int, in quarter: Int) {
    let paid = affordable(amount, fund)
    guard paid > 0 else { return }
    funds[fund].providersPaid += paid
    funds[fund].costs += paid
    ledger.transfer(paid, through: channel, in: quarter)
  }

  /// What of a cost there is money for.
  @inline(__always) mutating func affordable(_ cost: Int64, _ fund: Int) -> Int64 {
    let left = spendable(fund) - funds[fund].costs
    if left < cost { lackMoney(fund) }
    return min(cost, left)
  }

  /// All money that costs can be paid from: cash, undrawn commitments, proceeds of the quarter.
  @inline(__always) mutating func spendable(_ fund: Int) -> Int64 {
    funds[fund].cash + callable(fund) + funds[fund].proceeds - funds[fund].purchases - funds[fund].borrowed
  }

  /// Money left for purchases after the quarter's costs: proceeds count where they may be used.
  mutating func liquidity(_ fund: Int) -> Int64 {
    let usable = plan.funds[fund].isNet ? funds[fund].proceeds : 0
    return funds[fund].cash + callable(fund) + usable - funds[fund].costs - funds[fund].purchases - funds[fund].borrowed
  }

  /// At the end of its life a fund is extended while enough is left; it goes on paying its costs.
  mutating func extendIfDue(_ fund: Int, in quarter: Int) {
    guard quarter == funds[fund].end, funds[fund].extensionsLeft > 0, plan.funds[fund].extensionQuarters > 0,
      modelValue(fund, at: quarter) >= plan.funds[fund].extensionThreshold * Double(funds[fund].paidIn)
    else { return }
    funds[fund].extensionsLeft -= 1
    funds[fund].end += plan.funds[fund].extensionQuarters
    note(.extended, quarter, fund: fund)
  }

  /// At the end of its life, when it is not extended, what a fund still holds is sold or written off.
  mutating func settleIfEnding(_ fund: Int, in quarter: Int) {
    if plan.funds[fund].stateSale >= 0 { return sellByProcedure(fund, in: quarter) }
    if quarter == funds[fund].end { closeFund(fund, in: quarter) }
  }

  /// Everything that a fund still has is sold or handed out, and the fund is closed.
  mutating func closeFund(_ fund: Int, in quarter: Int) {
    funds[fund].end = quarter
    let about = plan.funds[fund]
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      if holdings[holding].status == .listed, about.inKindShare > 0 {
        handOut(holding, worth(holding, at: quarter), in: quarter)
      } else if holdings[holding].status != .closed {
        sell(holding, at: about.restShare, in: quarter)
      }
      holding = holdings[holding].nextOfFund
    }
    if about.inKindShare > 0 { collect(fund, in: quarter) }
    if about.isPacing { sellPacing(fund, in: quarter) }
    if about.hasInterests { sellInterests(fund, in: quarter) }
    funds[fund].isClosed = true
    note(.ended, quarter, fund: fund)
  }

  mutating func sell(_ holding: Int, at share: Double, in quarter: Int) {
    let fund = holdings[holding].fund
    let price = counted(worth(holding, at: quarter) * share)
    if holdings[holding].status == .held {
      holdings[holding].route = price > 0 ? StageEvent.transferred : StageEvent.failed
    }
    end(holding)
    funds[fund].leaving += holdings[holding].cost
    guard price > 0 else { return }
    if holdings[holding].deal >= 0 { deals[holdings[holding].deal].cash += price }
    holdings[holding].proceeds += price
    holdings[holding].soldAtEnd = price
    takeFromBuyers(fund, price, in: quarter)
    note(.soldAtEnd, quarter, fund: fund, company: holdings[holding].company, amount: price)
  }

  mutating func takeFromBuyers(_ fund: Int, _ price: Int64, in quarter: Int) {
    funds[fund].proceeds += price
    funds[fund].soldToBuyers += price
    ledger.transfer(price, through: plan.funds[fund].channels.secondarySale, in: quarter)
  }

  /// Fen that all holdings of a fund are worth.
  @inline(__always) func modelValue(_ fund: Int, at quarter: Int) -> Double {
    if plan.funds[fund].isPacing { return funds[fund].pacing.value }
    var value = plan.funds[fund].hasInterests ? interestValue(fund) : 0
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      value += worth(holding, at: quarter)
      holding = holdings[holding].nextOfFund
    }
    return value
  }
}
