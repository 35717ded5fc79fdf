// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// What comes from the shipped defaults can be varied.
@Suite struct ShippedEntryTests {
  /// The scenario of the README, which leaves most to the defaults.
  static let text = """
    guidefund: 1
    name: {en: A first fund, zh: 第一只基金}
    time: {start: 2026-Q1, length: 13 years}
    funds:
      city:
        name: {en: City venture fund, zh: 市级创投基金}
        starts: 2026-Q1
        investors:
          treasury: {class: city_fiscal, commitment: 3 亿元, source_of_funds: general_budget}
          social: {class: social_capital, commitment: 7 亿元}
        portfolio:
          tickets_per_year: [8]
          tickets: {seed: {ticket: 1000 万元}, a: {ticket: 2000 万元}}
        waterfall:
          hurdle: {rate: {value: 6 %, low: 4 %, high: 8 %, grade: prior}, compounding: simple}

    """

  private func load(_ sets: [String] = [], adding more: String = "") throws -> LoadedScenario {
    let folder = try TemporaryFolder(["scenario.yaml": Self.text + more])
    return try ScenarioFile.load(folder.path, metrics: ScenarioWorkshop.metrics, sets: sets)
  }

  @Test("every path of the register can be set")
  func everyPath() throws {
    let rows = try load().register
    #expect(rows.count > 150)
    for row in rows {
      let loaded = try load(["\(row.path)=\(row.text)"])
      let again = try #require(loaded.register.first { $0.path == row.path })
      #expect(again.text == row.text && !again.isDefault && loaded.register.map(\.path) == rows.map(\.path))
    }
  }

  @Test(
    "in a file",
    arguments: [
      ("company_laws: {rmb_city_fund: {market_beta: 0.1}}", "company_laws.rmb_city_fund.market_beta", "0.1"),
      ("candidate_streams: {market: {deadweight: 10 %}}", "candidate_streams.market.deadweight", "10 %"),
      ("economy: {sectors: {general: {growth: 3 %}}}", "economy.sectors.general.growth", "3 %"),
    ])
  func inFile(text: String, path: String, value: String) throws {
    let loaded = try load(adding: text + "\n")
    #expect(loaded.register.first { $0.path == path }?.text == value)
    let untouched = try load()
    #expect(loaded.register.map(\.path) == untouched.register.map(\.path))
  }

  @Test("an entry of one's own stands in the place of the shipped ones")
  func own() throws {
    let laws = "company_laws: {mine: {preset: benchmark}}\ncandidate_streams: {market: {law: mine}}\n"
    #expect(try load(adding: laws).model.companyLaws.map(\.id) == ["mine"])
  }

  @Test(
    "alternatives are named",
    arguments: [
      (
        "company_laws.rmb_city.market_beta=0.1", "no such entry (rmb_city); expected one of rmb_city_fund; did you mean"
      ),
      ("candidate_streams.markt.deadweight=10 %", "expected one of market; did you mean 'market'?"),
      ("companies.alpha.local=true", "no such entry (alpha)"),
    ])
  func alternatives(setting: String, message: String) throws {
    let error = #expect(throws: ScenarioRejected.self) { try load([setting]) }
    let issues = error?.issues.map(\.description) ?? []
    #expect(issues.count == 1 && issues.allSatisfy { $0.contains(message) && !$0.contains("one of ;") }, "\(issues)")
    #expect(issues.allSatisfy { !$0.hasSuffix("one of ") })
  }

  @Test("a setting reaches only into the list that the scenario has, not into the shipped one")
  func settingBeyondTheList() throws {
    let phase = "    fees: {management: [{until: 9 years, base: committed, rate: 1 %}]}\n"
    let loaded = try load(["funds.city.fees.management.0.rate=2 %"], adding: phase)
    #expect(loaded.model.funds[0].value.fees.management.map(\.rate.value.perYear) == [0.02])
    #expect(throws: ScenarioRejected.self) { try load(["funds.city.fees.management.1.rate=2 %"], adding: phase) }
    // Without a list of its own the shipped one is meant.
    #expect(try load(["funds.city.fees.management.1.rate=2 %"]).model.funds[0].value.fees.management.count > 1)
  }
}
