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
    let toLender = plan.funds[fund].line >= 0 ? payableToLender(fund) : 0
    var left = funds[fund].costs + funds[fund].purchases + toLender
    if plan.funds[fund].isNet { left -= spendProceeds(fund, left) }
    var fromCalls = left
    let fromCash = min(left, funds[fund].cash)
    funds[fund].cash -= fromCash
    left -= fromCash
    if plan.funds[fund].line >= 0, left > 0 {
      _ = bridge(fund, left, in: quarter)
      let drawn = min(left, funds[fund].cash)
      funds[fund].cash -= drawn
      left -= drawn
    }
    if left > 0 {
      let called = call(fund, left, in: quarter)
      let used = min(called, left)
      funds[fund].cash += called - used
      left -= used
    }
    fromCalls -= left
    left -= spendProceeds(fund, left)
    precondition(left == 0, "purchases and costs were cut to what the fund can pay")
    if toLender > 0 { repay(fund, toLender, in: quarter) }
    if plan.funds[fund].isAmerican {
      assignNeeds(fund, fromProceeds: max(0, funds[fund].purchases - fromCalls))
    }
    funds[fund].costHeld += funds[fund].purchases - funds[fund].leaving
    if funds[fund].isClosed {
      funds[fund].proceeds += funds[fund].cash
      funds[fund].cash = 0
      if plan.funds[fund].hasOwners { endInterests(in: fund) }
    } else {
      giveBackIdleCash(fund, in: quarter)
    }
    if plan.funds[fund].recyclesCalls { keepForCalls(fund, in: quarter) }
    if plan.funds[fund].line >= 0 { repayFromProceeds(fund, in: quarter) }
    if plan.funds[fund].publicExit >= 0 { payLeavers(fund, in: quarter) }
    if !plan.funds[fund].concessions.isEmpty { exerciseOptions(fund, in: quarter) }
    distribute(fund, in: quarter)
    funds[fund].endQuarter()
  }

  mutating func spendProceeds(_ fund: Int, _ wanted: Int64) -> Int64 {
    let spent = min(wanted, funds[fund].proceeds)
    funds[fund].proceeds -= spent
    return spent
  }

  /// Calls what a quarter's costs and purchases still need, before owners spend their money elsewhere.
  mutating func callAhead(_ fund: Int, in quarter: Int) {
    let usable = funds[fund].cash + (plan.funds[fund].isNet ? funds[fund].proceeds : 0)
    var needed = funds[fund].costs + funds[fund].purchases - usable
    if plan.funds[fund].line >= 0 { needed += payableToLender(fund) }
    if plan.funds[fund].line >= 0, needed > 0 { needed = bridge(fund, needed, in: quarter) }
    if needed > 0 { funds[fund].cash += call(fund, needed, in: quarter) }
  }

  /// Fen that can be called today: an owner pays no more than it can raise itself.
  @inline(__always) mutating func callable(_ fund: Int) -> Int64 {
    plan.funds[fund].mayBeShort ? callableFromEach(fund) : funds[fund].undrawn
  }

  private mutating func callableFromEach(_ fund: Int) -> Int64 {
    var sum: Int64 = 0
    for party in plan.funds[fund].parties { sum += room(party) }
    return gates.count > 0 ? sum - overlap(fund) : sum
  }

  /// Fen that one investor can be called for today.
  mutating func room(_ party: Int) -> Int64 {
    if partyStates[party].isWithheld { return 0 }
    if plan.parties[party].gate >= 0 { return min(undrawn[party], gateRoom(party)) }
    let owner = plan.parties[party].owner
    guard owner >= 0, !sales[party].isDone else { return undrawn[party] }
    return max(0, min(undrawn[party], liquidity(owner)))
  }

  /// Calls at least `needed`, or the instalment that the terms fix as far as the fund can foresee a use for it, in
  /// proportion to what each investor still owes.
  mutating func call(_ fund: Int, _ needed: Int64, in quarter: Int) -> Int64 {
    let instalment = funds[fund].paidIn == 0 ? funds[fund].size.firstCall : funds[fund].size.instalment
    var amount = needed
    if instalment > needed { amount = min(instalment, needed + foreseen(fund, from: quarter + 1)) }
    amount = min(amount, callable(fund))
    guard amount > 0 else { return 0 }
    undrawn.split(amount, over: plan.funds[fund].parties, into: &scratch.parts, remainders: &scratch.remainders)
    if plan.funds[fund].mayBeShort { coverShortage(fund) }
    payIn(fund, amount, in: quarter)
    return amount
  }

  /// Investors pay the parts of a call that stand in `scratch.parts`.
  mutating func payIn(_ fund: Int, _ amount: Int64, in quarter: Int) {
    for position in 0..<plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      take(scratch.parts[position], from: party, in: quarter)
    }
    for concession in plan.funds[fund].concessions {
      let giver = plan.concessions[concession].giver - plan.funds[fund].firstParty
      concessions[concession].owed += Double(scratch.parts[giver])
    }
    funds[fund].payIn(amount, in: quarter)
    contribute(amount, to: fund)
    note(.call, quarter, fund: fund, amount: amount)
    if plan.funds[fund].hasOwners { passOn(fund, in: quarter) }
  }

  /// An owner that is itself owned calls what it was called for at once, before others are called for the same money.
  private mutating func passOn(_ fund: Int, in quarter: Int) {
    for party in plan.funds[fund].parties where !sales[party].isDone {
      let owner = plan.parties[party].owner
      if owner >= 0, plan.funds[owner].hasOwners { callAhead(owner, in: quarter) }
    }
  }

  /// What an investor cannot or does not pay today is called from the others, up to what they can. Whoever is late or
  /// behind a gate owes it.
  private mutating func coverShortage(_ fund: Int) {
    let first = plan.funds[fund].firstParty
    for position in 0..<plan.funds[fund].partyCount {
      scratch.rooms[position] = room(first + position)
      scratch.wants[position] = min(scratch.parts[position], scratch.rooms[position])
    }
    if gates.count > 0 { askBudgets(fund) }
    var missing: Int64 = 0
    for position in 0..<plan.funds[fund].partyCount {
      let short = scratch.parts[position] - scratch.wants[position]
      scratch.parts[position] = scratch.wants[position]
      missing += short
      let owes = partyStates[first + position].isWithheld || plan.parties[first + position].gate >= 0
      if owes { partyStates[first + position].arrears += short }
    }
    advance(missing, for: fund)
  }

  /// Adds to the parts of a call, in `scratch.parts`, what others advance within their `scratch.rooms`.
  private mutating func advance(_ missing: Int64, for fund: Int) {
    var missing = missing
    var position = 0
    while missing > 0, position < plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      var room = scratch.rooms[position] - scratch.parts[position]
      if plan.parties[party].waitsForBudget { room = min(room, unassigned(plan.parties[party].gate, fund)) }
      let more = min(missing, room)
      scratch.parts[position] += more
      missing -= more
      position += 1
    }
  }

  /// One investor pays its part of a call; an owner's part is a purchase of its own.
  @inline(__always) private mutating func take(_ part: Int64, from party: Int, in quarter: Int) {
    paidIn[party] += part
    stakes[party] += part
    undrawn[party] -= part
    if gates.count > 0 { spendBudget(part, of: party) }
    let owner = plan.parties[party].owner
    if owner < 0 || sales[party].isDone {
      ledger.transfer(part, through: plan.parties[party].appropriation, in: quarter)
    }
    guard !sales[party].isDone else { return }
    ledger.transfer(part, through: plan.parties[party].call, in: quarter)
    guard owner >= 0 else { return }
    funds[owner].purchases += part
    funds[owner].invested += part
    if plan.funds[owner].isAmerican { needForInterest(party, part) }
  }

  /// One investor receives its part of a distribution; an owner's part is proceeds of its own.
  @inline(__always) private mutating func give(_ part: Int64, to party: Int, in quarter: Int) {
    distributed[party] += part
    let owner = plan.parties[party].owner
    if owner < 0 || sales[party].isDone { ledger.transfer(part, through: plan.parties[party].receipt, in: quarter) }
    guard !sales[party].isDone else { return }
    ledger.transfer(part, through: plan.parties[party].distribution, in: quarter)
    guard owner >= 0 else { return }
    funds[owner].proceeds += part
    if interestDeals[party] >= 0 { deals[interestDeals[party]].cash += part }
  }

  /// Divides all proceeds by the waterfall; a fund that has ended then settles its carried interest.
  private mutating func distribute(_ fund: Int, in quarter: Int) {
    let cash = funds[fund].proceeds
    if cash > 0 {
      divide(cash, of: fund, in: quarter)
      for concession in plan.funds[fund].concessions { concede(concession, in: quarter) }
      giveParts(fund, in: quarter)
      funds[fund].proceeds = 0
    }
    if plan.funds[fund].isAmerican { forgetDealCash(fund) }
    if funds[fund].isClosed && (plan.funds[fund].hasEscrow || plan.funds[fund].hasClawback) {
      settleCarry(fund, in: quarter)
    }
  }

  /// Gives every investor its part.
  mutating func giveParts(_ fund: Int, in quarter: Int) {
    for position in 0..<plan.funds[fund].partyCount {
      give(scratch.parts[position], to: plan.funds[fund].firstParty + position, in: quarter)
    }
  }
}
