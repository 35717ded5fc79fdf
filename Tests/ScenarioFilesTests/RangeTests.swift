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
    "a number out of range is told both ends",
    arguments: [
      ("calls.first", "130 %", "at most 100 %"), ("investors.city.commitment", "300000000000 亿元", "1000000 亿元"),
    ])
  func bothEnds(field: String, value: String, most: String) throws {
    let found = issues(["\(Self.fund).\(field)=\(value)"])
    let texts = found.map { $0.text(.english) }
    #expect(texts.contains { $0.contains(most) }, "\(texts)")
  }

  @Test(
    "a run starts in years that dates are written for",
    arguments: [("1899-Q4", false), ("2199-Q4", true), ("2200-Q1", false)])
  func firstYear(start: String, isAllowed: Bool) {
    #expect(issues(["time.start=\(start)"]).contains { $0.path == "time.start" } != isAllowed)
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

  @Test(
    "absurd numbers are refused",
    arguments: [
      "company_laws.venture.stages.seed.dilution=100 %", "candidate_streams.local_start_ups.rounds.seed.sigma=3",
      "candidate_streams.local_start_ups.rounds.seed.size=1 万亿元", "company_laws.venture.market_beta=50",
      "company_laws.venture.failure_recovery.alpha=1e-9", "company_laws.venture.liquidation_preference=1000",
      "company_laws.venture.hard_tech.sojourn_factor=1e9", "company_laws.venture.hard_tech.sigma_factor=0.001",
      "company_laws.venture.buy_back.rate=900 %", "company_laws.venture.stalled.value_decay=100 %",
      "economy.inflation=500 %", "economy.sectors.equipment.volatility=500 %", "economy.lending_rate.rate=900 %",
      "\(fund).fees.custody=50 %", "\(fund).idle_cash_spread=900 %", "\(fund).waterfall.hurdle.rate=900 %",
    ])
  func limits(setting: String) {
    let found = issues([setting])
    #expect(found.map(\.code) == [.outOfRange] && found.map(\.position.file) == ["--set"], "\(found)")
  }

  @Test(
    "absurd numbers of laws of multiples and of pacing",
    arguments: [
      ("pacing", "funds.venture.portfolio.growth=900 %", IssueCode.outOfRange),
      ("by-hand", "company_laws.lost_in_two.multiple.multiple=1e9", .outOfRange),
      ("by-hand", "company_laws.lost_in_two.multiple.multiple=11", .inconsistent),
    ])
  func otherLimits(name: String, setting: String, code: IssueCode) {
    let found = ScenarioFile.issues(
      of: ScenarioWorkshop.path(name), metrics: ScenarioWorkshop.metrics, sets: [setting])
    #expect(found.map(\.code) == [code], "\(found)")
  }

  private func issues(_ sets: [String]) -> [ScenarioIssue] {
    ScenarioFile.issues(of: ScenarioWorkshop.path("yangjiang-2025"), metrics: ScenarioWorkshop.metrics, sets: sets)
      .filter { $0.severity == .error }
  }
}
