// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What an entity's part of the funds is worth.
extension ReplicateMeasures {
  /// Yuan that the entity still holds at the end of the grid, net of accrued carried interest.
  @inline(__always) func residual(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> Double {
    var sum = 0.0
    for fund in kernel.funds.indices where entity.fund < 0 || entity.fund == fund {
      sum += value(entity, of: fund, at: plan.quarters - 1, from: kernel)
    }
    return sum / 100
  }

  /// Fen that the entity's part of a fund is worth net of carried interest at the end of a quarter.
  @inline(__always) func value(
    _ entity: EntityPlan, of fund: Int, at quarter: Int, from kernel: borrowing ReplicateKernel
  ) -> Double {
    if isRecorded(entity, of: fund) {
      return recorded(entity, of: fund, at: quarter, from: kernel)
    }
    var sum = 0.0
    for group in plan.funds[fund].groups {
      sum += kernel.net[group * plan.quarters + quarter] * part(entity, of: group, in: fund, from: kernel)
    }
    return sum
  }

  /// Whether an entity's value is that of its stakes on the day: a fund's where those who left it may be owed something.
  @inline(__always) func isRecorded(_ entity: EntityPlan, of fund: Int) -> Bool {
    plan.funds[fund].publicExit >= 0 || (plan.funds[fund].recordsParties && entity.kind != .fund)
  }

  /// The same of the day, after concessions, where stakes move.
  func recorded(_ entity: EntityPlan, of fund: Int, at quarter: Int, from kernel: borrowing ReplicateKernel) -> Double {
    var sum = 0.0
    for party in entity.parties where plan.parties[party].fund == fund {
      sum += kernel.partyValues[party * plan.quarters + quarter]
    }
    return sum
  }

  /// The part of a group of investors on equal terms that the entity is, by their stakes.
  @inline(__always) func part(
    _ entity: EntityPlan, of group: Int, in fund: Int, from kernel: borrowing ReplicateKernel
  ) -> Double {
    let contributed = kernel.waterfalls[group].contributed.fen
    guard contributed > 0 else { return 0 }
    if entity.kind == .fund { return 1 }
    var own: Int64 = 0
    for party in entity.parties where plan.parties[party].group == group { own += kernel.stakes[party] }
    return Double(own) / Double(contributed)
  }
}
