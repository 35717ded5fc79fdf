// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// How a fund's investment direction is evaluated, in numbers.
struct EvaluationPlan: Sendable {
  /// What is known without a simulation.
  var facts: DirectionIndicators
  /// The quarter at whose end it is evaluated, if the fund lives so long: the end of a calendar year, or of the grid.
  var quarter: Int
  /// Whether a sector counts, by position; empty where the share is no matter of purchases.
  var newProductive: [Bool]
  var green: [Bool]
  var keyFields: [Bool]
  var countsHardTech: Bool
}

extension MemberResolver {
  /// The evaluations of the funds that are present; nothing for those without facts or without public money.
  func evaluations(without: Set<String>, firstYearEnd: Int) -> [EvaluationPlan?] {
    let present = resolver.scenario.funds.filter { !without.contains($0.id) }
    return present.enumerated().map { index, fund in
      guard fund.value.isEvaluated, let age = fund.value.governance.evaluation.age, hasPublicMoney(index) else {
        return nil
      }
      let reached = max(0, funds[index].start + max(1, resolver.values.quarters(age)) - 1)
      let yearEnd = reached + (firstYearEnd - reached % 4 + 4) % 4
      let counted = fund.value.governance.evaluation.purchases
      let hardTech = counted.countsHardTech
      return EvaluationPlan(
        facts: DirectionIndicators(factsOf: fund.value, among: resolver.scenario.funds),
        quarter: min(resolver.scenario.time.quarters - 1, yearEnd),
        newProductive: sectors(counted.newProductive ?? (hardTech == nil ? nil : [])), green: sectors(counted.green),
        keyFields: sectors(counted.keyFields), countsHardTech: hardTech ?? false)
    }
  }

  private func sectors(_ ids: [String]?) -> [Bool] {
    guard let ids else { return [] }
    return resolver.scenario.economy.sectors.map { ids.contains($0.id) }
  }

  /// Whether public investors stand behind a fund, directly or through the funds above it.
  private func hasPublicMoney(_ fund: Int) -> Bool {
    funds[fund].parties.contains { party in
      parties[party].investorClass.publicLevel != nil
        || (parties[party].owner >= 0 && hasPublicMoney(parties[party].owner))
    }
  }
}
