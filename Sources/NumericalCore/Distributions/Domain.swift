// SPDX-License-Identifier: GPL-3.0-or-later

/// The check of parameters that every distribution makes when it is built.
enum Domain {
  /// Refuses parameters.
  ///
  /// - Parameters:
  ///   - holds: Whether they are acceptable; comparisons with NaN are not.
  ///   - routine: The type that is being built.
  ///   - demand: What would be accepted.
  ///   - given: What was given, described only if needed.
  /// - Throws: `NumericalFailure` unless `holds`.
  static func require(
    _ holds: Bool, _ routine: String, _ demand: String, given: () -> String
  ) throws(NumericalFailure) {
    guard !holds else { return }
    throw NumericalFailure(
      routine: routine, message: "parameters outside the domain", context: "got \(given()); needs \(demand)")
  }
}
