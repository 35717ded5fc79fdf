// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PortfolioModel
import Quantities
import Testing

@testable import ScenarioFiles

/// The shipped rules as data, and how their dates and unknown facts count.
@Suite struct RuleBookTests {
  private let rules = RuleBook.shipped.rules

  // MARK: The data

  @Test func dataHaveNoIssues() {
    #expect(RuleBookFile.shipped.issues == [])
    #expect(rules.map(\.id) == (1...58).map { $0 < 10 ? "R0\($0)" : "R\($0)" })
  }

  @Test("every document is used, every rule but the national list has a date with a grade")
  func documents() {
    let used = Set(rules.flatMap(\.provisions).map(\.document.id))
    #expect(used == Set(RuleBookFile.shipped.documents.map(\.id)))
    for document in RuleBookFile.shipped.documents {
      #expect((document.effectiveFrom == nil) == (document.id == "national_list"))
      #expect((document.effectiveFrom == nil) == (document.dateGrade == nil))
    }
  }

  @Test("every field of the registry is read by a rule, and names are not repeated")
  func fields() {
    let read = Set(rules.flatMap(\.fields))
    for field in RuleField.all { #expect(read.contains(field), "\(field.subject) \(field.name)") }
    #expect(Set(RuleField.all).count == RuleField.all.count)
  }

  @Test("every word of a fact decides some rule")
  func words() {
    let predicates = rules.flatMap(\.provisions).flatMap { [$0.condition, $0.requirement].compactMap(\.self) }
    for field in RuleField.all where field.pattern.contains("governance") || field.pattern.hasPrefix("compliance") {
      guard !field.words.isEmpty, !["level", "acts", "forbidden_acts"].contains(field.name) else { continue }
      let named = Set(predicates.flatMap { $0.words(of: field) })
      let isWithin = predicates.contains { $0.isWithin(field) }
      for word in field.words { #expect(named.contains(word) || isWithin, "\(field.name): \(word)") }
    }
  }

  @Test("mistakes in a rule file are found at their place")
  func mistakes() {
    let text = """
      guidefund: 1
      documents: {d: {title: {en: D, zh: 文件}, effective_from: {day: 2025-01-07, grade: V}}}
      rules:
        r01:
          subject: fund
          grade: V
          document: e
          statement: {en: a, zh: 甲}
          cure: {en: b, zh: 乙}
          provisions:
            - {severity: forbidden, requires: {field: purpose, excludes: [innovation]}}
            - {severity: forbiden, requires: {field: purposes, excludes: [innovative]}}
            - {severity: limited, requires: {all: [{field: layers, at_most: 2, below: 3}]}}
      """
    let issues = RuleBookFile.read(Array(text.utf8)).issues
    #expect(
      issues.map(\.path) == [
        "rules.r01.document", "rules.r01.provisions.0.requires.field", "rules.r01.provisions.1.requires.excludes.0",
        "rules.r01.provisions.1.severity", "rules.r01.provisions.2.requires.all.0.field",
      ])
  }

  // MARK: Dates

  @Test("a fund of 2015 is judged by the law of 2015, and by that of 2025 when asked")
  func time() throws {
    let sets = [
      "time.start=2015-Q4", "funds.f.starts=2015-Q4", "funds.f.governance.established=2015-12-01",
      "funds.f.fees.management=[{until: 10 years, base: committed, rate: 2 %}]",
      "funds.f.governance.purposes=[investment_promotion, innovation]", "funds.f.governance.activities=[real_estate]",
      "compliance.promotion=null",
    ]
    let then = try LawfulScenario.findings(sets)
    #expect(then.filter { $0.status == .broken }.map(\.rule.id) == ["R18"])
    let inForce = Set(then.filter { $0.status == .kept }.map(\.rule.id))
    #expect(inForce == ["R05", "R16", "R17", "R19", "R20", "R21", "R22", "R23", "R24", "R25"])
    let now = try LawfulScenario.findings(sets, on: CalendarDate(iso: "2026-01-01"))
    let broken = now.filter { $0.status == .broken }
    #expect(broken.map(\.rule.id) == ["R01", "R08", "R18"])
    #expect(broken.map(\.severity) == [.limited, .limited, .forbidden])
  }

  @Test("a rule holds from its first day on", arguments: [("2025-01-06", false), ("2025-01-07", true)])
  func firstDay(day: String, holds: Bool) throws {
    let findings = try LawfulScenario.findings(["funds.f.governance.layers=3"], on: CalendarDate(iso: day))
    let finding = try #require(findings.first { $0.rule.id == "R06" })
    #expect(finding.status == (holds ? .broken : .notApplicable))
    if !holds { #expect(finding.reason == CalendarDate(iso: day).map { .notInForce($0) }) }
  }

  @Test(
    "support is judged by the rules of its day: superseded ones end, new ones begin",
    arguments: [
      ("2021-06-28", RuleStatus.notApplicable, nil), ("2023-01-01", .broken, "d7_2021"),
      ("2024-08-01", .notApplicable, nil),
    ])
  func superseded(day: String, status: RuleStatus, document: String?) throws {
    let package = "compliance.promotion.packages.p"
    let sets = ["\(package).signed=2021-01-01", "\(package).open_to_all=false"]
    let finding = try #require(
      try LawfulScenario.findings(sets, on: CalendarDate(iso: day)).first { $0.rule.id == "R48" })
    #expect(finding.status == status)
    if let document { #expect(finding.provision.document.id == document) }
  }

  @Test("what comes later is judged by the law of its own day")
  func later() throws {
    let sets = ["time.start=2025-Q1", "funds.f.starts=2027-Q1", "funds.f.governance.established=null"]
    let findings = try LawfulScenario.findings(sets)
    #expect(findings.contains { $0.rule.id == "R37" && $0.status == .kept })
    #expect(findings.contains { $0.rule.id == "R45" && $0.status == .kept })
    #expect(findings.contains { $0.rule.id == "R27" && $0.status == .kept })
  }

  // MARK: What is not known

  @Test("a fact that is not given is named, and nothing is assumed")
  func unknown() throws {
    let findings = try LawfulScenario.findings(["funds.f.governance=null", "compliance=null"])
    #expect(!findings.contains { $0.status == .broken })
    let open = findings.filter { $0.status == .noData }
    #expect(
      Set(findings.map(\.rule.id)).subtracting(open.map(\.rule.id)) == [
        // Told by the terms of the fund.
        "R05", "R06", "R08", "R13", "R31", "R39", "R56",
        // For older funds, and where investment is promoted.
        "R38", "R45", "R46", "R47", "R48", "R49", "R50", "R51", "R52", "R53", "R54", "R55", "R58",
      ])
    for finding in open where !["R28", "R44"].contains(finding.rule.id) {
      guard case .notGiven(let missing) = finding.reason else {
        Issue.record("\(finding.rule.id): \(String(describing: finding.reason))")
        continue
      }
      #expect(finding.message.english == "not known: give \(missing.path)" && finding.path == missing.path)
    }
  }

  @Test("results are known after simulation only")
  func outcomes() throws {
    let scenario = try LawfulScenario.load(["funds.f.governance.evaluation=null"])
    func status(_ rule: String, _ outcome: FundOutcome) -> RuleStatus? {
      RuleBook.shipped.judge(scenario, outcomes: ["f": outcome]).first { $0.rule.id == rule }?.status
    }
    #expect(status("R44", FundOutcome()) == .noData && status("R28", FundOutcome()) == .noData)
    #expect(status("R44", FundOutcome(directionScore: 59...61)) == .noData)
    #expect(status("R44", FundOutcome(directionScore: 60...70)) == .kept)
    #expect(status("R44", FundOutcome(directionScore: 40...59)) == .broken)
    #expect(
      status("R28", FundOutcome(idleShare: 0.29)) == .kept && status("R28", FundOutcome(idleShare: 0.3)) == .broken)
  }

