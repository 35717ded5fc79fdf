// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct FullScenarioTests {
  @Test func reads() throws {
    let folder = try TemporaryFolder(FullScenario.files)
    let loaded = try ScenarioFile.load(folder.path, metrics: .sample)
    #expect(loaded.warnings == [])
    let model = loaded.model
    #expect(model.run.seed == .max)
    let pair = try #require(model.run.correlations.first)
    #expect(loaded.register[pair.first].path == "economy.sectors.chips.growth")
    #expect(loaded.register[pair.second].path == "economy.sectors.drugs.growth")
    #expect(model.economy.sectorCorrelations == [[1, 0.3, 0.1], [0.3, 1, -0.2], [0.1, -0.2, 1]])
    #expect(model.economy.growth.years == [2025, 2026])
    #expect(model.companyLaws.map(\.id) == ["certain", "city", "own", "plain", "table", "tail"])
    guard case .staged(let city) = model.companyLaws[1].value,
      case .multiple(let own) = model.companyLaws[2].value, case .empirical(let values) = own.multiple,
      case .multiple(let table) = model.companyLaws[4].value, case .buckets(let buckets) = table.multiple
    else {
      Issue.record("other kinds of law")
      return
    }
    #expect(city.stages[0].outcomes.ordered.map(\.value.fraction) == [0.2, 0.04, 0.08, 0.04, 0.04, 0.6, 0])
    #expect(city.maxMultiple.value == 100 && city.stalled?.failed.value.fraction == 0.7)
    #expect(values == [0, 0.4, 1.2, 6])
    #expect(buckets.bounds == [1, 5] && buckets.shares.map(\.value.fraction) == [0.65, 0.25, 0.1])
    #expect(model.companies.map(\.id) == ["c1", "c2"])
    #expect(model.companies[0].value.roundSize.parameter == -1 && model.companies[0].value.hardTech == false)
    let old = model.funds[0].value
    #expect(old.waterfall.hurdle == nil && old.opening?.cash.value == .zero)
    #expect(model.funds[1].value.waterfall.hurdle?.rate.value.perYear == 0.06)
    #expect(model.derivedPlans.first?.value.without == ["old"])
    #expect(loaded.origin.files.map(\.path) == ["data/companies.csv", "data/multiples.csv", "scenario.yaml"])
  }

  /// Every number that was not written is marked as a default with source and grade.
  @Test func defaultsHaveSources() throws {
    let folder = try TemporaryFolder(FullScenario.files)
    let loaded = try ScenarioFile.load(folder.path, metrics: .sample)
    let sources = Set(loaded.sources.map(\.id))
    for row in loaded.register where row.isDefault {
      let isSetting = row.path.hasPrefix("run.") || row.path.hasPrefix("outputs.")
      let isNumber = !row.unit.isEmpty || (try? QuantityText(row.text, as: .number)) != nil
      #expect(isSetting || !isNumber || (row.grade != nil && sources.contains(row.source)), "\(row.path)")
    }
    #expect(loaded.register.allSatisfy { !$0.labelEnglish.isEmpty && !$0.labelChinese.isEmpty })
  }

  @Test(
    arguments: [
      (
        "second: economy.sectors.drugs.growth", "second: economy.sectors.drugs.persistence",
        "run.correlations.0.second: nothing has this id"
      ),
      (
        "correlation: 0.5", "correlation: 1",
        "run.correlations.0.correlation: out of range (1); expected a number such as 0.9, above -1 and below 1"
      ),
      ("land: {drugs: -0.2}", "land: {}", "economy.sector_correlations: not one correlation for each pair of sectors"),
      ("land: {drugs: -0.2}", "land: {dogs: -0.2}", "a pair of unknown sectors (land, dogs)"),
      (
        "drugs: 0.3, land: 0.1}, land: {drugs: -0.2}", "drugs: 0.9, land: 0.9}, land: {drugs: -0.9}",
        "not positive definite"
      ),
      ("length: 60 quarters", "length: 179.5 months", "time.length: the length is not whole quarters"),
      (
        "stage: a\n", "stage: mature\n",
        "funds.old.portfolio.opening_holdings.h1.stage: the law city has no stage mature"
      ),
      (
        "stage_since: 2024-05-01", "stage_since: 2025-07-02",
        "stage_since: 2025-07-02 is after the start of the run: a holding is there on 2025-07-01 already"
      ),
      ("a,chips,2026-03-31", "a,chips,2046-03-31", "data/companies.csv:2:25: companies.c1.enters: outside the time"),
      ("opening: {paid_in: 3 亿元", "opening: {paid_in: 5 亿元", "funds.old.opening: more is paid in than committed"),
      ("starts: 2022-Q1", "starts: 2026-Q1", "funds.old.opening: the fund starts in the run"),
      ("planned: 70 %", "planned: 60 %", "funds.old.portfolio.tickets: the shares sum to 90 %"),
      (", planned: 70 %", "", "funds.old.portfolio.tickets: a share is planned for some stages only"),
      ("catch_up: 50 %", "catch_up: 10 %", "never catches up"),
      ("period: 4 years", "period: 9 years", "funds.old.portfolio: the investment period is longer than the term"),
      ("{share: 10 %}]", "{up_to: 9, share: 10 %}]", "every class but the last has a bound"),
      (
        "stalled: 4 %, bought_back: 8 %, transferred: 4 %, acquired: 4 %, graduates: 60 %",
        "bought_back: 8 %, transferred: 3 %, acquired: 4 %, graduates: 64 %, stalled: 0 %, listed: 1 %",
        "stages.seed.listing: missing key (listing)"
      ),
      ("company: c1", "company: c9", "funds.old.portfolio.named.0.company: nothing has this id (c9)"),
      ("without: [old]", "without: []", "derived_plans.no_old.without: 0 entries; expected at least 1"),
      ("law: city\n    arrivals", "law: cty\n    arrivals", "did you mean 'city'?"),
      (
        "preset: rmb_city_fund", "preset: rmb_city_fnd",
        "unknown preset (rmb_city_fnd); expected one of benchmark, rmb_city_fund; did you mean 'rmb_city_fund'?"
      ),
      ("replicates: 500", "replicates: 0", "run.replicates: out of range (0)"),
      ("seed: 18446744073709551615", "seed: 18446744073709551616", "run.seed: not a whole number"),
    ])
  func mistakes(original: String, mistake: String, message: String) throws {
    try #require(FullScenario.files.values.contains { $0.contains(original) })
    let files = FullScenario.files.mapValues { $0.replacing(original, with: mistake, maxReplacements: 1) }
    let folder = try TemporaryFolder(files)
    let issues = ScenarioFile.issues(of: folder.path, metrics: .sample)
    #expect(issues.count == 1 && issues.allSatisfy { $0.description.contains(message) }, "\(issues)")
  }

  /// Absurd numbers are refused, they do not overflow.
  @Test(arguments: ["1e15 元", "9e18 元", "1e300 元", "-1e15 元", "1e300 years", "1001 years", "9e99", "1e308", "1e-320"])
  func absurdNumbers(text: String) throws {
    for original in ["8 years", "400 万元", "3 亿元", "lag: 2", "60 quarters", "replicates: 500", "13 %", "bow: 2.5"] {
      let key = original.contains(":") ? original.split(separator: " ")[0] + " " : ""
      let scenario = FullScenario.text.replacing(original, with: key + text, maxReplacements: 1)
      let folder = try TemporaryFolder(FullScenario.files.merging(["scenario.yaml": scenario]) { $1 })
      #expect(
        ScenarioFile.issues(of: folder.path, metrics: .sample).contains { $0.severity == .error }
          || original.contains("bow"))
    }
  }

  @Test func waterfallTerms() throws {
    let folder = try TemporaryFolder([
      "t.yaml":
        "guidefund: 1\nwaterfall: {kind: european, hurdle: {rate: 8 %, compounding: annual}, catch_up: 100 %, carry: 20 %}",
      "u.yaml": "guidefund: 1\nwaterfall: {hurdle: {rate: 8}}",
    ])
    #expect(try WaterfallTermsFile.load(folder("t.yaml")).carry.value.fraction == 0.2)
    let error = #expect(throws: ScenarioRejected.self) { try WaterfallTermsFile.load(folder("u.yaml")) }
    #expect(
      error?.issues.map(\.path) == [
        "waterfall.carry", "waterfall.catch_up", "waterfall.kind", "waterfall.hurdle.compounding",
        "waterfall.hurdle.rate",
      ])
  }
}
