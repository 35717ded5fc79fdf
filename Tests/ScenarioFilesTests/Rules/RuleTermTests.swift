// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Testing

@testable import ScenarioFiles

/// What rules read from terms: whose money it is, what is charged, what is bought, and whose funds overlap.
@Suite struct RuleTermTests {
  /// What the rules say of the lawful scenario with settings laid over it; one that begins with a space is of its fund.
  private func findings(_ rule: String, _ sets: [String]) throws -> [RuleFinding] {
    try LawfulScenario.findings(sets.map { $0.hasPrefix(" ") ? "funds.f." + $0.dropFirst() : $0 })
      .filter { $0.rule.id == rule }
  }

  private func finding(_ rule: String, _ sets: [String]) throws -> RuleFinding {
    try #require(try findings(rule, sets).first { $0.subject == "f" })
  }

  // MARK: Whose money it is

  @Test(
    "special bonds that an enterprise holds are the government's contribution; its own money is not",
    arguments: [
      ("special_bond", RuleStatus.broken, RuleStatus.broken, RuleStatus.broken),
      ("general_budget", .kept, .broken, .kept), ("own_funds", .kept, .notApplicable, .kept),
    ])
  func throughEnterprise(source: String, funding: RuleStatus, budget: RuleStatus, bond: RuleStatus) throws {
    let sets = [
      " investors.treasury.class=state_owned_enterprise", " investors.treasury.source_of_funds=\(source)",
      " governance.approvals=[]",
    ]
    #expect(try finding("R11", sets).status == funding)
    #expect(try finding("R26", sets).status == budget)
    #expect(try finding("R56", sets).status == bond)
    let governments = try findings("R27", sets)
    if source == "own_funds" {
      #expect(governments.map(\.reason) == [.noSubject(.government)])
    } else {
      #expect(governments.map(\.status) == [.noData])
      #expect(governments.map(\.path) == ["compliance.governments.state_owned.unfunded"])
    }
  }

  @Test("bonds of the pilot are in order where their service is planned")
  func pilot() throws {
    let bond = [" investors.treasury.source_of_funds=special_bond"]
    let approved = bond + [" governance.approvals=[own_government, budget, special_bond_pilot]"]
    let planned = ["public_money={city: {bond: {}}}"]
    #expect(try finding("R56", bond).status == .broken && finding("R56", bond + planned).status == .broken)
    #expect(try finding("R56", approved).status == .broken)
    #expect(try finding("R56", approved + planned).status == .kept)
  }

  // MARK: Fees

  @Test(
    "phases that charge nothing break no rule",
    arguments: [
      (
        "{until: 5 years, base: committed, rate: 0 %}, {until: 10 years, base: paid_in, rate: 1 %}", 0, RuleStatus.kept,
        RuleStatus.kept
      ),
      ("{until: 10 years, base: paid_in, rate: 1 %}, {until: 12 years, base: committed, rate: 1 %}", 0, .kept, .kept),
      (
        "{until: 10 years, base: paid_in, rate: 1 %}, {until: 12 years, base: committed, rate: 1 %}", 1, .broken,
        .broken
      ),
      ("{until: 12 years, base: paid_in, rate: 1 %}", 0, .kept, .kept),
      ("{until: 12 years, base: nav, rate: 0 %}", 1, .kept, .kept),
    ])
  func fees(phases: String, extensions: Int, base: RuleStatus, term: RuleStatus) throws {
    let sets = [" fees.management=[\(phases)]", " life.extension_count=\(extensions)"]
    #expect(try finding("R08", sets).status == base)
    #expect(try finding("R42", sets).status == term)
  }

  // MARK: One company

  @Test(
    "what a named company gets, or a holding cost, counts against the limit per company, of 10 亿元",
    arguments: [
      ("2 亿元", "2 亿元", nil), ("2.5 亿元", "2 亿元", "named.0.ticket"), ("2 亿元", "3 亿元", "opening_holdings.h.cost"),
    ]
      as [(String, String, String?)])
  func concentration(ticket: String, cost: String, place: String?) throws {
    let about = "name: {en: N, zh: 甲}, law: certain, stage: seed, sector: chips"
    let held = "stage_since: 2026-02-01, acquired: 2026-02-01, cost: \(cost), multiple: 1"
    let found = try finding(
      "R31",
      [
        "time.start=2026-Q2", " opening={paid_in: 10 亿元, distributed: 0 元, cash: 2 亿元}",
        "companies={n: {\(about), enters: 2026-05-01, round_size: 9 亿元}}",
        " portfolio.named=[{company: n, ticket: \(ticket)}]", " portfolio.opening_holdings={h: {\(about), \(held)}}",
      ])
    #expect(found.status == (place == nil ? .kept : .broken))
    if let place {
      #expect(found.path == "funds.f.portfolio.\(place)", "\(found.path)")
      #expect(found.message.english.hasSuffix(place.hasPrefix("named") ? " = 25 %" : " = 30 %"))
    }
  }

  // MARK: Overlap

  @Test(
    "another fund of public money whose level is not given may be the same government's",
    arguments: [
      ("city_fiscal", "governance: {}", [], RuleStatus.noData, "funds.g.governance.level"),
      ("city_fiscal", "governance: {level: county}", [" governance.level=null"], .noData, "funds.f.governance.level"),
      ("city_fiscal", "governance: {level: county}", [], .kept, ""),
      ("city_fiscal", "governance: {level: city}", [], .broken, "funds.f.portfolio.mandate.sectors"),
      ("social_capital", "governance: {}", [], .kept, ""),
      ("city_fiscal", "portfolio: {mandate: {sectors: [drugs]}}", [" governance.level=null"], .kept, ""),
    ] as [(String, String, [String], RuleStatus, String)])
  func overlap(owner: String, more: String, sets: [String], status: RuleStatus, path: String) throws {
    let portfolio =
      "portfolio: {tickets_per_year: [1], tickets: {seed: {ticket: 500 万元}}, streams: [any], mandate: {sectors: [chips]}}, "
    let second =
      "{name: {en: G, zh: 乙}, starts: 2026-Q1, investors: {own: {class: \(owner), commitment: 1 亿元}}, "
      + (more.hasPrefix("portfolio") ? portfolio.replacing("chips", with: "drugs") : portfolio + more) + "}"
    let found = try finding("R05", ["funds={g: \(second)}"] + sets)
    #expect(found.status == status && (path.isEmpty || found.path == path), "\(found.status) \(found.path)")
  }
}
