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

  /// A twentieth of the investment a year is taxes that stay, of which 40 % go away for so many years.
  @Test("who brought a project shares in its taxes for as long as the rule says", arguments: [0.375, 1, 1.13])
  func benefit(years: Double) throws {
    let run = PromotionProbe.run(
      try Small.design {
        $0.units[0].value.home = "west"
        $0.units[0].value.leads = Small.number(0)
        $0.units.append(Small.unit("county", home: "east", leads: 0))
        $0.pulses = [Small.pulse(leads: 100)]
        $0.stages[id: "talks"].mean = Small.years(0.8)
        $0.stages[id: "talks"].shape = Small.number(200)
        $0.transfers = [Small.transfer(to: "county", benefit: 0.4, years: years)]
      })
    #expect(run[.producing] == run[.transferred] && run[.producing, 1] == run[.leads] && run[.leads] > 50)
    var (sum, rate): (Int64, Int64) = (0, 0)
    for quarter in 0..<12 {
      let start = (quarter * run.totals.count + 2) * PromotionKernel.width
      rate += run.records[start + PromotionKernel.retainedRate]
      sum += run.records[start + PipelineQuantity.retainedTax.rawValue] + rate
    }
    #expect(abs(Double(sum) / (0.4 * 0.05 * years * Double(run[.contracted])) - 1) < 1e-6)
  }
}
