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
      // Beyond 2^53 fen a double may be rounded up.
      give(up: min(excess, Int64(Double(excess) * about.share)), concession, in: quarter)
    case .firstLoss: standBehind(concession, in: quarter)
    }
  }

  /// Whether the purchases so far have the shares that a concession asks for.
  @inline(__always) func meetsConditions(_ about: ConcessionPlan) -> Bool {
    let cost = Double(funds[about.fund].invested - funds[about.fund].followedOn)
    return Double(funds[about.fund].earlyCost) >= about.early * cost
      && Double(funds[about.fund].hardTechCost) >= about.hardTech * cost
      && Double(funds[about.fund].localCost) >= about.local * cost
  }

  /// The giver's part fills the receivers' capital up to the limit; once they have it, their gains pay back.
  private mutating func standBehind(_ concession: Int, in quarter: Int) {
    let about = plan.concessions[concession]
    let first = plan.funds[about.fund].firstParty
    var missing: Int64 = 0
    var gain: Int64 = 0
    for position in about.receivers {
      let receiver = plan.receivers[position]
      let account = paidIn[receiver] - distributed[receiver] - scratch.parts[receiver - first]
      missing += max(0, account)
      gain += min(scratch.parts[receiver - first], max(0, -account))
    }
    let limit = Int64(Double(funds[about.fund].size.commitment) * about.limit)
    let left = max(0, limit - concessions[concession].given)
    let part = scratch.parts[about.giver - first]
    let amount = missing > 0 ? min(part, missing, left) : -min(gain, concessions[concession].given)
    give(up: amount, concession, in: quarter)
  }

  /// Moves an amount from the giver's part to the receivers', or back where it is negative.
  private mutating func give(up amount: Int64, _ concession: Int, in quarter: Int) {
    guard amount != 0 else { return }
    let about = plan.concessions[concession]
    let first = plan.funds[about.fund].firstParty
    guard weighReceivers(about, byParts: amount < 0) > 0 else { return }
    concessions[concession].given += amount
    note(amount > 0 ? .conceded : .paidBack, quarter, fund: about.fund, amount: abs(amount))
    scratch.parts[about.giver - first] -= amount
    scratch.weights.split(
      amount, over: 0..<plan.funds[about.fund].partyCount, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<plan.funds[about.fund].partyCount { scratch.parts[position] += scratch.rooms[position] }
  }

  /// Weights of a split among the receivers: their stakes, those of investors that failed apart, or what they are about to
  /// receive.
  /// - Returns: Their sum; where it is 0 nobody can receive.
  private mutating func weighReceivers(_ about: ConcessionPlan, byParts: Bool) -> Int64 {
    var sum: Int64 = 0
    let first = plan.funds[about.fund].firstParty
    for position in 0..<plan.funds[about.fund].partyCount { scratch.weights[position] = 0 }
    for position in about.receivers {
      let receiver = plan.receivers[position]
      let stake = partyStates[receiver].hasLapsed ? 0 : stakes[receiver]
      scratch.weights[receiver - first] = byParts ? scratch.parts[receiver - first] : stake
      sum += scratch.weights[receiver - first]
    }
    return sum
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
      guard value > Double(price), weighReceivers(about, byParts: false) > 0 else { continue }
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
