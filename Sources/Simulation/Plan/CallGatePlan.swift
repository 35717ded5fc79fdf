// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What makes a level of government postpone calls, in numbers.
struct CallGatePlan: Sendable {
  var level: PublicLevel
  /// Its investors; those of them that pay from debt.
  var parties: [Int]
  var debtParties: [Int]
  /// What the budget releases; nothing where calls do not wait for it.
  var releases: [BudgetRelease]
  /// The balance sheet that the red line is held against; nothing where calls do not wait for it.
  var platform: FinancePlan.PlatformPlan?
  /// Whether the level has a part in instruments, which move its debt ratio.
  var hasSupport = false
  /// Quarters that a call may be postponed; none where postponement has no end.
  var patience: Int?
}

/// The gate of a level on one replicate. All money is fen.
struct CallGateState {
  /// Appropriations released, neither spent nor lapsed, and the oldest release that is not spent, with what is left of it.
  var available: Int64 = 0
  var next = 0
  var oldest = 0
  var leftOfOldest: Int64 = 0
  var balance = PlatformBalance(assets: 0, debt: 0)
  /// Whether the debt ratio at the end of the quarter before was above the red line.
  var isPastRedLine = false
  /// What is postponed at the end of this quarter, and whether anything is; in how many quarters it was, and the most.
  var owed: Int64 = 0
  var isPostponing = false
  var quarters = 0
  var most: Int64 = 0
  /// Taxes of a quarter that its regions keep for good.
  var lastingTaxes: Int64 = 0
}

extension MemberResolver {
  /// Gates of all levels, entered with the investors that they concern.
  mutating func resolveGates() {
    for about in resolver.scenario.publicMoney {
      guard let terms = about.gate else { continue }
      let own = parties.indices.filter { parties[$0].investorClass.publicLevel == about.level }
      let fromBudget = terms.onEmptyBudget ? own.filter { SourceOfFunds.budgets.contains(source(of: $0)) } : []
      for party in terms.onRedLine ? own : fromBudget {
        parties[party].gate = gates.count
        funds[parties[party].fund].mayBeUnpaid = true
        funds[parties[party].fund].hasDues = true
      }
      for party in fromBudget { parties[party].waitsForBudget = true }
      gates.append(
        CallGatePlan(
          level: about.level, parties: own, debtParties: own.filter { source(of: $0) == .soeDebt },
          releases: terms.onEmptyBudget ? about.budget.map(releases) ?? [] : [],
          platform: terms.onRedLine ? about.platform.map(platform) : nil,
          patience: terms.remedyAfter.map { resolver.values.quarters($0) }))
    }
  }

  private func source(of party: Int) -> SourceOfFunds { sources[parties[party].source].source }
}
