// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Concessions: after the waterfall, from what the giver would receive.
extension ReplicateKernel {
  /// Takes what a concession gives away from the giver's part of a distribution and adds it to the receivers'.
  mutating func concede(_ concession: Int, in quarter: Int) {
    let about = plan.concessions[concession]
    let giver = about.giver - plan.funds[about.fund].firstParty
    switch about.form {
    case .buyoutOption: concessions[concession].owed -= Double(scratch.parts[giver])
    case .cappedReturn, .excessShare:
      let kept = min(scratch.parts[giver], max(0, Int64(min(concessions[concession].owed, Self.mostFen).rounded(.up))))
      concessions[concession].owed = max(0, concessions[concession].owed - Double(kept))
      guard meetsConditions(about) else { return }
      let excess = scratch.parts[giver] - kept
      weighByStakes(about)
      // Beyond 2^53 fen a double may be rounded up.
      give(up: min(excess, Int64(Double(excess) * about.share)), concession, in: quarter)
    case .firstLoss: standBehind(concession, in: quarter)
    }
  }

  /// Whether the purchases so far have the shares that a concession asks for.
  @inline(__always) func meetsConditions(_ about: ConcessionPlan) -> Bool {
    let cost = Double(funds[about.fund].ticketCost)
    return Double(funds[about.fund].earlyCost) >= about.early * cost
      && Double(funds[about.fund].hardTechCost) >= about.hardTech * cost
      && Double(funds[about.fund].localCost) >= about.local * cost
  }

  /// The giver's part fills the receivers' capital up to the limit, by what each of them lacks; once they have it, their
  /// gains pay back.
  private mutating func standBehind(_ concession: Int, in quarter: Int) {
    let about = plan.concessions[concession]
    let given = concessions[concession].given
    let missing = weighReceivers(about) { lacking, _ in max(0, lacking) }
    guard missing > 0 else {
      let gain = weighReceivers(about) { lacking, part in min(part, max(0, -lacking)) }
      return give(up: -min(gain, given), concession, in: quarter)
    }
    let limit = Int64(Double(funds[about.fund].size.commitment) * about.limit)
    let part = scratch.parts[about.giver - plan.funds[about.fund].firstParty]
    give(up: min(part, missing, max(0, limit - given)), concession, in: quarter)
  }

