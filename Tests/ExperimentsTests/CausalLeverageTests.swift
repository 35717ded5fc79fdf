// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import NumericalCore
import PortfolioModel
import Simulation
import TestSupport
import Testing

/// What a fund moves that would not have moved without it.
@Suite struct CausalLeverageTests {
  /// A fund beside a small promotion of capital in one city, and the plan without it.
  private func outcomes(
    seeking: Double, odds: Double, landing: Double, isAlone: Bool = true
  ) async throws -> ([DesignOutcome], ResolvedDesign) {
    let text = SmallFund.text(
      law: SmallFund.fixed(1, years: 1),
      extra: """
        derived_plans: {no_fund: {without: [fund]}}
        outputs: {replicate_entities: [funds, public_money, regions, all]}
        """
    ).replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 20}")
    var (scenario, register) = try ScenarioWorkshop.read(text, ["time.length=6 years", "economy.discount_rate=3 %"])
    scenario.promotion = SmallPromotion.funded((seeking, odds, landing))
    if odds == 0 { scenario.promotion?.funding?.duration = SmallPromotion.share(0) }
    if !isAlone { scenario.funds.append(Identified(id: "other", value: scenario.funds[0].value)) }
    let designs = try ResolvedDesign.all(scenario, register: register)
    return (try await Ensemble(designs).run(count: 60, width: 2), designs[0])
  }

  @Test("the ratio is that of the mean differences, with its error and limits, column by column")
  func byColumns() async throws {
    let (outcomes, design) = try await outcomes(seeking: 0.5, odds: 5, landing: 0.5)
    let rows = CausalLeverage.all(outcomes, of: design.scenario)
    #expect(rows.map(\.entity) == ["region/city", "all"] && rows.allSatisfy { $0.plan == "no_fund" })
    let row = try #require(rows.first)
    var moments = PairedMoments()
    let with = try outcomes[0].values(.inPlace, entity: "region/city")
    let without = try outcomes[1].values(.inPlace, entity: "region/city")
    let outlay = try outcomes[0].values(.outlayPresentValue, entity: "public/city")
    for replicate in with.indices { moments.add(with[replicate] - without[replicate], outlay[replicate]) }
    #expect(row.uplift > 0 && row.count == 60 && (row.uplift - moments.first.mean).magnitude < 1e-6 * row.uplift)
    #expect(row.outlay == moments.second.mean && row.outlay > 0 && row.outlay < 4e8)
    #expect(row.leverage == RatioEstimate(moments).value)
    let limits = try #require(row.limits)
    #expect(limits.contains(row.uplift / row.outlay) && limits.lowerBound > 0)
    let deadweight = try #require(row.deadweight)
    #expect(try #require(row.deadweightLimits).contains(deadweight))
    let supported = try outcomes[0].values(.inPlaceSupported, entity: "region/city")
    #expect((row.reached - supported.reduce(0, +) / 60).magnitude < 1e-6 * row.reached)
    let region = try outcomes[0].values(.chainInPlace, entity: "all")
    #expect(zip(region, supported).allSatisfy { ($0 - $1).magnitude < 0.01 })
  }

  @Test("a plan without one of two funds lacks what that one reaches, not what both do")
  func oneOfTwo() async throws {
    let (outcomes, design) = try await outcomes(seeking: 0.5, odds: 5, landing: 0.5, isAlone: false)
    let row = try #require(CausalLeverage.all(outcomes, of: design.scenario).first)
    let with = try outcomes[0].values(.inPlaceSupported, entity: "region/city").reduce(0, +) / 60
    let without = try outcomes[1].values(.inPlaceSupported, entity: "region/city").reduce(0, +) / 60
    #expect(without > 0 && row.reached > 0 && (row.reached - (with - without)).magnitude < 1e-6 * with)
  }

  @Test("support that changes nothing causes nothing: all that it reaches would have come anyway")
  func nullChange() async throws {
    let (outcomes, design) = try await outcomes(seeking: 0.5, odds: 0, landing: 0)
    let row = try #require(CausalLeverage.all(outcomes, of: design.scenario).first)
    #expect(row.uplift == 0 && row.leverage == 0 && row.reached > 0 && row.deadweight == 1)
    #expect(row.deadweightLimits == 1...1)
  }
}
