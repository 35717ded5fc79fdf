// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Testing

@testable import ScenarioFiles

/// Each rule is flipped by one change, at its place and with its weight, and by nothing else.
@Suite struct RuleFlipTests {
  @Test func everyRuleIsFlipped() {
    #expect(RuleFlip.all.map(\.rule) == RuleBook.shipped.rules.map(\.id))
    #expect(RuleFlip.all.count == 58)
  }

  @Test("the lawful scenario breaks nothing")
  func lawful() throws {
    for finding in try LawfulScenario.findings() {
      #expect(
        finding.status == .kept || finding.status == .notApplicable || finding.rule.id == "R28", "\(finding.rule.id)")
    }
  }

  @Test(arguments: RuleFlip.all)
  func flip(_ flip: RuleFlip) throws {
    let before = try LawfulScenario.findings(flip.neutral)
    #expect(before.filter { $0.status == .broken }.map(\.rule.id) == [])
    #expect(before.contains { $0.rule.id == flip.rule && $0.status == .kept })
    let after = try LawfulScenario.findings(flip.neutral + [flip.broken])
    let broken = after.filter { $0.status == .broken }
    #expect(Set(broken.map(\.rule.id)) == flip.also.union([flip.rule]))
    let finding = try #require(broken.first { $0.rule.id == flip.rule })
    #expect(finding.severity == flip.severity)
    #expect(finding.path == flip.path)
    for text in [finding.message, finding.rule.cure, finding.provision.clause, finding.rule.statement] {
      #expect(!text.english.isEmpty && text.chinese.contains(#/\p{Han}/#))
    }
  }

  @Test(
    "other ways to break a rule, or to keep it",
    arguments: [
      (
        "R01", [" governance.established=2020-01-01", " governance.purposes=[investment_promotion, innovation]"],
        RuleSeverity.limited
      ),
      ("R04", [" governance.level=central"], .limited), ("R04", [" governance.approvals=[budget]"], .limited),
      ("R11", [" investors.treasury.source_of_funds=special_bond"], .forbidden),
      ("R31", [" portfolio.concentration_limit=25 %"], .limited),
      ("R42", [" life.term=9 years"], .limited),
    ])
  func severities(rule: String, sets: [String], severity: RuleSeverity) throws {
    let findings = try LawfulScenario.findings(sets.map { "funds.f." + $0.dropFirst() })
    #expect(findings.contains { $0.rule.id == rule && $0.status == .broken && $0.severity == severity })
  }

  @Test("a reward for jobs that is not open to all is limited, one that is reviewed and open is kept")
  func reviewableReward() throws {
    let findings = try LawfulScenario.findings(["compliance.promotion.packages.p.reviewed=false"])
    #expect(findings.contains { $0.rule.id == "R49" && $0.status == .broken && $0.severity == .limited })
  }
}
