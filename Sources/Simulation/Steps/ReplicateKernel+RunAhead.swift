// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// A fund that depends on nothing but its own companies need not wait for anybody: it is run to the quarter of its end in
/// one pass, with its numbers in local variables, for speed alone.
///
/// Each step is the same as quarter by quarter, without what such a fund has not: `Plan.standsAlone` says what that is. A
/// story is told in its order, quarter by quarter.
extension ReplicateKernel {
  /// Runs the fund ahead where it may be; the first quarter in which something is left to do.
  mutating func runAhead() -> Int {
    guard plan.runsAhead, journal == nil else { return 0 }
    runToEnd(0)
    return plan.funds[0].end
  }

  private mutating func runToEnd(_ fund: Int) {
    let about = plan.funds[fund]
    let group = about.groups.lowerBound
    var state = funds[fund]
    var waterfall = waterfalls[group]
    var phase = 0
    for quarter in about.start..<about.end {
      let cell = fund * plan.quarters + quarter
      if quarter > about.start { waterfall.accrueQuarter() }
      state.collect(&proceeds, &leaving, at: cell)
      chargeFee(fund, about, &state, phase: &phase, in: quarter)
      buyTickets(fund, about, &state, in: quarter)
      // Companies just bought may have brought something at once.
      state.collect(&proceeds, &leaving, at: cell)
      callNeeds(about, &state, &waterfall, in: quarter)
      state.costHeld += state.purchases - state.leaving
      if state.proceeds > 0 { distribute(about, &state, &waterfall, in: quarter) }
      state.endQuarter()
    }
    funds[fund] = state
    waterfalls[group] = waterfall
  }

  @inline(__always) private mutating func chargeFee(
    _ fund: Int, _ about: FundPlan, _ state: inout FundState, phase: inout Int, in quarter: Int
  ) {
    let count = plan.fundTables[fund].feePhases.count
    while phase < count, quarter - about.start >= plan.fundTables[fund].feePhases[phase].until { phase += 1 }
    guard phase < count else { return }
    let terms = plan.fundTables[fund].feePhases[phase]
    let fee = min(appraised(state.feeBase(terms.base) * terms.perQuarter), state.undrawn + state.proceeds)
    guard fee > 0 else { return }
    state.feesPaid += fee
    state.costs += fee
    ledger.transfer(fee, through: about.channels.managementFee, in: quarter)
  }

  /// Calls what costs and purchases need; where commitments are used up, proceeds pay.
  @inline(__always) private mutating func callNeeds(
    _ about: FundPlan, _ state: inout FundState, _ waterfall: inout FundWaterfall, in quarter: Int
  ) {
    let needed = state.costs + state.purchases
    let amount = min(needed, state.undrawn)
    state.proceeds -= needed - amount
    precondition(state.proceeds >= 0, "purchases and costs were cut to what the fund can pay")
    guard amount > 0 else { return }
    undrawn.split(amount, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<about.partyCount {
      let (party, part) = (about.firstParty &+ position, scratch.parts[position])
      paidIn[party] += part
      stakes[party] += part
      undrawn[party] -= part
      ledger.transfer(part, through: plan.parties[party].appropriation, in: quarter)
      ledger.transfer(part, through: plan.parties[party].call, in: quarter)
    }
    state.payIn(amount, in: quarter)
    waterfall.contribute(Money(fen: amount))
  }

  @inline(__always) private mutating func distribute(
    _ about: FundPlan, _ state: inout FundState, _ waterfall: inout FundWaterfall, in quarter: Int
  ) {
    let tiers = waterfall.distribute(Money(fen: state.proceeds)).tiers
    let ofInvestors = tiers.investors.fen
    ledger.transfer(tiers.manager.fen, through: about.channels.carriedInterest, in: quarter)
    state.distributed += ofInvestors
    state.proceeds = 0
    stakes.split(ofInvestors, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<about.partyCount {
      let (party, part) = (about.firstParty &+ position, scratch.parts[position])
      distributed[party] += part
      ledger.transfer(part, through: plan.parties[party].receipt, in: quarter)
      ledger.transfer(part, through: plan.parties[party].distribution, in: quarter)
    }
  }
}
