// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
public import Quantities

extension ComplianceText {
  /// A list with an object a finding: rule, severity, status, subject, document, clause, effective_from, grade, field,
  /// file, line, column, value, message and cure.
  public static func json(_ findings: [LocatedFinding], language: Language) -> String {
    JSONValue.list(findings.map { json($0, language) }).document()
  }

  private static func json(_ located: LocatedFinding, _ language: Language) -> JSONValue {
    let finding = located.finding
    let document = finding.provision.document
    let hasPlace = !finding.path.isEmpty
    return .record([
      "rule": .text(finding.rule.id),
      "severity": .text(finding.severity.rawValue),
      "status": .text(finding.status.rawValue),
      "subject": .text(finding.subject),
      "document": .text(document.title(language)),
      "clause": .text(finding.provision.clause(language)),
      "effective_from": document.effectiveFrom.map { .text($0.description) } ?? .null,
      "effective_until": document.effectiveUntil.map { .text($0.description) } ?? .null,
      "date_grade": document.dateGrade.map { .text($0.rawValue) } ?? .null,
      "grade": .text(finding.rule.grade.rawValue),
      "field": .text(finding.path),
      "file": hasPlace ? .text(located.file) : .null,
      "line": hasPlace ? .whole(located.line) : .null,
      "column": hasPlace ? .whole(located.column) : .null,
      "value": finding.observation.map { .text($0.valueText(language)) } ?? .null,
      "message": .text(finding.message(language)),
      "cure": .text(finding.rule.cure(language)),
    ])
  }
}
