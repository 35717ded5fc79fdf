// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Levels of government that postpone calls: for lack of appropriations, or at the red line of their debt.
///
/// Appropriations are spent as ``BudgetAccount`` spends them, the oldest first.
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
      gates[gate].owed = 0
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
    guard plan.parties[party].waitsForBudget else { return }
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

  /// Fen that a gate lets through to an investor: all of a budget, which it may share with others; no limit without one.
  @inline(__always) func gateRoom(_ party: Int) -> Int64 {
    let gate = plan.parties[party].gate
    guard gate >= 0 else { return .max }
    if gates[gate].isPastRedLine { return 0 }
    return plan.parties[party].waitsForBudget ? gates[gate].available : .max
  }

  /// Whether a gate lets nothing through of what an investor has yet to pay.
  @inline(__always) func isShut(_ party: Int) -> Bool {
    undrawn[party] > 0 && !sales[party].isDone && gateRoom(party) == 0
  }

  /// Fen by which investors of a fund that share a budget could pay more one by one than together.
  func overlap(_ fund: Int) -> Int64 {
    var sum: Int64 = 0
    for gate in gates.indices {
      var rooms: Int64 = 0
      for party in plan.funds[fund].parties where isPaying(party, behind: gate) {
        rooms += min(undrawn[party], gates[gate].available)
      }
      sum += max(0, rooms - gates[gate].available)
    }
    return sum
  }

  @inline(__always) private func isPaying(_ party: Int, behind gate: Int) -> Bool {
    plan.parties[party].gate == gate && plan.parties[party].waitsForBudget && !partyStates[party].isWithheld
  }

  /// Cuts what investors of a fund would pay, in `scratch.wants`, to what their budgets have left, at a price for each fen:
  /// in proportion, and to the fen.
  mutating func askBudgets(_ fund: Int, price: Double = 1) {
    let first = plan.funds[fund].firstParty
    for gate in gates.indices {
      let left = price == 1 ? gates[gate].available : Int64(Double(gates[gate].available) / price)
      let wanted = budgetWants(gate, fund)
      guard wanted > left else { continue }
      var (asked, given) = (Int64(0), Int64(0))
      for position in 0..<plan.funds[fund].partyCount
      where plan.parties[first + position].gate == gate && plan.parties[first + position].waitsForBudget {
        asked += scratch.wants[position]
        let through = Int64(Int128(left) * Int128(asked) / Int128(wanted))
        scratch.wants[position] = through - given
        given = through
      }
    }
  }

  private func budgetWants(_ gate: Int, _ fund: Int) -> Int64 {
    var sum: Int64 = 0
    for position in 0..<plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      if plan.parties[party].gate == gate && plan.parties[party].waitsForBudget { sum += scratch.wants[position] }
    }
    return sum
  }

  /// Fen of a budget that the parts of a call, in `scratch.parts`, leave.
  func unassigned(_ gate: Int, _ fund: Int) -> Int64 {
    var left = gates[gate].available
    for position in 0..<plan.funds[fund].partyCount {
      let party = plan.funds[fund].firstParty + position
      if plan.parties[party].gate == gate && plan.parties[party].waitsForBudget { left -= scratch.parts[position] }
    }
    return left
  }

  /// Something is not bought or not paid for want of money: only gates ask for it.
  @inline(__always) mutating func lackMoney(_ fund: Int) {
    if gates.count > 0 { funds[fund].isShort = true }
  }

  /// What is postponed when a fund's quarter is over: parts of calls that the gate did not let through, or calls that were
  /// not made since nobody could pay them. Whoever was postponed for too long has failed.
  mutating func judgeGates(_ fund: Int, in quarter: Int) {
    let isShort = funds[fund].isShort
    funds[fund].isShort = false
    for party in plan.funds[fund].parties {
      let owner = plan.parties[party].owner
      if isShort, owner >= 0 { funds[owner].isShort = true }
      if plan.parties[party].gate >= 0, !funds[fund].isClosed { judgeGate(party, isShort: isShort, in: quarter) }
    }
  }

  private mutating func judgeGate(_ party: Int, isShort: Bool, in quarter: Int) {
    let (gate, fund, room) = (plan.parties[party].gate, plan.parties[party].fund, gateRoom(party))
    let owed = max(0, min(undrawn[party], partyStates[party].arrears) - room)
    guard owed > 0 || (isShort && room < undrawn[party]) else {
      partyStates[party].postponed = 0
      return
    }
    gates[gate].owed += owed
    gates[gate].isPostponing = true
    partyStates[party].postponed += 1
    note(.postponed, quarter, fund: fund, amount: owed)
    let honouring = plan.parties[party].honouring
    guard honouring >= 0, partyStates[party].postponed > plan.gates[gate].patience ?? .max else { return }
    lapse(party, penalty: plan.honourings[honouring].penalty, in: quarter)
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
      gates[gate].most = max(gates[gate].most, gates[gate].owed)
      if gates[gate].isPostponing { gates[gate].quarters += 1 }
      if plan.gates[gate].platform != nil { strikeBalance(gate, in: quarter) }
    }
  }
}
