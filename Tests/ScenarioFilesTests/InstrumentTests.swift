// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// Instruments in scenario files: what is read, what is refused, what the law says.
@Suite struct InstrumentTests {
  @Test func reads() throws {
    let folder = try TemporaryFolder(FullScenario.files)
    let model = try ScenarioFile.load(folder.path, metrics: .sample).model
    #expect(model.instruments.map(\.id) == ["factory", "line", "revival", "seedling", "site"])
    let line = try #require(model.instruments[1].value.credit)
    #expect(line.guarantee?.institution.value.fraction == 0.3 && line.guarantee?.capital?.value.yuan == 1e8)
    #expect(line.subsidy?.lasts.value.years == 2 && line.warrant?.premium.value.fraction == 0.1)
    #expect(model.instruments[3].value.grant?.conversion?.discount.value.fraction == 0.1)
    guard case .shares(let worth, _) = model.instruments[4].value.contribution?.use else {
      Issue.record("another use")
      return
    }
    #expect(worth.value == 0.9 && model.instruments[2].value.rescue?.triggers == [.failed, .stalled])
  }

  @Test(
    "mistakes are found at their place",
    arguments: [
      ("instruments.line.pool.funds=[nobody]", "instruments.line.pool.funds.0"),
      ("instruments.line.pool.funds=null", "instruments.line.pool.funds"),
      ("instruments.line.pool.funds=[pacing]", "instruments.line.pool.funds"),
      ("instruments.line.first=2031-Q1", "instruments.line.last"),
      ("instruments.line.last=2060-Q1", "instruments.line.last"),
      ("instruments.line.credit.lender=payer", "instruments.line.credit.guarantee"),
      ("instruments.line.credit.grace=3 years", "instruments.line.credit.grace"),
      ("instruments.line.credit.guarantee.institution=60 %", "instruments.line.credit.guarantee.re_guarantor"),
      ("instruments.seedling.grant=null", "instruments.seedling.credit"),
      ("instruments.line.credit.size={by: tickets, times: 5}", "instruments.line.credit.size.by"),
      ("instruments.line.credit=null", "instruments.line.grant"),
      ("instruments.site.contribution.for=rent", "instruments.site.contribution.for"),
      ("instruments.seedling.source_of_funds=soe_equity", "instruments.seedling.source_of_funds"),
      ("instruments.seedling.source_of_funds=special_bond", "instruments.seedling.source_of_funds"),
      ("instruments.revival.rescue.revives=120 %", "instruments.revival.rescue.revives"),
      ("instruments.revival.rescue.triggers=[]", "instruments.revival.rescue.triggers"),
    ])
  func mistakes(set: String, path: String) throws {
    let folder = try TemporaryFolder(FullScenario.files)
    let issues = ScenarioFile.issues(of: folder.path, metrics: .sample, sets: [set])
      .filter { $0.severity == .error }
    #expect(issues.map(\.path) == [path], "\(issues)")
    #expect(issues.allSatisfy { !$0.description.isEmpty && $0.position.line > 0 })
  }

  private static let instrument =
    "{name: {en: I, zh: 工具}, payer: city, pool: {streams: [any]}, credit: {size: {by: ticket, times: 0.5}, "
    + "guarantee: {}}, grant: {size: {by: fixed, amount: 100 万元}}, "
    + "contribution: {asset: land, size: {by: fixed, amount: 100 万元}, for: shares}, facts: {support: [], backing: [], basis: [research], conditions: [], "
    + "legal_basis: true, open_to_all: true, reviewed: true, land: {price_to_minimum: 1, practices: [], idle: 0 years}}}"

  private func statuses(_ changes: [(String, String)] = []) throws -> [String: RuleFinding] {
    let text = changes.reduce(Self.instrument) { $0.replacing($1.0, with: $1.1) }
    let scenario = LawfulScenario.text + "\ninstruments: {i: \(text)}\n"
    let folder = try TemporaryFolder(["scenario.yaml": scenario])
    let model = try ScenarioFile.load(folder.path, metrics: .sample).model
    let findings = RuleBook.shipped.judge(model).filter { $0.subject == "instruments.i" }
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.rule.id, $0) })
  }

  @Test("a lawful instrument breaks no rule")
  func lawful() throws {
    let found = try statuses()
    for rule in ["R47", "R48", "R49", "R52", "R53", "R54"] { #expect(found[rule]?.status == .kept, "\(rule)") }
  }

  @Test(
    "an unlawful one breaks the rule for it",
    arguments: [
      ("R52", "guarantee: {}", "guarantee: {guarantor: government}"),
      ("R52", "backing: []", "backing: [comfort_letter]"),
      (
        "R48", "basis: [research], conditions: [], legal_basis: true, open_to_all: true",
        "basis: [], conditions: [], legal_basis: false, open_to_all: false"
      ),
      ("R49", "basis: [research]", "basis: [local_tax]"),
      ("R53", "price_to_minimum: 1", "price_to_minimum: 0.5"),
      ("R53", "practices: []", "practices: [negotiated_sale]"),
      ("R47", "conditions: []", "conditions: [registration]"),
    ])
  func unlawful(rule: String, from: String, to: String) throws {
    let broken = try statuses([(from, to)]).values.filter { $0.status == .broken }
    #expect(broken.map(\.rule.id) == [rule])
  }

  @Test("what is not stated of an instrument is open, and what its terms show is broken all the same")
  func partlyKnown() throws {
    let unstated = ("support: [], backing: [], ", "")
    let open = try statuses([unstated, ("legal_basis: true, open_to_all: true, ", "")])
    for (rule, path) in [("R48", "facts.legal_basis"), ("R52", "facts.backing")] {
      #expect(open[rule]?.status == .noData && open[rule]?.path == "instruments.i.\(path)", "\(rule)")
    }
    let backed = try statuses([unstated, ("guarantee: {}", "guarantee: {guarantor: government}")])
    #expect(backed["R52"]?.status == .broken && backed["R48"]?.status == .kept)
    let rewarded = try statuses([
      unstated, ("legal_basis: true, open_to_all: true", "legal_basis: false, open_to_all: false"),
    ])
    #expect(rewarded["R48"]?.status == .broken, "a grant is a reward, whatever else it gives")
  }
}
