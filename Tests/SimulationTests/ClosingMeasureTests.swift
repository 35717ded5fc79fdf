// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Measures of funds whose capital closes in parts, or not as designed.
@Suite struct ClosingMeasureTests {
  private static let company = PlainFunds.Company(
    "alpha", 2, years: 4, round: "2500 万元", more: ", hard_tech: false, local: true")

  private static func raising(_ ratio: Double, _ classes: String, _ more: String = "minimum_closing: 0 %") -> String {
    "{demand_ratio: \(ratio), sensitivity: 0, required_return: 0 %, factor_loading: 0, sigma: 0, \(more), "
      + "classes: [\(classes)], closings: [{after: 0 years, share: 50 %}, {after: 1 year, share: 50 %}], "
      + "equalisation_rate: 0 %}"
  }

  private func outcome(_ text: String) async throws -> DesignOutcome {
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 1, width: 1)[0]
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    return outcome
  }

  @Test(
    "local investment is reckoned against what closed, and a fund that is not formed has no multiple",
    arguments: [("shrink", 1.0), ("dissolve", nil)])
  func reinvestment(below: String, multiple: Double?) async throws {
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.city("5000 万元"), PlainFunds.social("5000 万元")], buys: [("alpha", "2500 万元")],
      keys: [
        "raising": Self.raising(0.5, "social_capital", "minimum_closing: 90 %, below_minimum: \(below)"),
        "reinvestment": "{multiple: 1, deadline: 3 years, recognised: {own_investment: {weight: 1}}}",
      ])
    let outcome = try await outcome(PlainFunds.text([Self.company], [fund], metrics: ", reinvestment_multiple"))
    let found = try outcome.values(.reinvestmentMultiple)[0]
    #expect(multiple == nil ? found.isNaN : found == multiple)
  }

  @Test("who raises capital judges it by what its own investors can expect")
  func pilot() async throws {
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.city("5000 万元"), PlainFunds.social("5000 万元")], buys: [("alpha", "2500 万元")],
      keys: [
        "waterfall":
          "{kind: european, hurdle: null, catch_up: 0 %, carry: 0 %, classes: {city_fiscal: {carry: 90 %}}}",
        "raising":
          "{demand_ratio: 1, sensitivity: 10, required_return: 6 %, factor_loading: 0, sigma: 0, minimum_closing: 0 %, "
          + "classes: [social_capital], closings: [{after: 0 years, share: 100 %}], equalisation_rate: 0 %}",
      ])
    // The company pays after the end of the grid: all that investors have is the value that is left.
    let company = PlainFunds.Company("alpha", 2, years: 12, round: "2500 万元")
    let text = PlainFunds.text([company], [fund])
      .replacing("term: 7 years", with: "term: 14 years")
    let alone = text.replacing(", classes: {city_fiscal: {carry: 90 %}}", with: "")
    let expected = try [text, alone].map { try #require(ScenarioWorkshop.written($0).expectedReturns.first).expected }
    #expect((expected[0] - expected[1]).magnitude < 1e-9 && expected[0] > 0.05)
  }
}