  /// Moves an amount from the giver's part to the receivers' by `scratch.weights`, or back where it is negative.
  private mutating func give(up amount: Int64, _ concession: Int, in quarter: Int) {
    let about = plan.concessions[concession]
    let first = plan.funds[about.fund].firstParty
    let count = plan.funds[about.fund].partyCount
    var weights: Int64 = 0
    for position in 0..<count { weights += scratch.weights[position] }
    guard amount != 0, weights > 0 else { return }
    concessions[concession].given += amount
    note(amount > 0 ? .conceded : .paidBack, quarter, fund: about.fund, amount: abs(amount))
    scratch.parts[about.giver - first] -= amount
    scratch.weights.split(amount, over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count { scratch.parts[position] += scratch.rooms[position] }
  }

  /// Weighs the receivers by their stakes.
  /// - Returns: The sum of the weights; where it is 0 nobody can receive.
  @discardableResult
  private mutating func weighByStakes(_ about: ConcessionPlan) -> Int64 {
    clearWeights(about.fund)
    var sum: Int64 = 0
    for position in about.receivers where !partyStates[plan.receivers[position]].hasLapsed {
      let receiver = plan.receivers[position]
      scratch.weights[receiver - plan.funds[about.fund].firstParty] = stakes[receiver]
      sum += stakes[receiver]
    }
    return sum
  }

  /// Weighs the receivers by what each lacks of its capital once it has its part of this distribution, below 0 where it has
  /// more, and by that part. An investor that has failed is neither made whole nor pays back.
  /// - Returns: The sum of the weights.
  private mutating func weighReceivers(
    _ about: ConcessionPlan, by weight: (_ lacking: Int64, _ part: Int64) -> Int64
  ) -> Int64 {
    clearWeights(about.fund)
    var sum: Int64 = 0
    for position in about.receivers where !partyStates[plan.receivers[position]].hasLapsed {
      let receiver = plan.receivers[position]
      let place = receiver - plan.funds[about.fund].firstParty
      let part = scratch.parts[place]
      scratch.weights[place] = weight(paidIn[receiver] - distributed[receiver] - part, part)
      sum += scratch.weights[place]
    }
    return sum
  }

  private mutating func clearWeights(_ fund: Int) {
    for position in 0..<plan.funds[fund].partyCount { scratch.weights[position] = 0 }
  }

  /// Options on the giver's stake that are worth exercising before the quarter's distribution.
  mutating func exerciseOptions(_ fund: Int, in quarter: Int) {
    for concession in plan.funds[fund].concessions {
      let about = plan.concessions[concession]
      guard about.form == .buyoutOption, !concessions[concession].isExercised else { continue }
      let isLast = about.window.contains(quarter) || (funds[fund].isClosed && quarter < about.window.upperBound)
      guard isLast, stakes[about.giver] > 0, !sales[about.giver].isDone else { continue }
      let price = max(0, Money.nearestFen(min(concessions[concession].owed, Self.mostFen)))
      let value = stakeValue(about.giver, fund: fund, in: quarter)
      guard value > Double(price), weighByStakes(about) > 0 else { continue }
      concessions[concession].isExercised = true
      concessions[concession].given = Money.nearestFen(value) - price
      note(.stakeBought, quarter, fund: fund, amount: price)
      buyOut(concession, price: price, in: quarter)
    }
  }

  /// An investor's part of what the fund would distribute if it were wound up now.
  mutating func stakeValue(_ party: Int, fund: Int, in quarter: Int) -> Double {
    let owed = funds[fund].borrowed
    let whole =
      Double(funds[fund].cash + funds[fund].proceeds - owed)
      + (funds[fund].isClosed ? 0 : modelValue(fund, at: quarter))
    _ = investorsPart(fund, of: max(0, whole), at: quarter)
    let group = plan.parties[party].group
    var all: Int64 = 0
    for other in plan.funds[fund].parties where plan.parties[other].group == group { all += stakes[other] }
    let part = scratch.groupValues[group - plan.funds[fund].groups.lowerBound]
    return all > 0 ? part * Double(stakes[party]) / Double(all) : 0
  }

  /// The receivers, whose weights stand ready, pay the price and take over the giver's stake and what it has yet to pay in.
  private mutating func buyOut(_ concession: Int, price: Int64, in quarter: Int) {
    let about = plan.concessions[concession]
    let first = plan.funds[about.fund].firstParty
    let count = plan.funds[about.fund].partyCount
    scratch.weights.split(price, over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in about.receivers { pay(scratch.rooms[plan.receivers[position] - first], position, in: quarter) }
    soldFor[about.giver] += price
    let owner = plan.parties[about.giver].owner
    if owner < 0 {
      ledger.transfer(price, through: plan.parties[about.giver].receipt, in: quarter)
    } else {
      funds[owner].proceeds += price
      leave(interest: about.giver)
    }
    handOver(about, first: first, count: count)
  }

  private mutating func pay(_ part: Int64, _ position: Int, in quarter: Int) {
    let receiver = plan.receivers[position]
    bought[receiver] += part
    ledger.transfer(part, through: plan.parties[receiver].appropriation, in: quarter)
    ledger.transfer(part, through: plan.buyOuts[position], in: quarter)
  }

  private mutating func handOver(_ about: ConcessionPlan, first: Int, count: Int) {
    scratch.weights.split(stakes[about.giver], over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count { stakes[first + position] += scratch.rooms[position] }
    stakes[about.giver] = 0
    scratch.weights.split(undrawn[about.giver], over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count { undrawn[first + position] += scratch.rooms[position] }
    undrawn[about.giver] = 0
  }

  /// What a giver paid in or received before the grid counts towards what it is to keep.
  mutating func oweGiver(_ party: Int, _ amount: Int64) {
    for concession in plan.concessions.indices where plan.concessions[concession].giver == party {
      concessions[concession].owed = max(0, concessions[concession].owed + Double(amount))
    }
  }
}
