// SPDX-License-Identifier: GPL-3.0-or-later

/// A field that rules can read: a fact, a term of a fund, or something that follows from several terms.
///
/// The registry of all fields, `RuleField.all`, is the one place where rules meet the model: when the model learns
/// something that was a fact before, such as the depth of a tree of funds, only the reading function changes.
public struct RuleField: Hashable, Sendable {
  /// What numbers of a field are.
  public enum Unit: String, Hashable, Sendable {
    /// Words, flags and pure numbers.
    case none
    /// A part of a whole, shown in percent.
    case share
    /// Years.
    case years
  }

  /// What rules call it.
  public let name: String
  /// Whose field it is.
  public let subject: RuleSubject.Kind
  /// Where it stands in a scenario; `*` is the id of the subject.
  public let pattern: String
  /// The words that it can hold; empty for numbers and flags.
  public let words: [String]
  /// What its numbers are.
  public let unit: Unit
  /// Whether only a simulation tells its value.
  public let isOutcome: Bool

  /// Whether a subject has the facts without which no simulation tells its value.
  let isAsked: @Sendable (RuleSubject) -> Bool
  let place: @Sendable (RuleSubject, _ isKnown: Bool) -> String?
  let read: @Sendable (RuleSubject, _ path: String) -> RuleValue?

  init(
    _ name: String, of subject: RuleSubject.Kind, at pattern: String, words: [String] = [], unit: Unit = .none,
    isOutcome: Bool = false, isAsked: @escaping @Sendable (RuleSubject) -> Bool = { _ in true },
    place: @escaping @Sendable (RuleSubject, _ isKnown: Bool) -> String? = { _, _ in nil },
    read: @escaping @Sendable (RuleSubject, _ path: String) -> RuleValue?
  ) {
    self.name = name
    self.subject = subject
    self.pattern = pattern
    self.words = words
    self.unit = unit
    self.isOutcome = isOutcome
    self.isAsked = isAsked
    self.place = place
    self.read = read
  }

  /// Where it stands for a subject: what decides its value, or what is to be given to know it.
  public func path(of subject: RuleSubject, isKnown: Bool = true) -> String {
    if let path = place(subject, isKnown) { return path }
    let path = pattern.split(separator: ".").map { $0 == "*" ? subject.id : String($0) }.joined(separator: ".")
    // The facts of an instrument stand with it.
    let packages = "compliance.promotion.packages."
    let instrument = packages + subject.id
    guard subject.kind == .package, subject.id.hasPrefix("instruments."), path.hasPrefix(instrument) else {
      return path
    }
    return subject.id + ".facts" + path.dropFirst(instrument.count)
  }

  /// Its value for a subject; nothing where it is not known.
  public func value(of subject: RuleSubject) -> RuleValue? { read(subject, path(of: subject)) }

  /// Fields are the same where their subjects and names are.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.subject == right.subject }

  /// Feeds subject and name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(name)
  }

  /// The field of a kind of subject with a name.
  public static func named(_ name: String, of subject: RuleSubject.Kind) -> RuleField? {
    all.first { $0.name == name && $0.subject == subject }
  }

  /// Every field that a rule can read.
  public static let all: [RuleField] =
    fundFacts + fundTerms + fundOutcomes + governmentFacts + promotionFacts + packageFacts
}