  @Test(
    "results keep a rule on half of the replicates or more, and break it on more than half",
    arguments: [
      ([50.0, 60, 70, 80], [50.0, 60, 70, 80], RuleStatus.kept), ([50, 59, 70, 80], [50, 59, 70, 80], .kept),
      ([50, 59, 59, 80], [50, 59, 59, 80], .broken), ([50, 59, 59, 80], [50, 59, 60, 80], .noData),
      ([50, 59, 59, 80], [62, 61, 60, 80], .noData),
    ])
  func simulated(least: [Double], most: [Double], status: RuleStatus) throws {
    let scenario = try LawfulScenario.load()
    let outcome = FundOutcome(
      directionScore: 0...1, simulatedScore: SimulatedRange(least: least.reversed(), most: most))
    let finding = try #require(
      RuleBook.shipped.judge(scenario, outcomes: ["f": outcome]).first { $0.rule.id == "R44" })
    #expect(finding.status == status)
    for share in [least, most].map({ $0.count { $0 >= 60 } * 25 }) {
      #expect(finding.message.english.contains("\(share).0 %"))
    }
  }

  @Test("a bound from above counts the upper ends: idle cash")
  func simulatedIdle() throws {
    let scenario = try LawfulScenario.load()
    func status(_ shares: [Double]) -> RuleStatus? {
      let outcome = FundOutcome(simulatedIdleShare: SimulatedRange(shares))
      return RuleBook.shipped.judge(scenario, outcomes: ["f": outcome]).first { $0.rule.id == "R28" }?.status
    }
    #expect(status([0.1, 0.2, 0.3, 0.4]) == .kept && status([0.1, 0.3, 0.3]) == .broken)
    #expect(SimulatedRange([]) == nil)
  }

  @Test("after a run a rule that stays open names what is missing")
  func untold() throws {
    let scenario = try LawfulScenario.load()
    let bare = try LawfulScenario.load(["funds.f.governance.evaluation=null"])
    func finding(_ rule: String, _ scenario: Scenario, _ told: Set<String>) throws -> RuleFinding {
      let outcome = FundOutcome(simulated: told)
      return try #require(RuleBook.shipped.judge(scenario, outcomes: ["f": outcome]).first { $0.rule.id == rule })
    }
    for (rule, metric) in [("R28", "idle_share"), ("R44", "direction_score")] {
      let left = try finding(rule, scenario, [])
      #expect(left.status == .noData && left.path == "outputs.replicate_metrics")
      #expect(left.message.english.contains("the run leaves \(metric) out"))
      #expect(try finding(rule, scenario, [metric]).message.english == "not known: no replicate has \(metric)")
    }
    let missing = try finding("R44", bare, ["direction_score"])
    #expect(missing.status == .noData && missing.path == "funds.f.governance.evaluation")
    #expect(missing.message.english == "not known: give funds.f.governance.evaluation")
  }

  // MARK: Layers

  /// Funds below the lawful one, each held by the one before, whose own investors need no say.
  private func chain(_ count: Int, portfolio: String) -> String {
    let members = (1...count).map { number in
      "g\(number): {name: {en: G, zh: 乙}, starts: 2026-Q1, investors: {m: {class: fund, fund: "
        + "\(number == 1 ? "f" : "g\(number - 1)"), commitment: 1 亿元}, p: {class: city_fiscal, commitment: 1 亿元}}, "
        + "portfolio: \(number == count ? portfolio : "{kind: funds}"), life: {term: 9 years}}"
    }
    return "funds={\(members.joined(separator: ", "))}"
  }

  private static let companies = "{tickets_per_year: [1], tickets: {seed: {ticket: 500 万元}}, streams: [any]}"
  private static let pacing =
    "{kind: pacing, contribution_rates: [25 %, 33.3 %, 50 %], life: 9, bow: 2.5, growth: 13 %, yield: 0 %}"

  @Test(
    "layers are those of the tree, in every fund of the chain",
    arguments: [
      (1, companies, nil as Int?, RuleStatus.kept), (2, companies, nil, .broken), (1, pacing, nil, .noData),
      (2, pacing, nil, .broken), (1, pacing, 2, .kept), (1, companies, 3, .broken),
    ])
  func layers(below: Int, portfolio: String, stated: Int?, status: RuleStatus) throws {
    let ids = ["f"] + (1...below).map { "g\($0)" }
    let given = ids.map { "funds.\($0).governance.layers=\(stated.map(String.init) ?? "null")" }
    let findings = try LawfulScenario.findings([chain(below, portfolio: portfolio)] + given)
      .filter { $0.rule.id == "R06" }
    #expect(findings.map(\.subject) == ids && findings.allSatisfy { $0.status == status }, "\(findings.map(\.message))")
  }

  @Test("fewer layers than the tree has are a mistake, with its place")
  func contradictoryLayers() throws {
    let folder = try TemporaryFolder(["scenario.yaml": LawfulScenario.text])
    let issues = ScenarioFile.issues(
      of: folder.path, metrics: .sample, sets: [chain(1, portfolio: Self.companies), "funds.f.governance.layers=1"]
    ).filter { $0.severity == .error }
    #expect(issues.map(\.path) == ["funds.f.governance.layers"])
    #expect(issues[0].description.hasPrefix("--set"))
    #expect(issues[0].description.contains("already stand in 2 layers, 1 is stated"))
  }

  @Test("a fund without public money is no government fund")
  func privateFund() throws {
    let investors = "funds.f.investors={treasury: null, enterprise: null}"
    let findings = try LawfulScenario.findings([investors, "funds.f.governance.promises=[principal]"])
    for finding in findings where finding.rule.subject == .fund { #expect(finding.reason == .noPublicMoney) }
    #expect(findings.contains { $0.rule.id == "R27" && $0.reason == .noSubject(.government) })
  }

  // MARK: The page

  @Test("the page lists every rule as the data have it")
  func page() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../Sources/PortfolioModel/PortfolioModel.docc/Guides/Compliance.md"
    ).standardizedFileURL
    let page = try String(contentsOf: path, encoding: .utf8)
    let listed = page.components(separatedBy: "\n").filter { $0.hasPrefix("| R") }
    #expect(listed == rules.map(\.row), "the rows are:\n\(rules.map(\.row).joined(separator: "\n"))")
  }
}

