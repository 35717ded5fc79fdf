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

  @Test("what a later closing admits is not committed before it, and what it brings back pays bonds")
  func closings() async throws {
    func text(_ classes: String, _ city: String, _ metric: String, _ finances: String) -> String {
      let fund = PlainFunds.Fund(
        "fund",
        ["city: {class: city_fiscal, commitment: 5000 万元, source_of_funds: \(city)}", PlainFunds.social("5000 万元")],
        buys: [("alpha", "2000 万元"), ("beta", "2000 万元")], keys: ["raising": Self.raising(50, classes)])
      return PlainFunds.text(
        [Self.company, PlainFunds.Company("beta", 1, years: 4, enters: "2027-01-01")], [fund], metrics: metric,
        extra: "public_money: {city: {\(finances)}}"
      ).replacing("period_metrics: [nav]", with: "period_metrics: [nav, unfunded_commitment]")
    }
    let late = try await outcome(text("city_fiscal", "general_budget", "", "alternatives: {reserve: {rate: 0 %}}"))
    let unfunded = late.series.indices.filter { late.series[$0].metric == .unfundedCommitment }
      .map { late.moments.means[$0] }
    // Of 2500 万元 against 5000 two thirds of 1000 are paid; 2500 more are committed after a year, when a half is paid.
    #expect((unfunded[0] - 18_333_333.34).magnitude < 0.02 && unfunded[0] == unfunded[3])
    #expect((unfunded[4] - 40_000_000).magnitude < 0.02)
    let bond = "bond: {coupon: 0 %, tenor: 2 years, interest_paid: yearly}"
    let early = try await outcome(text("social_capital", "special_bond", ", debt_gap", bond))
    // Two thirds of 2000 万元 are borrowed and due after two years, when a quarter of it has come back.
    let gap = try early.values(.debtGap, entity: "public/city")[0]
    #expect((gap - 10_000_000).magnitude < 0.02)
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
