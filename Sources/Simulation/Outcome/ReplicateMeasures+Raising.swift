// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// What came of raising capital.
extension ReplicateMeasures {
  /// What was paid for others' earlier payments counts as paid in, what came back for own ones counts against it. Interest
  /// stands apart, but in a public account it is an outlay or a receipt like any other.
  mutating func gatherEqualisation(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    let isAccount = entity.kind == .publicMoney
    for party in entity.parties {
      guard let equalisation = plan.parties[party].equalisation else { continue }
      kernel.ledger.add(channel: equalisation.capitalPaid, to: &paid, sign: 1)
      kernel.ledger.add(channel: equalisation.capitalReceived, to: &paid, sign: -1)
      if isAccount {
        kernel.ledger.add(channel: equalisation.interestPaid, to: &paid, sign: 1)
        kernel.ledger.add(channel: equalisation.interestReceived, to: &received, sign: 1)
      } else {
        kernel.ledger.add(channel: equalisation.interestPaid, to: &interest, sign: -1)
        kernel.ledger.add(channel: equalisation.interestReceived, to: &interest, sign: 1)
      }
    }
  }

  /// What closed, of what the design asked for.
  mutating func takeRaising(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    var closed: Int64 = 0
    var target: Int64 = 0
    for party in about.parties {
      closed += kernel.partyStates[party].closed
      target += plan.parties[party].commitment
    }
    set(.closedAmount, entity, Double(closed) / 100)
    set(.closedRatio, entity, target > 0 ? Double(closed) / Double(target) : nil)
    set(.pForms, entity, kernel.funds[about.fund].isFormed ? 1 : 0)
  }
}
