// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import NumericalCore
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// What a higher fiscal share and a concession do: certain where the amounts are closed, with limits where capital has to be
/// raised.
@Suite struct LeverageLawTests {
  @Test("with closed amounts a higher fiscal share never raises fund leverage, on any replicate")
  func closedAmounts() async throws {
    let names = ["fiscal-share-20", "base", "fiscal-share-60"]
    let designs = try names.map { try ScenarioWorkshop.design("designs/\($0)", ["run.uncertainty=off"]) }
    let outcomes = try await Ensemble(designs).run(count: 60, width: 2)
    var below = 0
    for fund in ["early", "growth", "industry", "mother"] {
      let columns = try outcomes.map { try $0.values(.leverageFund, entity: fund) }
      for replicate in columns[0].indices {
        for (lower, higher) in [(0, 1), (1, 2)] {
          // Whole fen leave ratios of whole yuan apart by less than this.
          #expect(columns[higher][replicate] <= columns[lower][replicate] + 1e-6, "\(fund) \(replicate)")
          if columns[higher][replicate] < columns[lower][replicate] - 0.1 { below += 1 }
        }
      }
    }
    #expect(below >= 200, "two sub-funds have other shares")
  }

  /// A fund that raises six tenths, by share of the city and with or without a cap on its return.
  private func raising(city: Int, cap: Bool) throws -> ResolvedDesign {
    let text = SmallFund.text(
      law:
        "{kind: multiple, multiple: {kind: log_normal, median: 1.2, sigma: 1}, holding_time: {kind: fixed, time: 4 years}, "
        + "factor_loading: 20 %, quality_loading: 0 %, time_correlation: 0, max_multiple: 100}",
      fund: [
        "investors":
          "{city: {class: city_fiscal, commitment: \(city) 亿元, source_of_funds: general_budget}, "
          + "social: {class: social_capital, commitment: \(10 - city) 亿元, source_of_funds: own_funds}}",
        "raising":
          "{demand_ratio: 0.6, sensitivity: 10, required_return: 10 %, factor_loading: 0.3, sigma: 0.35, minimum_closing: 0 %, "
          + "below_minimum: shrink, classes: [social_capital], closings: [{after: 0 years, share: 100 %}], equalisation_rate: 0 %}",
        "concessions": cap ? "{cap: {kind: capped_return, giver: city, receivers: [social], rate: 2 %}}" : "{}",
      ], extra: "outputs: {replicate_entities: [funds, classes]}")
    return try ScenarioWorkshop.written(text)
  }

  @Test(
    "with raising, both effects come with their limits: a cap raises what closes, a higher fiscal share lowers leverage"
  )
  func raising() async throws {
    let designs = [try raising(city: 4, cap: false), try raising(city: 4, cap: true), try raising(city: 6, cap: false)]
    let outcomes = try await Ensemble(designs).run(count: 400, width: 2)
    let rows = Comparison.rows(outcomes, names: ["base", "cap", "more"], baseline: 0)
    func row(_ design: String, _ entity: String, _ metric: HeadlineMetric) throws -> ComparisonRow {
      try #require(rows.first { $0.design == design && $0.entity == entity && $0.metric == metric })
    }
    let closed = try row("cap", "fund/social_capital", .closedAmount)
    let limits = try #require(closed.limits)
    #expect(limits.lowerBound > 0 && limits.lowerBound < limits.upperBound, "the concession raises what closes")
    let leverage = try row("more", "fund", .leverageFund)
    #expect(try #require(leverage.limits).upperBound < 0, "a higher fiscal share lowers leverage")
    let capped = try row("cap", "fund", .leverageFund)
    #expect(try #require(capped.limits).lowerBound > 0, "more social money on the same public money")
  }
}
