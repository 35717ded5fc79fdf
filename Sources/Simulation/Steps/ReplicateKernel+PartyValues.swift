// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// What each investor's stake is worth, quarter by quarter, where it does not follow from what was paid in to the end:
/// stakes that pass from one to another, money that comes late, concessions.
extension ReplicateKernel {
  /// Records the values of a fund's stakes, and what claims of those who left are worth together.
  mutating func recordParties(_ fund: Int, claims: Double, in quarter: Int) {
    valueParties(fund, in: quarter)
    if claims > 0 {
      let owed = Double(exits[plan.funds[fund].publicExit].owed)
      for party in plan.funds[fund].parties { partyNow[party] += claims * Double(partyStates[party].claim) / owed }
    }
    for party in plan.funds[fund].parties { partyValues[party * plan.quarters + quarter] = partyNow[party] }
  }

  /// Values a fund's stakes by those of its groups, after what concessions would take if the fund were wound up now.
  mutating func valueParties(_ fund: Int, in quarter: Int) {
    let about = plan.funds[fund]
    for party in about.parties {
      partyNow[party] = funds[fund].isClosed ? 0 : groupPart(party, of: fund)
    }
    guard !funds[fund].isClosed else { return }
    for concession in about.concessions { accrueConcession(concession, in: quarter) }
  }

  /// An investor's part, by its stake, of what its group's share was worth when last recorded.
  private func groupPart(_ party: Int, of fund: Int) -> Double {
    let group = plan.parties[party].group
    var all: Int64 = 0
    for other in plan.funds[fund].parties where plan.parties[other].group == group { all += stakes[other] }
    return all > 0 ? groupValues[group] * Double(stakes[party]) / Double(all) : 0
  }

  /// What a concession would move between values if everything were paid out today.
  private mutating func accrueConcession(_ concession: Int, in quarter: Int) {
    let about = plan.concessions[concession]
    let value = partyNow[about.giver]
    let owed = max(0, concessions[concession].owed)
    switch about.form {
    case .cappedReturn, .excessShare:
      if meetsConditions(about) { moveValue(max(0, value - owed) * about.share, about) }
    case .buyoutOption:
      let isOpen = !concessions[concession].isExercised && quarter < about.window.upperBound
      if isOpen { moveValue(max(0, value - owed), about) }
    case .firstLoss: accrueFirstLoss(concession)
    }
  }

  private mutating func accrueFirstLoss(_ concession: Int) {
    let about = plan.concessions[concession]
    let given = Double(concessions[concession].given)
    var (missing, gain) = (0.0, 0.0)
    for position in about.receivers {
      missing += lacking(plan.receivers[position])
      gain += gained(plan.receivers[position])
    }
    let limit = (Double(funds[about.fund].size.commitment) * about.limit).rounded(.down)
    if missing > 0 {
      let amount = min(partyNow[about.giver], missing, max(0, limit - given))
      partyNow[about.giver] -= amount
      for position in about.receivers {
        partyNow[plan.receivers[position]] += amount * lacking(plan.receivers[position]) / missing
      }
    } else if gain > 0 {
      let amount = min(gain, given)
      partyNow[about.giver] += amount
      for position in about.receivers {
        partyNow[plan.receivers[position]] -= amount * gained(plan.receivers[position]) / gain
      }
    }
  }

  /// What an investor would lack of its capital if it got what its stake is worth now, and what it would have beyond it: a
  /// first loss fills the one and is paid back from the other. Who has failed takes no part in either.
  @inline(__always) private func lacking(_ receiver: Int) -> Double {
    partyStates[receiver].hasLapsed
      ? 0 : max(0, Double(paidIn[receiver] - distributed[receiver]) - partyNow[receiver])
  }

  @inline(__always) private func gained(_ receiver: Int) -> Double {
    partyStates[receiver].hasLapsed
      ? 0 : min(partyNow[receiver], max(0, partyNow[receiver] - Double(paidIn[receiver] - distributed[receiver])))
  }

  /// Moves value from the giver to the receivers by their stakes.
  private mutating func moveValue(_ amount: Double, _ about: ConcessionPlan) {
    guard amount > 0 else { return }
    var all = 0.0
    for position in about.receivers { all += stakeOfReceiver(plan.receivers[position]) }
    guard all > 0 else { return }
    partyNow[about.giver] -= amount
    for position in about.receivers {
      let receiver = plan.receivers[position]
      partyNow[receiver] += amount * stakeOfReceiver(receiver) / all
    }
  }

  @inline(__always) private func stakeOfReceiver(_ receiver: Int) -> Double {
    partyStates[receiver].hasLapsed ? 0 : Double(stakes[receiver])
  }
}
