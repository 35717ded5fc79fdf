// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// The cash of a fund that stands alone, with its numbers in local variables; that of its investors follows from it.
extension ReplicateKernel {
  /// Runs the fund through its quarters; false where a ticket is refused.
  mutating func settleAlone() -> Bool {
    guard settleFund() else { return false }
    settleParties()
    return true
  }

  private mutating func settleFund() -> Bool {
    let (start, end, channels) = (plan.funds[0].start, plan.funds[0].end, plan.funds[0].channels)
    let group = plan.funds[0].groups.lowerBound
    let isPair = plan.funds[0].parties.count == 2
    var pair = LonePair(commitment: undrawn[plan.funds[0].parties.lowerBound], whole: plan.funds[0].commitment)
    var state = funds[0]
    var waterfall = waterfalls[group].plain
    var phase = 0
    for quarter in start...end {
      if quarter > start { waterfall.accrueQuarter() }
      state.collect(&proceeds, &leaving, at: quarter)
      if quarter < end {
        chargeFee(channels.managementFee, &state, phase: &phase, age: quarter - start, in: quarter)
        guard buy(channels.investment, &state, in: quarter) else { return false }
        callNeeds(&state, &waterfall, in: quarter)
      } else {
        sellRest(channels.secondarySale, &state, in: quarter)
      }
      state.costHeld += state.purchases - state.leaving
      if state.proceeds > 0 { distribute(channels.carriedInterest, &state, &waterfall, in: quarter) }
      state.endQuarter()
    }
    state.isClosed = true
    funds[0] = state
    waterfalls[group].plain = waterfall
    if isPair {
      lone.splitCalls(over: &pair, in: start...end)
      lone.splitPayouts(over: &pair, in: start...end)
      book(pair)
    }
    return true
  }

  @inline(__always) private mutating func chargeFee(
    _ channel: Int, _ state: inout FundState, phase: inout Int, age: Int, in quarter: Int
  ) {
    let count = plan.fundTables[0].feePhases.count
    while phase < count, age >= plan.fundTables[0].feePhases[phase].until { phase += 1 }
    guard phase < count else { return }
    let terms = plan.fundTables[0].feePhases[phase]
    let fee = min(appraised(state.feeBase(terms.base) * terms.perQuarter), state.undrawn + state.proceeds)
    guard fee > 0 else { return }
    state.feesPaid += fee
    state.costs += fee
    ledger.transfer(fee, through: channel, in: quarter)
  }

  /// Buys what is planned for a quarter, unless the budget or commitments refuse a part of it.
  @inline(__always) private mutating func buy(_ channel: Int, _ state: inout FundState, in quarter: Int) -> Bool {
    let purchases = lone.purchases[quarter]
    guard purchases > 0 else { return true }
    guard state.invested + purchases <= state.size.investable, purchases <= state.undrawn - state.costs
    else { return false }
    state.invested += purchases
    state.purchases += purchases
    ledger.transfer(purchases, through: channel, in: quarter)
    return true
  }

  /// Calls what costs and purchases need; where commitments are used up, proceeds pay.
  @inline(__always) private mutating func callNeeds(
    _ state: inout FundState, _ waterfall: inout EuropeanWaterfall, in quarter: Int
  ) {
    let needed = state.costs + state.purchases
    let amount = min(needed, state.undrawn)
    state.proceeds -= needed - amount
    precondition(state.proceeds >= 0, "purchases and costs were cut to what the fund can pay")
    guard amount > 0 else { return }
    lone.calls[quarter] = amount
    state.payIn(amount, in: quarter)
    waterfall.contribute(Money(fen: amount))
  }

  /// What was still held is sold.
  @inline(__always) private mutating func sellRest(_ channel: Int, _ state: inout FundState, in quarter: Int) {
    state.proceeds += lone.soldAtEnd
    state.soldToBuyers += lone.soldAtEnd
    ledger.transfer(lone.soldAtEnd, through: channel, in: quarter)
  }

  @inline(__always) private mutating func distribute(
    _ channel: Int, _ state: inout FundState, _ waterfall: inout EuropeanWaterfall, in quarter: Int
  ) {
    let tiers = waterfall.distribute(Money(fen: state.proceeds))
    lone.payouts[quarter] = tiers.investors.fen
    state.distributed += tiers.investors.fen
    state.proceeds = 0
    ledger.transfer(tiers.manager.fen, through: channel, in: quarter)
  }
}
