// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// Funds that can never invest, and openings that cannot have come about, are told.
@Suite struct PlausibilityTests {
  private func issues(_ sets: [String], in files: [String: String] = FullScenario.files) throws -> [ScenarioIssue] {
    let folder = try TemporaryFolder(files)
    return ScenarioFile.issues(of: folder.path, metrics: ScenarioWorkshop.metrics, sets: sets)
      .filter { $0.code != .unusualValue }
  }

  @Test("a fund without a portfolio")
  func withoutPortfolio() throws {
    let found = try issues(["funds.city.portfolio=null"], in: ["scenario.yaml": ShippedEntryTests.text])
    #expect(found.map(\.code) == [.advice] && found.map(\.path) == ["funds.city.portfolio"])
  }

  @Test(
    "a fund that never invests",
    arguments: [
      (
        ["portfolio.tickets={seed: null, a: null, b: {ticket: 1000 万元}}"], "portfolio.tickets", IssueCode.inconsistent
      ),
      (["portfolio.mandate.sectors=[drugs]"], "portfolio.mandate.sectors", .inconsistent),
      (["portfolio.streams=[]"], "portfolio", .inconsistent),
      (["portfolio.tickets_per_year=[]", "portfolio.named=[]", "portfolio.opening_holdings={}"], "", nil),
      (
        ["portfolio.tickets_per_year=[0]", "portfolio.named=[]", "portfolio.opening_holdings.h1=null"], "portfolio",
        .advice
      ),
      (["portfolio.concentration_limit=0.5 %"], "portfolio.tickets", .advice),
      // A ticket is never more than its round, but who has less than it may have meant another unit.
      (["portfolio.tickets.seed.ticket=3 亿元"], "", nil),
      (["portfolio.tickets.seed.ticket=100 亿元"], "portfolio.tickets.seed.ticket", .advice),
      (["portfolio.tickets_per_year=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"], "portfolio.tickets_per_year", .advice),
      (["calls={method: as_needed, instalment: null}"], "calls.first", .advice),
      (["fees.set_up=1 万亿元"], "fees", .advice),
    ] as [([String], String, IssueCode?)])
  func neverInvests(sets: [String], path: String, code: IssueCode?) throws {
    try expect(sets, path, code)
  }

  @Test(
    "least shares of companies that no stream sends",
    arguments: [
      (["hard_tech_minimum=10 %"], "hard_tech_share=0 %", "hard_tech_minimum"),
      (["hard_tech_minimum=10 %"], "hard_tech_share={value: 0 %, low: 0 %, high: 10 %, grade: prior}", nil),
      (["hard_tech_minimum=10 %"], "hard_tech_share=5 %", nil),
      (["local_minimum=10 %"], "local_share=0 %", "local_minimum"),
      (["early_minimum=10 %"], "stage_mix={seed: null, a: null, b: 100 %}", "early_minimum"),
      ([], "hard_tech_share=0 %", nil),
    ] as [([String], String, String?)])
  func leastShares(minimum: [String], stream: String, key: String?) throws {
    let sets =
      minimum.map { "funds.city.portfolio.mandate.\($0)" }
      + ["candidate_streams.market.\(stream)", "funds.city.portfolio.tickets.b={ticket: 1000 万元}"]
    let found = try issues(sets, in: ["scenario.yaml": ShippedEntryTests.text])
    #expect(found.map(\.path) == (key.map { ["funds.city.portfolio.mandate.\($0)"] } ?? []), "\(found)")
    #expect(found.allSatisfy { $0.code == .advice })
  }

  @Test(
    "fields that count for nothing",
    arguments: [
      (["instruments.line.credit.guarantee.capital=null"], "instruments.line.credit.guarantee.leverage"),
      (["funds.city.waterfall={carry: 0 %, catch_up: 0 %, escrow: {share: 30 %}}"], "funds.city.waterfall.escrow"),
      (["funds.city.waterfall={carry: 0 %, catch_up: 0 %, clawback: {}}"], "funds.city.waterfall.clawback"),
      (
        ["funds.city.investors.social.honouring={remedy: cut, penalty: 40 %}"],
        "funds.city.investors.social.honouring.penalty"
      ),
      (["funds.city.life={rest: write_off, sale_discount: 20 %}"], "funds.city.life.sale_discount"),
      (["public_money={city: {exit: {}}}"], "public_money.city.exit"),
    ])
  func idle(sets: [String], path: String) throws {
    let isFull = path.hasPrefix("instruments")
    let found = try issues(sets, in: isFull ? FullScenario.files : ["scenario.yaml": ShippedEntryTests.text])
    #expect(found.map(\.code) == [.advice] && found.map(\.path) == [path], "\(found)")
    #expect(found.allSatisfy { $0.description.contains("counts for nothing") })
  }

  private static let rescue = "rescue: {triggers: [failed], revives: 10 %}"
  private static let grant = "grant: {size: {by: fixed, amount: 1 万元}"

