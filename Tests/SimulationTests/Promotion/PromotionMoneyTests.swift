// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Money in place: what counts as supported, what earns a fee, what was there before the grid.
@Suite struct PromotionMoneyTests {
  typealias Small = SmallPromotion

  /// The hazard of a halt, and the building time.
  static let fates: [(Double?, Double)] = [(nil, 2), (0.5, 2), (5, 2), (nil, 0)]

  @Test("money of projects that a fund bought is supported money, whenever it came", arguments: fates)
  func supportedMoney(hazard: Double?, building: Double) throws {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [400], tickets: {seed: {ticket: 100 万元}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, "
      + "concentration_limit: 20 %}"
    let text = SmallFund.text(law: SmallFund.fixed(1, years: 1), fund: ["portfolio": portfolio])
      .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 0}")
    var (scenario, register) = try ScenarioWorkshop.read(text, ["time.length=3 years"])
    var section = Small.funded((seeking: 1, odds: 0, landing: 0))
    section.units[0].value.leads = Small.number(0)
    section.openingProjects = [Small.opening("talks", 20)]
    for stage in section.stages.indices { section.stages[stage].value.mean = Small.years(0) }
    section.stages[id: "signing"].odds = Small.share(1)
    section.stages[id: "building"].mean = Small.years(building)
    section.funding?.stage = "signing"
    section.paces = [Small.pace(underWay: 0.3)]
    section.stall = hazard.map { Small.stall($0, revival: 1) }
    scenario.promotion = section
    let run = PromotionProbe.run(try ResolvedDesign(scenario, register: register))
    #expect(run[.supported] == 20 && run[.inPlace] > 0)
    for quarter in 0..<12 {
      #expect(run[.supportedInPlace, in: quarter] == run[.inPlace, in: quarter], "quarter \(quarter)")
    }
  }
}
