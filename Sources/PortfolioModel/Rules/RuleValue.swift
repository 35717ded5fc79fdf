// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rule reads from a field.
public enum RuleValue: Hashable, Sendable {
  /// Words of a list, each with the path that it stands at.
  case words([Word])
  /// Words that a list has for certain; more may not be known.
  case partly([Word])
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

extension RuleValue {
  /// The words of a list with their places.
  static func listed<Choice: RawRepresentable<String>>(_ choices: [Choice], at path: String) -> RuleValue {
    .words(choices.enumerated().map { Word($1.rawValue, at: "\(path).\($0)") })
  }

  /// Stated words and those that the terms show besides; where none are stated there may be more than these.
  static func listed<Choice: RawRepresentable<String>>(
    _ stated: [Choice]?, at path: String, shown: [Word]
  ) -> RuleValue? {
    guard let stated else { return shown.isEmpty ? nil : .partly(shown) }
    let words = stated.enumerated().map { Word($1.rawValue, at: "\(path).\($0)") }
    return .words(words + shown.filter { word in !words.contains { $0.text == word.text } })
  }
}
