// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Equalisation at a later closing: afterwards everybody has paid in the same part of its commitment.
extension ReplicateKernel {
  /// Moves capital from those who paid too little to those who paid too much, with simple interest from the mean date of
  /// the calls. The fund's own paid-in capital does not move, and the interest is neither paid in nor distributed.
  mutating func equalise(_ fund: Int, in quarter: Int) {
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    var paid: Int64 = 0
    for position in 0..<count {
      let isIn = takesPart(first + position, in: quarter)
      scratch.weights[position] = isIn ? partyStates[first + position].committed : 0
      if isIn { paid += paidIn[first + position] }
    }
    scratch.weights.split(paid, over: 0..<count, into: &scratch.parts, remainders: &scratch.remainders)
    let mean = Double(funds[fund].callMoment) / Double(funds[fund].paidIn)
    let rate = plan.funds[fund].raising.interest * (Double(quarter) - mean)
    for position in 0..<count {
      let isIn = takesPart(first + position, in: quarter)
      let more = isIn ? scratch.parts[position] - paidIn[first + position] : 0
      scratch.weights[position] = max(0, -more)
      let isLater = more > 0 && plan.parties[first + position].owner < 0
      scratch.wants[position] = isLater ? min(more, joinable(first + position, rate: rate)) : 0
    }
    if gates.count > 0 { askBudgets(fund, price: 1 + rate) }
    var capital: Int64 = 0
    var interest: Int64 = 0
    for position in 0..<count where scratch.wants[position] > 0 {
      // Rounded interest of one may cost another a fen.
      let part = min(scratch.wants[position], joinable(first + position, rate: rate))
      let lacking = scratch.parts[position] - paidIn[first + position] - part
      partyStates[first + position].arrears = min(partyStates[first + position].arrears, lacking)
      capital += part
      interest += joinLate(first + position, part, rate: rate, in: quarter)
    }
    scratch.weights.split(capital, over: 0..<count, into: &scratch.parts, remainders: &scratch.remainders)
    scratch.weights.split(interest, over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count where scratch.weights[position] > 0 {
      getBack(first + position, scratch.parts[position], interest: scratch.rooms[position], in: quarter)
    }
  }

  /// Whether an investor still has its stake and its commitment, and is neither late by its own doing nor waiting; a shut
  /// gate only keeps it from paying.
  @inline(__always) private func takesPart(_ party: Int, in quarter: Int) -> Bool {
    !partyStates[party].hasLapsed && quarter >= partyStates[party].lateUntil && !isWaiting(party)
      && !sales[party].isDone && !(stakes[party] == 0 && paidIn[party] > 0)
  }

  /// Fen that a later investor can pay with its interest: whoever took over another's stake may have less left to pay than
  /// its part, and a shut gate lets nothing through. What is not equalised stays open to later calls.
  private func joinable(_ party: Int, rate: Double) -> Int64 {
    let room = gateRoom(party)
    return room == .max ? undrawn[party] : min(undrawn[party], Int64(Double(room) / (1 + rate)))
  }

  /// A later investor pays its part with interest.
  /// - Returns: The interest.
  private mutating func joinLate(_ party: Int, _ part: Int64, rate: Double, in quarter: Int) -> Int64 {
    let interest = Money.nearestFen(Double(part) * rate)
    let about = plan.parties[party]
    move(party, part)
    spendBudget(part + interest, of: party)
    partyStates[party].equalised -= interest
    ledger.transfer(part + interest, through: about.appropriation, in: quarter)
    ledger.transfer(part, through: channels(party).capitalPaid, in: quarter)
    ledger.transfer(interest, through: channels(party).interestPaid, in: quarter)
    return interest
  }

  /// An earlier investor gets back what others now have paid for it, and may be called for it again.
  private mutating func getBack(_ party: Int, _ part: Int64, interest: Int64, in quarter: Int) {
    let about = plan.parties[party]
    move(party, -part)
    partyStates[party].equalised += interest
    ledger.transfer(part, through: channels(party).capitalReceived, in: quarter)
    ledger.transfer(interest, through: channels(party).interestReceived, in: quarter)
    if about.owner < 0 {
      ledger.transfer(part + interest, through: about.receipt, in: quarter)
    } else {
      funds[about.owner].cash += part
      funds[about.owner].invested -= part
      funds[about.owner].costHeld -= part
      funds[about.owner].proceeds += interest
    }
  }

  private func channels(_ party: Int) -> EqualisationChannels {
    guard let channels = plan.parties[party].equalisation else {
      preconditionFailure("every investor of a fund with a further closing has channels of equalisation")
    }
    return channels
  }

  private mutating func move(_ party: Int, _ part: Int64) {
    paidIn[party] += part
    stakes[party] += part
    undrawn[party] -= part
    oweGiver(party, part)
  }
}
