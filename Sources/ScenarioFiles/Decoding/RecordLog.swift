// SPDX-License-Identifier: GPL-3.0-or-later

/// What was asked of one mapping while it was read or described.
final class RecordLog {
  /// The keys asked for, in order.
  var asked: [String] = []
  /// The keys that could not be read.
  var failed: Set<String> = []
  /// What is to be reported of keys that are not written, by key.
  var missing: [String: ScenarioIssue] = [:]
  /// Whether unknown keys are not to be reported, because it is not clear which alternative is meant.
  var acceptsAnyKey = false
  /// Whether missing keys are not to be reported, because the preset that should give them is unknown.
  var acceptsMissing = false
  /// The keys of the other forms of a variant, which may be null: a variant of a scenario that changes the form so takes
  /// away what only the old one has.
  var deletable: Set<String> = []
  /// The fields, while describing.
  var description = RecordDescription()
}
