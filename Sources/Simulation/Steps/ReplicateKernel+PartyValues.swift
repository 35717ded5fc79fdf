// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// What each investor's stake is worth, quarter by quarter, where it does not follow from what was paid in to the end:
/// stakes that pass from one to another, money that comes late, concessions.
extension ReplicateKernel {
  /// Records the values of a fund's stakes from those of its groups, after what concessions would take if the fund were
  /// wound up now.
  mutating func recordParties(_ fund: Int, in quarter: Int) {
    let about = plan.funds[fund]
    for party in about.parties {
      partyNow[party] = funds[fund].isClosed ? 0 : groupPart(party, of: fund)
    }
    if !funds[fund].isClosed {
      for concession in about.concessions { accrueConcession(concession, in: quarter) }
    }
    for party in about.parties { partyValues[party * plan.quarters + quarter] = partyNow[party] }
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
    var (missing, gain) = (0.0, 0.0)
    for position in about.receivers {
      let receiver = plan.receivers[position]
      let account = Double(paidIn[receiver] - distributed[receiver]) - partyNow[receiver]
      missing += max(0, account)
      gain += min(partyNow[receiver], max(0, -account))
    }
    let given = Double(concessions[concession].given)
    let left = max(0, (Double(funds[about.fund].size.commitment) * about.limit).rounded(.down) - given)
    moveValue(missing > 0 ? min(partyNow[about.giver], missing, left) : -min(gain, given), about)
  }

  /// Moves value from the giver to the receivers by their stakes, or back by what they hold.
  private mutating func moveValue(_ amount: Double, _ about: ConcessionPlan) {
    guard amount != 0 else { return }
    var all = 0.0
    for position in about.receivers { all += weight(plan.receivers[position], isBack: amount < 0) }
    guard all > 0 else { return }
    partyNow[about.giver] -= amount
    for position in about.receivers {
      let receiver = plan.receivers[position]
      let weights = weight(receiver, isBack: amount < 0)
      partyNow[receiver] += amount * weights / all
    }
  }

  /// What a receiver's part goes by: its stake, or what it holds of what it gives back.
  @inline(__always) private func weight(_ receiver: Int, isBack: Bool) -> Double {
    if isBack { return partyNow[receiver] }
    return partyStates[receiver].hasLapsed ? 0 : Double(stakes[receiver])
  }
}
