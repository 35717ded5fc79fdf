// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import TestSupport
import Testing

@testable import ScenarioFiles

/// Public money that comes through other funds, and clauses that belong to a charter.
@Suite struct LookThroughTests {
  private func findings(_ text: String) throws -> [RuleFinding] {
    RuleBook.shipped.judge(try ScenarioWorkshop.read(text).0)
  }

  private func tree(above: String, keys: [String: String] = [:]) -> String {
    let investors =
      "{above: {class: fund, fund: mother, commitment: 5 亿元}, "
      + "social: {class: social_capital, commitment: 5 亿元, source_of_funds: own_funds}, "
      + "firm: {class: corporate, commitment: 1 亿元, source_of_funds: own_funds}}"
    return SmallFund.text(
      law: SmallFund.fixed(2, years: 4), fund: keys.merging(["investors": investors]) { $1 },
      extra: """
          mother:
            name: {en: Mother, zh: 母基金}
            starts: 2025-Q1
            investors: {own: {\(above), commitment: 5 亿元}}
            portfolio: {kind: funds}
            life: {term: 11 years}
        """)
  }

  @Test("a sub-fund of a public mother fund is judged, one of a private mother fund is not")
  func lookThrough() throws {
    let byPublic = try findings(tree(above: "class: city_fiscal, source_of_funds: general_budget"))
    let byPrivate = try findings(tree(above: "class: social_capital"))
    func judged(_ findings: [RuleFinding], _ fund: String) -> Int {
      findings.count { $0.subject == fund && $0.status != .notApplicable }
    }
    #expect(judged(byPublic, "fund") > 5 && judged(byPublic, "mother") > 5)
    #expect(judged(byPrivate, "fund") == 0 && judged(byPrivate, "mother") == 0)
  }

  @Test("a first loss is a promise where public money gives it, its own or that of a mother fund")
  func firstLoss() throws {
    func status(_ rule: String, giver: String, _ above: String = "class: city_fiscal") throws -> RuleStatus? {
      let loss = "{loss: {kind: first_loss, giver: \(giver), receivers: [firm], limit: 10 %}}"
      return try findings(tree(above: above, keys: ["concessions": loss]))
        .first { $0.rule.id == rule && $0.subject == "fund" }?.status
    }
    #expect(try status("R19", giver: "above") == .broken)
    #expect(try status("R19", giver: "social") == .noData, "no promise is stated or denied")
    #expect(try status("R12", giver: "above") == .noData, "what a first loss does not show is not known")
    #expect(try status("R19", giver: "above", "class: social_capital") == .notApplicable)
  }

  @Test("a fund of funds has no limit per company")
  func motherHasNoCompanies() throws {
    let findings = try findings(tree(above: "class: city_fiscal", keys: ["governance": "{kind: industry}"]))
    func status(_ fund: String) -> RuleStatus? {
      findings.first { $0.rule.id == "R31" && $0.subject == fund }?.status
    }
    #expect(status("mother") == .notApplicable && status("fund") == .kept)
  }

  @Test("a clause on losses is the charter's word on tolerance")
  func charter() throws {
    func status(_ tolerance: String, _ charter: String) throws -> RuleStatus? {
      let text = SmallFund.text(
        law: SmallFund.fixed(2, years: 4),
        fund: tolerance.isEmpty
          ? ["governance": "{charter: [\(charter)]}"]
          : ["governance": "{charter: [\(charter)]}", "tolerance": tolerance])
      return try findings(text).first { $0.rule.id == "R10" && $0.subject == "fund" }?.status
    }
    #expect(try status("", "due_diligence, self_dealing_ban") == .broken)
    #expect(try status("{}", "due_diligence, self_dealing_ban") == .kept)
    #expect(try status("{}", "due_diligence") == .broken)
    #expect(try status("", "due_diligence, self_dealing_ban, loss_tolerance") == .kept)
  }
}
