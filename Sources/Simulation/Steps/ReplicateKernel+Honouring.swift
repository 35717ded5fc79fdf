// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Whether investors honour calls.
extension ReplicateKernel {
  /// At the start of a fund's quarter: later closings, who pays and who does not, arrears of those who pay again.
  mutating func settleDues(_ fund: Int, in quarter: Int) {
    let mayBeUnpaid = plan.funds[fund].mayBeUnpaid
    if mayBeUnpaid { renewLateness(fund, in: quarter) }
    closeFurther(fund, in: quarter)
    guard mayBeUnpaid else { return }
    let isNeeded = shortage(fund, from: quarter) > 0
    for party in plan.funds[fund].parties where plan.parties[party].honouring >= 0 {
      let state = step(party, in: quarter)
      if isNeeded, undrawn[party] > 0, !sales[party].isDone { judge(party, state, in: quarter) }
    }
    renewLateness(fund, in: quarter)
    payArrears(fund, in: quarter)
  }

  /// Who pays nothing as things stand: whoever is late, fails in this quarter or is behind a shut gate, and who waits for
  /// them.
  private mutating func renewLateness(_ fund: Int, in quarter: Int) {
    for party in plan.funds[fund].parties {
      let state = partyStates[party]
      let isFailing = state.hasLapsed && state.lapsedIn == quarter
      partyStates[party].isLate = quarter < state.lateUntil || isFailing || isShut(party)
    }
    for party in plan.funds[fund].parties {
      partyStates[party].isWithheld = partyStates[party].isLate || isWaiting(party)
    }
  }

  /// `X = sqrt(ρ) F + sqrt(1−ρ) Z`, `Z` an AR(1) of unit variance.
  private mutating func step(_ party: Int, in quarter: Int) -> Double {
    let about = plan.honourings[plan.parties[party].honouring]
    let innovation = normal(numbers.uniform(plan.parties[party].entity, .honouring, quarter))
    let isFirst = quarter == max(0, plan.funds[plan.parties[party].fund].start)
    partyStates[party].own =
      isFirst ? innovation : about.persistence * partyStates[party].own + about.innovation * innovation
    return about.common * common[quarter] + about.own * partyStates[party].own
  }

  /// What a state means where money is needed.
  private mutating func judge(_ party: Int, _ state: Double, in quarter: Int) {
    let about = plan.honourings[plan.parties[party].honouring]
    if state < about.failsBelow {
      lapse(party, penalty: about.penalty, in: quarter)
    } else if state < about.lateBelow, quarter >= partyStates[party].lateUntil {
      partyStates[party].lateUntil = quarter + about.delay
      note(.late, quarter, fund: plan.parties[party].fund)
    }
  }

  /// Whether somebody whose money must come first is late, or fails in this quarter.
  @inline(__always) func isWaiting(_ party: Int) -> Bool {
    let place = plan.parties[party].honouring
    guard place >= 0, let order = plan.honourings[place].after else { return false }
    for other in plan.funds[plan.parties[party].fund].parties where other != party && partyStates[other].isLate {
      if order.waits(for: plan.parties[other].investorClass) { return true }
    }
    return false
  }

  /// The rest of a commitment lapses, a part of the stake passes to the others, and the fund plans for what is left.
  mutating func lapse(_ party: Int, penalty: Double, in quarter: Int) {
    let fund = plan.parties[party].fund
    let rest = undrawn[party]
    partyStates[party].lateUntil = 0
    release(party, in: quarter)
    resize(fund)
    note(.defaulted, quarter, fund: fund, amount: rest)
    let passed = Int64(Double(stakes[party]) * penalty)
    if passed > 0 { passStake(of: party, passed) }
  }

  /// What an investor has yet to pay in lapses.
  mutating func release(_ party: Int, in quarter: Int) {
    partyStates[party].hasLapsed = true
    partyStates[party].arrears = 0
    partyStates[party].lapsed += undrawn[party]
    partyStates[party].lapsedIn = quarter
    partyStates[party].committed -= undrawn[party]
    funds[plan.parties[party].fund].undrawn -= undrawn[party]
    undrawn[party] = 0
  }

  /// Others who have not failed take over a part of a stake, in proportion to their own.
  mutating func passStake(of party: Int, _ part: Int64) {
    let fund = plan.parties[party].fund
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    var sum: Int64 = 0
    for position in 0..<count {
      scratch.weights[position] = partyStates[first + position].hasLapsed ? 0 : stakes[first + position]
      sum += scratch.weights[position]
    }
    guard sum > 0 else { return }
    scratch.weights.split(part, over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count { stakes[first + position] += scratch.rooms[position] }
    stakes[party] -= part
  }

  /// Those who pay again pay what they owe; it stands in the fund's account for what comes next. What others have paid for
  /// them and the fund cannot need again is no longer owed.
  private mutating func payArrears(_ fund: Int, in quarter: Int) {
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    let needed = max(0, shortage(fund, from: quarter))
    for position in 0..<count {
      let party = first + position
      partyStates[party].arrears = min(partyStates[party].arrears, needed)
      scratch.wants[position] = 0
      guard partyStates[party].arrears > 0, !partyStates[party].isWithheld else { continue }
      scratch.wants[position] = min(partyStates[party].arrears, room(party))
      // Who is kept from paying by its gate alone still owes the rest.
      if plan.parties[party].gate < 0 { partyStates[party].arrears = scratch.wants[position] }
    }
    if gates.count > 0 { askBudgets(fund) }
    var sum: Int64 = 0
    for position in 0..<count { sum += scratch.wants[position] }
    let paid = min(sum, needed)
    guard paid > 0 else { return }
    scratch.wants.split(paid, over: 0..<count, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<count { partyStates[first + position].arrears -= scratch.parts[position] }
    payIn(fund, paid, in: quarter)
    funds[fund].cash += paid
  }
}
