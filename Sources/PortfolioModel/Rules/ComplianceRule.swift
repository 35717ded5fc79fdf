// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A rule of law about funds or about investment promotion, as data: what it asks, of whom, since when, and how a breach
/// is mended.
public struct ComplianceRule: Hashable, Sendable {
  /// Such as `R17`; stable.
  public var id: String

  /// What it is judged for, one by one.
  public var subject: RuleSubject.Kind

  /// How well the text of the rule is known.
  public var grade: Grade

  /// What it asks, in our words.
  public var statement: BilingualText

  /// What mends a breach.
  public var cure: BilingualText

  /// What it asks in which case; at least one.
  public var provisions: [RuleProvision]

  /// Takes every field.
  public init(
    id: String, subject: RuleSubject.Kind, grade: Grade, statement: BilingualText, cure: BilingualText,
    provisions: [RuleProvision]
  ) {
    self.id = id
    self.subject = subject
    self.grade = grade
    self.statement = statement
    self.cure = cure
    self.provisions = provisions
  }

  /// The fields that it reads, each once, in the order in which they are asked for.
  public var fields: [RuleField] {
    var seen: Set<RuleField> = []
    return provisions.flatMap { ($0.condition?.fields ?? []) + $0.requirement.fields }
      .filter { seen.insert($0).inserted }
  }
}
