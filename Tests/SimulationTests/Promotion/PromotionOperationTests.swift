// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// What companies bring further, and who gets their taxes.
@Suite struct PromotionOperationTests {
  typealias Small = SmallPromotion

  @Test("expansions have the quality of companies, whatever leads their unit brings")
  func expansionsAreWorthSomething() throws {
    func run(_ worthless: Double) throws -> PromotionRun {
      PromotionProbe.run(
        try Small.design {
          $0.units.append(Small.unit("county", home: "east", leads: 0))
          $0.units[1].value.worthless = Small.share(worthless)
          $0.operation.expansion = Small.rate(0.5)
          $0.operation.expansionUnit = "county"
          $0.stages[id: "talks"].gate = AdmissionGate(
            every: Small.years(0), from: Small.yuan(0), threshold: Small.number(-1), accuracy: Small.share(1),
            cost: Small.yuan(0))
        })
    }
    let (none, all) = (try run(0), try run(1))
    #expect(all.records == none.records && none[.leads, 4] > 200)
  }
}
