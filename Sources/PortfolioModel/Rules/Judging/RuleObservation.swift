// SPDX-License-Identifier: GPL-3.0-or-later

/// A field with what a rule found there.
public struct RuleObservation: Hashable, Sendable {
  /// The field.
  public var field: RuleField
  /// The place of what was found, or of the field.
  public var path: String
  /// What was found; nothing where it is not known.
  public var value: RuleValue?

  init(_ field: RuleField, _ subject: RuleSubject, path: String? = nil, value: RuleValue?, isKnown: Bool = true) {
    self.field = field
    self.path = path ?? field.path(of: subject, isKnown: isKnown)
    self.value = value
  }
}

/// What a predicate says of a subject.
enum RuleVerdict: Hashable, Sendable {
  case holds(RuleObservation)
  case fails(RuleObservation)
  case unknown(RuleObservation)

  /// What is known of a field does not settle it.
  static func unknown(_ field: RuleField, _ subject: RuleSubject, value: RuleValue? = nil) -> RuleVerdict {
    .unknown(RuleObservation(field, subject, value: value, isKnown: false))
  }
}