extension RulePredicate {
  /// The words that it names of a field.
  fileprivate func words(of field: RuleField) -> [String] {
    switch self {
    case .excludes(field, let words), .includes(field, let words), .includesAny(field, let words),
      .within(field, let words):
      words
    case .all(let parts), .any(let parts): parts.flatMap { $0.words(of: field) }
    default: []
    }
  }

  /// Whether it allows some words of a field alone, so that all others break it.
  fileprivate func isWithin(_ field: RuleField) -> Bool {
    switch self {
    case .within(field, _): true
    case .all(let parts), .any(let parts): parts.contains { $0.isWithin(field) }
    default: false
    }
  }
}

extension ComplianceRule {
  /// The row of the rule in `Compliance.md`.
  fileprivate var row: String {
    var levels: [String] = []
    for provision in provisions {
      let reach = provision.reach == .all ? "" : " (\(provision.reach.rawValue))"
      let level = provision.severity.rawValue + reach
      if !levels.contains(level) { levels.append(level) }
    }
    let document = provisions[0].document
    let day = document.effectiveFrom.map { "\($0) \(document.dateGrade?.rawValue ?? "")" } ?? "not issued"
    let read = fields.map { "`\($0.name)`" }.joined(separator: ", ")
    let clause = provisions[0].clause.english
    return
      "| \(id) | \(levels.joined(separator: ", ")) | \(statement.english) | \(clause) | \(day) | \(read) | \(grade.rawValue) |"
  }
}
