// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rule reads from a field.
public enum RuleValue: Hashable, Sendable {
  /// Words of a list, each with the path that it stands at.
  case words([Word])
  /// A number in the unit of the field.
  case number(Double)
  /// A number that is known to lie in a range.
  case range(ClosedRange<Double>)
  /// A number on all replicates.
  case simulated(SimulatedRange)
  /// A truth value.
  case flag(Bool)

  /// One word with its place.
  public struct Word: Hashable, Sendable {
    /// The word.
    public var text: String
    /// The keys from the top of the scenario, joined by dots.
    public var path: String

    /// A word with its place.
    public init(_ text: String, at path: String) {
      self.text = text
      self.path = path
    }
  }
}
