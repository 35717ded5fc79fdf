// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// A concession in numbers.
struct ConcessionPlan: Sendable {
  enum Form: Sendable {
    case cappedReturn
    case buyoutOption
    case excessShare
    case firstLoss
  }

  var form: Form
  var fund: Int
  /// Position of the giver among all investors, and of the receivers in `Plan.receivers`.
  var giver: Int
  var receivers: Range<Int>
  /// Growth of what the giver is to keep in a quarter, `(1+rate)^(1/4)`.
  var growth = 1.0
  /// The share given up of an excess; 1 under a cap.
  var share = 1.0
  /// First and last quarter in which an option may be exercised.
  var window = 0..<0
  /// Most that the giver bears of others' losses, as a share of commitments.
  var limit = 0.0
  /// Least shares by cost.
  var early = 0.0
  var hardTech = 0.0
  var local = 0.0
}

extension MemberResolver {
  /// Concessions of all funds in order, with their receivers.
  func concessions(_ present: [Identified<Fund>]) -> (plans: [ConcessionPlan], receivers: [Int]) {
    var plans: [ConcessionPlan] = []
    var receivers: [Int] = []
    for (index, fund) in present.enumerated() {
      let positions = Dictionary(
        uniqueKeysWithValues: fund.value.investors.enumerated().map { ($1.id, funds[index].firstParty + $0) })
      for concession in fund.value.concessions {
        // A giver or a receiver that is left out of the design gives or receives nothing.
        guard let giver = positions[concession.value.giver] else { continue }
        let first = receivers.count
        receivers += concession.value.receivers.compactMap { positions[$0] }
        guard receivers.count > first else { continue }
        plans.append(plan(concession.value.kind, fund: index, giver: giver, receivers: first..<receivers.count))
      }
    }
    return (plans, receivers)
  }

  private func plan(_ kind: ConcessionKind, fund: Int, giver: Int, receivers: Range<Int>) -> ConcessionPlan {
    let values = resolver.values
    func growth(_ rate: Sourced<AnnualRate>) -> Double { Elementary.exp(Elementary.log1p(values(rate)) / 4) }
    var plan = ConcessionPlan(form: .cappedReturn, fund: fund, giver: giver, receivers: receivers)
    switch kind {
    case .cappedReturn(let rate): plan.growth = growth(rate)
    case .buyoutOption(let within, let rate, let exercise):
      plan.form = .buyoutOption
      plan.growth = growth(rate)
      let last = funds[fund].start + max(1, values.quarters(within)) - 1
      plan.window = (exercise == .atEnd ? last : funds[fund].start)..<last + 1
    case .excessShare(let rate, let share, let conditions):
      plan.form = .excessShare
      plan.growth = growth(rate)
      plan.share = values(share)
      plan.early = values(conditions.early)
      plan.hardTech = values(conditions.hardTech)
      plan.local = values(conditions.local)
    case .firstLoss(let limit):
      plan.form = .firstLoss
      plan.limit = values(limit)
    }
    return plan
  }
}
