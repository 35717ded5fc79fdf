// SPDX-License-Identifier: GPL-3.0-or-later

/// The check of parameters that every distribution makes when it is built.
enum Domain {
  /// Refuses parameters.
  ///
  /// - Parameters:
  ///   - holds: Whether they are acceptable; comparisons with NaN are not.
  ///   - routine: The type that is being built.
  ///   - demand: What would be accepted, in names and signs.
  ///   - given: What was given, described only if needed.
  /// - Throws: `NumericalFailure` unless `holds`.
  static func require(
    _ holds: Bool, _ routine: String, _ demand: String, given: () -> String
  ) throws(NumericalFailure) {
    guard !holds else { return }
    throw NumericalFailure(
      routine: routine, message: outside, context: context(given: given(), demand: demand))
  }

  /// What is wrong with such parameters.
  static let outside = NumericalFailure.Wording("parameters outside the domain", "参数超出定义域")

  /// What was given and what would be accepted, both in names and signs that are the same in every language.
  static func context(given: String, demand: String) -> NumericalFailure.Wording {
    .init("got \(given); needs \(demand)", "得到 \(given)；要求 \(demand)")
  }
}
