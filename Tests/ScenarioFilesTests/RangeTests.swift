// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// What must hold between fields holds from end to end of their ranges.
@Suite struct RangeTests {
  static let fund = "funds.venture_fund"

  @Test(
    "conditions between fields",
    arguments: [
      (
        ["\(fund).waterfall.catch_up=40 %", "\(fund).waterfall.carry={value: 20 %, low: 10 %, high: 45 %}"],
        "waterfall.catch_up"
      ),
      (["\(fund).waterfall.catch_up={value: 50 %, low: 15 %, high: 60 %}"], "waterfall.catch_up"),
      (["\(fund).portfolio.period={value: 5 years, low: 4 years, high: 11 years}"], "portfolio"),
      (["\(fund).life.term={value: 10 years, low: 4 years, high: 11 years}"], "portfolio"),
      (
        [
          "\(fund).fees.management=[{until: 5 years, base: paid_in, rate: 1 %}, "
            + "{until: {value: 8 years, low: 4 years, high: 9 years}, base: paid_in, rate: 1 %}]"
        ], "fees.management"
      ),
    ])
  func conditions(sets: [String], path: String) {
    let found = issues(sets)
    #expect(found.contains { $0.path == "\(Self.fund).\(path)" && $0.code == .inconsistent }, "\(found)")
    #expect(issues(sets + ["run.uncertainty=off"]).isEmpty)
    #expect(issues(sets.map { $0.replacing("high:", with: "grade: V, high:") }).isEmpty)
  }

  @Test(
    "loadings of a staged law",
    arguments: [
      ["factor_loading=60 %", "quality_loading=50 %"],
      ["factor_loading=60 %", "quality_loading={value: 10 %, low: 0 %, high: 45 %}"],
    ])
  func loadings(settings: [String]) {
    let found = issues(settings.map { "company_laws.venture.\($0)" })
    #expect(found.map(\.path) == ["company_laws.venture.quality_loading"] && found.map(\.code) == [.inconsistent])
  }

  private func issues(_ sets: [String]) -> [ScenarioIssue] {
    ScenarioFile.issues(of: ScenarioWorkshop.path("yangjiang-2025"), metrics: ScenarioWorkshop.metrics, sets: sets)
      .filter { $0.severity == .error }
  }
}