  /// In Scenarios/by-hand four companies under laws of multiples enter in 2025, at the stages seed and a.
  @Test(
    "parts of instruments that count for nothing",
    arguments: [
      ("ceiling: 1 元, \(rescue)", ["ceiling", "rescue"]),
      ("\(grant), conversion: {milestone: b}}", ["grant.conversion"]),
      ("credit: {size: {by: fixed, amount: 1 万元}, defaults_when_stalled: true}", ["credit.defaults_when_stalled"]),
      ("first: 2026-Q1, \(grant)}", ["pool"]), ("last: 2025-Q1, \(grant)}", []), ("\(grant)}", []),
    ])
  func instruments(parts: String, keys: [String]) throws {
    let set = "instruments={i: {name: {en: I, zh: 工具}, payer: county, pool: {funds: [city]}, \(parts)}}"
    let loaded = try ScenarioFile.load(
      ScenarioWorkshop.path("by-hand"), metrics: ScenarioWorkshop.metrics, sets: [set])
    let found = loaded.warnings.filter { $0.code == .advice }
    #expect(found.map(\.path).sorted() == keys.map { "instruments.i.\($0)" }.sorted(), "\(found)")
    #expect(found.allSatisfy { $0.description.contains("counts for nothing") })
    let stages = [set, "instruments.i.pool.stages=[mature]"]
    let none = try ScenarioFile.load(ScenarioWorkshop.path("by-hand"), metrics: ScenarioWorkshop.metrics, sets: stages)
    #expect(none.warnings.contains { $0.path == "instruments.i.pool" } == !parts.contains("rescue"))
  }

  @Test(
    "a word stands in a list once, and so does a level",
    arguments: [
      ("outputs.replicate_metrics=[irr, tvpi, irr]", "outputs.replicate_metrics.2", IssueCode.duplicateRow),
      ("funds.old.portfolio.mandate.sectors=[chips, chips]", "funds.old.portfolio.mandate.sectors.1", .duplicateRow),
      ("funds.old.portfolio.streams=[local, local]", "", nil),
      ("outputs.risk_levels=[5 %, 5.0 %]", "outputs.risk_levels", .inconsistent),
      ("outputs.risk_levels=[5 %, 0.5 %]", "", nil),
    ] as [(String, String, IssueCode?)])
  func repeated(set: String, path: String, code: IssueCode?) throws {
    let found = try issues([set])
    #expect(found.map(\.code) == (code.map { [$0] } ?? []), "\(found)")
    #expect(found.map(\.path) == (code == nil ? [] : [path]))
  }

  @Test(
    "an opening that cannot be",
    arguments: [
      (["portfolio.opening_holdings.h1.acquired=2021-12-31"], "portfolio.opening_holdings.h1.acquired", .inconsistent),
      (["portfolio.opening_holdings.h1.multiple=101"], "portfolio.opening_holdings.h1.multiple", .inconsistent),
      (["portfolio.opening_holdings.h1.acquired=2034-05-01"], "portfolio.opening_holdings.h1.acquired", .inconsistent),
      (["opening.paid_in=1000 万元"], "opening", .advice),
      (["opening.cash=2.9 亿元"], "opening", .advice),
      (["opening.cash=2.85 亿元"], "", nil),
      (["portfolio.named.0.company=c1", "life.term=4 years"], "portfolio.named.0.company", .advice),
    ] as [([String], String, IssueCode?)])
  func opening(sets: [String], path: String, code: IssueCode?) throws {
    try expect(sets, path, code)
  }

  @Test(
    "a company is bought once, and for no more than its round",
    arguments: [
      (["portfolio.named=[{company: c1, ticket: ROUND}]"], "", nil),
      (["portfolio.named=[{company: c1, ticket: MORE}]"], "portfolio.named.0.ticket", .inconsistent),
      (
        ["portfolio.named=[{company: c1, ticket: ROUND}, {company: c1, ticket: ROUND}]"], "portfolio.named.1.company",
        .inconsistent
      ),
    ] as [([String], String, IssueCode?)])
  func named(sets: [String], path: String, code: IssueCode?) throws {
    let folder = try TemporaryFolder(FullScenario.files)
    let loaded = try ScenarioFile.load(folder.path, metrics: ScenarioWorkshop.metrics)
    let round = try #require(loaded.model.companies.first { $0.id == "c1" }).value.roundSize.value
    let written = sets.map {
      $0.replacing("ROUND", with: "\(round.yuan) 元").replacing("MORE", with: "\(round.yuan + 0.01) 元")
    }
    try expect(written, path, code)
    guard code != nil else { return }
    let issue = try #require(try issues(written.map { "funds.old.\($0)" }).first)
    // The place is that of the entry itself.
    #expect(issue.position.file == "--set" && issue.position.column > 30, "\(issue)")
  }

  private func expect(_ sets: [String], _ path: String, _ code: IssueCode?) throws {
    let found = try issues(sets.map { "funds.old.\($0)" })
    #expect(found.map(\.code) == (code.map { [$0] } ?? []), "\(found)")
    #expect(found.map(\.path) == (code == nil ? [] : ["funds.old.\(path)"]))
  }
}
