// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// How much a fund may lose, in numbers.
struct TolerancePlan: Sendable {
  /// Threshold of a project by its stage at entry, among all stages.
  var project: [Double]
  var fund: Double
  var offsetsGains: Bool
}

extension MemberResolver {
  /// The tolerances of the funds that are present, in their order.
  func tolerances(without: Set<String>) -> [TolerancePlan?] {
    let values = resolver.values
    return resolver.scenario.funds.filter { !without.contains($0.id) }.map { fund in
      fund.value.tolerance.map { clause in
        TolerancePlan(
          project: CompanyStage.allCases.map { values(clause.project[$0]) }, fund: values(clause.fund),
          offsetsGains: clause.offsetsGains)
      }
    }
  }
}
