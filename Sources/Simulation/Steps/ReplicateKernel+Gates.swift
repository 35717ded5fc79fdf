// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Levels of government that postpone calls: for lack of appropriations, or at the red line of their debt.
///
/// Appropriations are spent as ``BudgetAccount`` spends them, the oldest first; the debt ratio is that of
/// ``PlatformBalance``, with what really was paid.
extension ReplicateKernel {
  /// All gates before the first quarter.
  mutating func resetGates() {
    for gate in gates.indices {
      gates[gate] = CallGateState()
      guard let platform = plan.gates[gate].platform else { continue }
      gates[gate].balance = PlatformBalance(assets: platform.assets, debt: platform.debt)
      gates[gate].isPastRedLine = platform.assets <= 0 || platform.debt / platform.assets > platform.redLine
    }
  }

  /// Releases of a quarter become available.
  mutating func openGates(in quarter: Int) {
    for gate in gates.indices {
      gates[gate].isPostponing = false
      while gates[gate].next < plan.gates[gate].releases.count,
        plan.gates[gate].releases[gates[gate].next].quarter <= quarter
      {
        let fen = plan.gates[gate].releases[gates[gate].next].fen
        if gates[gate].oldest == gates[gate].next { gates[gate].leftOfOldest = fen }
        gates[gate].available += fen
        gates[gate].next += 1
      }
    }
  }

  /// What an investor pays comes out of the oldest releases.
  mutating func spendBudget(_ amount: Int64, of party: Int) {
    let gate = plan.parties[party].gate
    guard gate >= 0, plan.parties[party].budgetPeers > 0 else { return }
    gates[gate].available -= amount
    precondition(gates[gate].available >= 0, "nobody behind a gate pays more than the budget covers")
    var left = amount
    while left > 0 {
      let part = min(left, gates[gate].leftOfOldest)
      gates[gate].leftOfOldest -= part
      left -= part
      if gates[gate].leftOfOldest == 0 { passRelease(gate) }
    }
  }

  /// Goes on to the next release.
  private mutating func passRelease(_ gate: Int) {
    gates[gate].oldest += 1
    let isReleased = gates[gate].oldest < gates[gate].next
    gates[gate].leftOfOldest = isReleased ? plan.gates[gate].releases[gates[gate].oldest].fen : 0
  }

  /// Fen that an investor behind a gate may pay today; those of one fund share what the budget has left.
  @inline(__always) func gatedRoom(_ party: Int) -> Int64 {
    let peers = plan.parties[party].budgetPeers
    return peers > 0 ? min(undrawn[party], gates[plan.parties[party].gate].available / Int64(peers)) : undrawn[party]
  }

  /// Whether the investors of a fund may pay today where money is needed; who may not is late, and has failed when it was
  /// so for too long.
  mutating func judgeGates(_ fund: Int, isNeeded: Bool, in quarter: Int) {
    for party in plan.funds[fund].parties where plan.parties[party].gate >= 0 {
      if plan.parties[party].honouring < 0 { partyStates[party].isLate = false }
      let gate = plan.parties[party].gate
      let isShut = gates[gate].isPastRedLine || (plan.parties[party].budgetPeers > 0 && gates[gate].available == 0)
      guard isShut, undrawn[party] > 0, !sales[party].isDone else {
        partyStates[party].postponed = 0
        continue
      }
      // What a quarter needs is foreseen, and may come to more: a shut gate lets none of it through.
      partyStates[party].isLate = true
      guard isNeeded else {
        partyStates[party].postponed = 0
        continue
      }
      partyStates[party].postponed += 1
      gates[gate].isPostponing = true
      note(.postponed, quarter, fund: fund)
      if let patience = plan.gates[gate].patience, partyStates[party].postponed > patience,
        plan.parties[party].honouring >= 0
      {
        lapse(party, penalty: plan.honourings[plan.parties[party].honouring].penalty, in: quarter)
      }
    }
  }

  /// At the end of a quarter appropriations lapse, and the debt ratio is struck.
  mutating func closeGates(in quarter: Int) {
    for gate in gates.indices {
      while gates[gate].oldest < gates[gate].next,
        plan.gates[gate].releases[gates[gate].oldest].expires <= quarter
      {
        gates[gate].available -= gates[gate].leftOfOldest
        passRelease(gate)
      }
      var owed: Int64 = 0
      for number in plan.gates[gate].parties.indices {
        let party = plan.gates[gate].parties[number]
        if plan.parties[party].gate == gate { owed += min(undrawn[party], partyStates[party].arrears) }
      }
      gates[gate].most = max(gates[gate].most, owed)
      if gates[gate].isPostponing || owed > 0 { gates[gate].quarters += 1 }
      if plan.gates[gate].platform != nil { strikeBalance(gate, in: quarter) }
    }
  }

  /// Debt over assets at the end of a quarter, as the public account tells it.
  private mutating func strikeBalance(_ gate: Int, in quarter: Int) {
    guard let about = plan.gates[gate].platform else { return }
    var (out, back) = optionPrices(plan.gates[gate].parties, in: quarter)
    var value = 0.0
    for party in plan.gates[gate].parties {
      out += paid(party, in: quarter)
      back += received(party, in: quarter)
      value += interestValue(party: party) / 100
      guard let equalisation = plan.parties[party].equalisation else { continue }
      out += ledger.amount(through: equalisation.interestPaid, in: quarter)
      back += ledger.amount(through: equalisation.interestReceived, in: quarter)
    }
    var (borrowed, repaid) = (Int64(0), optionPrices(plan.gates[gate].debtParties, in: quarter).back)
    for party in plan.gates[gate].debtParties {
      borrowed += ledger.amount(through: plan.parties[party].call, in: quarter)
      repaid += ledger.amount(through: plan.parties[party].distribution, in: quarter)
      guard let equalisation = plan.parties[party].equalisation else { continue }
      borrowed += ledger.amount(through: equalisation.capitalPaid, in: quarter)
      borrowed += ledger.amount(through: equalisation.interestPaid, in: quarter)
      repaid += ledger.amount(through: equalisation.capitalReceived, in: quarter)
      repaid += ledger.amount(through: equalisation.interestReceived, in: quarter)
    }
    let ratio = gates[gate].balance.step(
      rate: lending[quarter] + about.spread, borrowing: (Double(borrowed) / 100, Double(repaid) / 100),
      others: (Double(out - borrowed) / 100, Double(back - repaid) / 100), value: value)
    gates[gate].isPastRedLine = ratio > about.redLine
  }

  /// Prices that some investors paid and got for stakes in a quarter.
  private func optionPrices(_ own: [Int], in quarter: Int) -> (out: Int64, back: Int64) {
    var (out, back) = (Int64(0), Int64(0))
    for concession in plan.concessions where concession.form == .buyoutOption {
      for position in concession.receivers {
        let price = ledger.amount(through: plan.buyOuts[position], in: quarter)
        if own.contains(plan.receivers[position]) { out += price }
        if own.contains(concession.giver) { back += price }
      }
    }
    return (out, back)
  }
}
