// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ComplianceRule {
  /// Reads a rule; its id is the key that it stands under.
  static func read(_ record: RecordReader, _ documents: [LegalDocument]) -> ComplianceRule {
    let subject = record.choice("subject", RuleSubject.Kind.self, "What it is judged for", "适用对象")
    let place = RuleProvision.Place(
      document: record.reference("document", to: "documents", "Where it is written", "出处"),
      article: record.optional("article", .name(), "Article or point", "条款") ?? BilingualText("", ""))
    return ComplianceRule(
      id: "", subject: subject, grade: record.choice("grade", Grade.self, "How well its text is known", "等级"),
      statement: record.name("statement", "What it asks", "要求"),
      cure: record.name("cure", "What mends a breach", "改正办法"),
      provisions: record.list("provisions", atLeast: 1, "What it asks in which case", "分情形要求") {
        RuleProvision.read($0, subject, place, documents)
      })
  }
}

extension RuleProvision {
  /// Where a provision is written, unless it says otherwise.
  struct Place {
    var document: String
    var article: BilingualText
  }

  static func read(
    _ record: RecordReader, _ subject: RuleSubject.Kind, _ place: Place, _ documents: [LegalDocument]
  ) -> RuleProvision {
    let named = record.optional("document", .reference(to: "documents"), "Another document", "另一文件")
    let document = documents.first { $0.id == named ?? place.document }
    return RuleProvision(
      document: document ?? LegalDocument(id: "", Self.unknown),
      article: record.optional("article", .name(), "Another article", "另一条款") ?? place.article,
      reach: record.optional("applies_to", .choice(Reach.self), "Whom it covers", "新设或既有") ?? .all,
      condition: record.optionalSection("when", "When it applies", "适用条件") { RulePredicate.read($0, subject) },
      requirement: record.section("requires", "What must hold", "须满足") { RulePredicate.read($0, subject) },
      severity: record.choice("severity", RuleSeverity.self, "What a breach means", "违反的性质"))
  }

  /// Stands in for a document that is not listed, which is reported.
  private static var unknown: LegalDocument.Content {
    LegalDocument.Content(title: BilingualText("", ""), number: "", from: nil, until: nil)
  }
}
