// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a rule asks in one case.
public struct RuleProvision: Hashable, Sendable {
  /// Whom a provision covers, by the day on which the subject came to be.
  public enum Reach: String, Hashable, Sendable, CaseIterable {
    /// Everybody.
    case all
    /// Those since the document holds.
    case new
    /// Those from before.
    case existing
  }

  /// Where it is written; its dates are those of the provision.
  public var document: LegalDocument

  /// Which article or point.
  public var article: BilingualText

  /// Whom it covers.
  public var reach: Reach

  /// When it applies; always where there is none.
  public var condition: RulePredicate?

  /// What must hold.
  public var requirement: RulePredicate

  /// What a breach means.
  public var severity: RuleSeverity

  /// Takes every field.
  public init(
    document: LegalDocument, article: BilingualText, reach: Reach, condition: RulePredicate?,
    requirement: RulePredicate, severity: RuleSeverity
  ) {
    self.document = document
    self.article = article
    self.reach = reach
    self.condition = condition
    self.requirement = requirement
    self.severity = severity
  }

  /// Document with its number, and article.
  public var clause: BilingualText {
    let number = document.number.isEmpty ? "" : "(\(document.number))"
    let english = [document.title.english, number].filter { !$0.isEmpty }.joined(separator: " ")
    return BilingualText(
      [english, article.english].filter { !$0.isEmpty }.joined(separator: ", "),
      "《\(document.title.chinese)》\(number)\(article.chinese)")
  }
}
