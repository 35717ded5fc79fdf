// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
public import Quantities

/// How the rules of law stand for a scenario, for a terminal or as JSON.
public enum ComplianceText {
  /// Breaches with clause, place and cure; then what is not known, by field; then what holds and what does not apply.
  /// - Parameters:
  ///   - findings: One a rule and subject.
  ///   - scenario: What the scenario is called.
  ///   - day: The day whose law counts for everybody, if there is one.
  ///   - language: The language.
  /// - Returns: Lines, each with its end.
  public static func text(
    _ findings: [LocatedFinding], scenario: BilingualText, day: CalendarDate?, language: Language
  ) -> String {
    let plain = findings.map(\.finding)
    var lines = [
      scenario(language), CompliancePhrase.law(day).text(language), CompliancePhrase.counts(plain).text(language),
    ]
    lines += broken(findings.filter { $0.finding.status == .broken }, language)
    for status in [RuleStatus.noData, .kept, .notApplicable] {
      lines += groups(plain.filter { $0.status == status }, under: CompliancePhrase.heading(status), language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many findings have which status, on one line; nothing where no rule is broken.
  public static func warning(_ findings: [RuleFinding], language: Language) -> String? {
    findings.contains { $0.status == .broken } ? RuleCounts(findings).text(language) : nil
  }

  /// Breaches alone, one after the other, the weightiest first.
  public static func breaches(_ findings: [LocatedFinding], language: Language) -> String {
    broken(findings.filter { $0.finding.status == .broken }, language).dropFirst().joined(separator: "\n") + "\n"
  }

  private static func broken(_ findings: [LocatedFinding], _ language: Language) -> [String] {
    guard !findings.isEmpty else { return [] }
    let ordered = RuleSeverity.allCases.reversed().flatMap { severity in
      findings.filter { $0.finding.severity == severity }
    }
    return ["", CompliancePhrase.heading(.broken).text(language)] + ordered.flatMap { block($0, language) }
  }

  /// Rule, severity and clause; place and value; what is asked; the cure.
  private static func block(_ located: LocatedFinding, _ language: Language) -> [String] {
    let finding = located.finding
    let provision = finding.provision
    let day = provision.document.effectiveFrom.map { CompliancePhrase.since($0).text(language) } ?? ""
    let found = finding.observation?.valueText(language) ?? ""
    return [
      "  \(finding.rule.id)  \(CompliancePhrase.severity(finding.severity).text(language))  \(provision.clause(language))\(day)",
      "       \(located.place): \(finding.path) = \(found)",
      "       \(finding.rule.statement(language))",
      "       \(CompliancePhrase.cure(finding.rule.cure).text(language))",
    ]
  }

  /// Rules that have the same reason, or the same thing to say, on one line.
  private static func groups(
    _ findings: [RuleFinding], under heading: CompliancePhrase, _ language: Language
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    var order: [String] = []
    var rules: [String: [String]] = [:]
    for finding in findings {
      let reason = finding.status == .kept ? "" : finding.message(language)
      if rules[reason] == nil { order.append(reason) }
      if rules[reason]?.contains(finding.rule.id) != true { rules[reason, default: []].append(finding.rule.id) }
    }
    return ["", heading.text(language)]
      + order.flatMap { reason -> [String] in
        let ids = wrapped(rules[reason] ?? [], width: 96).map { "  " + $0 }
        return reason.isEmpty ? ids : ids.dropLast() + ["\(ids.last ?? ""): \(reason)"]
      }
  }

  private static func wrapped(_ words: [String], width: Int) -> [String] {
    words.reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
  }
}
