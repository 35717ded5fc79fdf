// SPDX-License-Identifier: GPL-3.0-or-later

/// What must hold of the fields of a subject; the few forms that all rules are made of.
public enum RulePredicate: Hashable, Sendable {
  /// A list has none of some words.
  case excludes(RuleField, [String])
  /// A list has all of some words.
  case includes(RuleField, [String])
  /// A list has at least one of some words.
  case includesAny(RuleField, [String])
  /// A list has no other words, and at least one.
  case within(RuleField, [String])
  /// Two lists have no word in common.
  case disjoint(RuleField, RuleField)
  /// A number is at most so much.
  case atMost(RuleField, Double)
  /// A number is at least so much.
  case atLeast(RuleField, Double)
  /// A number is less than so much.
  case below(RuleField, Double)
  /// A flag has a value.
  case flag(RuleField, Bool)
  /// Every one of some predicates holds.
  case all([RulePredicate])
  /// At least one of some predicates holds.
  case any([RulePredicate])

  /// The fields that it reads.
  public var fields: [RuleField] {
    switch self {
    case .excludes(let field, _), .includes(let field, _), .includesAny(let field, _), .within(let field, _),
      .atMost(let field, _), .atLeast(let field, _), .below(let field, _), .flag(let field, _):
      [field]
    case .disjoint(let left, let right): [left, right]
    case .all(let parts), .any(let parts): parts.flatMap(\.fields)
    }
  }
}
