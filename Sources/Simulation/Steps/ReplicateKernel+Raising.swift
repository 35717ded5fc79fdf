// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// What closes: commitments of a replicate.
extension ReplicateKernel {
  /// Commitments of all funds, owners first: the interest of a fund that is not formed is not there either.
  mutating func raiseCapital() {
    for place in stride(from: funds.count - 1, through: 0, by: -1) {
      let fund = plan.order[place]
      guard plan.funds[fund].start >= 0 else { continue }
      for party in plan.funds[fund].parties {
        let owner = plan.parties[party].owner
        if owner >= 0, !funds[owner].isFormed { partyStates[party].closed = 0 }
      }
      if plan.funds[fund].raising.isUncertain { closeOnDemand(fund) }
      var closed: Int64 = 0
      for party in plan.funds[fund].parties { closed += partyStates[party].closed }
      admit(fund, through: firstShare(fund))
      if closed > 0 {
        let isOpen = plan.funds[fund].raising.isUncertain
        if isOpen { note(.closing, plan.funds[fund].start, fund: fund, amount: funds[fund].size.commitment) }
        continue
      }
      funds[fund].isFormed = false
      funds[fund].isClosed = true
      note(.notFormed, plan.funds[fund].start, fund: fund)
    }
  }

  /// Share of what was raised that the first closing admits.
  @inline(__always) private func firstShare(_ fund: Int) -> Double {
    let closings = plan.funds[fund].raising.closings
    return closings.isEmpty ? 1 : plan.closings[closings.lowerBound].through
  }

  /// `min(target, demand)` over the investors concerned, and what a missed minimum leads to.
  private mutating func closeOnDemand(_ fund: Int) {
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    var target: Int64 = 0
    var closed: Int64 = 0
    for position in 0..<count {
      let isRaised = plan.parties[first + position].isRaised
      scratch.weights[position] = isRaised ? partyStates[first + position].closed : 0
      target += scratch.weights[position]
      if !isRaised { closed += partyStates[first + position].closed }
    }
    let raised = min(target, demand(fund, target: target))
    scratch.weights.split(raised, over: 0..<count, into: &scratch.parts, remainders: &scratch.remainders)
    let isBelow = closed + raised < plan.funds[fund].raising.minimum
    let dissolves = isBelow && plan.funds[fund].raising.dissolves
    for position in 0..<count {
      let party = first + position
      if dissolves {
        partyStates[party].closed = 0
      } else if plan.parties[party].isRaised {
        partyStates[party].closed = scratch.parts[position]
      } else if isBelow {
        let share = Double(raised) / Double(target)
        partyStates[party].closed = Int64(Double(partyStates[party].closed) * share)
      }
    }
  }

  /// Fen that the investors concerned would commit, at most a fen above the target.
  @inline(__always) private func demand(_ fund: Int, target: Int64) -> Int64 {
    let about = plan.funds[fund].raising
    var logarithm = about.logRatio + about.sensitivity * (about.expected - about.required)
    logarithm += about.loading * common[plan.funds[fund].start]
    if about.sigma > 0 {
      logarithm += about.sigma * normal(numbers.uniform(plan.funds[fund].entity, .demand, 0))
    }
    guard logarithm < 0 else { return target + 1 }
    return Money.nearestFen(Elementary.exp(logarithm) * Double(target))
  }

  /// Takes in what is admitted by now of what closed, and plans for it.
  private mutating func admit(_ fund: Int, through share: Double) {
    for party in plan.funds[fund].parties where !partyStates[party].hasLapsed {
      let closed = partyStates[party].closed
      let isWhole = share >= 1 || !plan.parties[party].isRaised
      let now = isWhole ? closed : Int64(Double(closed) * share)
      undrawn[party] += now - partyStates[party].committed
      funds[fund].undrawn += now - partyStates[party].committed
      partyStates[party].committed = now
    }
    resize(fund)
  }

  /// Fen of an investor's commitment that a further closing admitted in a quarter.
  func admitted(_ party: Int, in quarter: Int) -> Int64 {
    let (about, state) = (plan.parties[party], partyStates[party])
    guard about.isRaised, state.lapsedIn < 0 || quarter <= state.lapsedIn else { return 0 }
    for closing in plan.funds[about.fund].raising.closings.dropFirst()
    where plan.funds[about.fund].start + plan.closings[closing].age == quarter {
      let before = Int64(Double(state.closed) * plan.closings[closing - 1].through)
      let through = plan.closings[closing].through
      return (through >= 1 ? state.closed : Int64(Double(state.closed) * through)) - before
    }
    return 0
  }

  /// The fund's numbers at its present commitments.
  mutating func resize(_ fund: Int) {
    var commitment: Int64 = 0
    for party in plan.funds[fund].parties { commitment += partyStates[party].committed }
    funds[fund].size = plan.fundTables[fund].sizing.size(at: commitment)
  }

  /// Tickets of the plan of a whole fund, cut in proportion to the commitments that there are, rounded up.
  @inline(__always) func ticketsDue(_ fund: Int, _ planned: Int) -> Int {
    let (now, whole) = (funds[fund].size.commitment, plan.funds[fund].commitment)
    guard now != whole else { return planned }
    let product = UInt64(planned).multipliedFullWidth(by: UInt64(now))
    let (quotient, remainder) = UInt64(whole).dividingFullWidth(product)
    return Int(quotient) + (remainder > 0 ? 1 : 0)
  }

  /// A further closing that falls into this quarter: more is committed, and those who come later pay earlier ones their
  /// part of what was paid in, with interest.
  mutating func closeFurther(_ fund: Int, in quarter: Int) {
    for closing in plan.funds[fund].raising.closings.dropFirst()
    where plan.closings[closing].age == quarter - plan.funds[fund].start {
      let before = funds[fund].size.commitment
      admit(fund, through: plan.closings[closing].through)
      let more = funds[fund].size.commitment - before
      guard more > 0 else { continue }
      note(.closing, quarter, fund: fund, amount: more)
      if funds[fund].paidIn > 0 { equalise(fund, in: quarter) }
    }
  }
}
