// SPDX-License-Identifier: GPL-3.0-or-later

/// How a rule stands.
public enum RuleStatus: String, Hashable, Sendable, CaseIterable {
  /// It is broken.
  case broken
  /// Something that it reads is not known.
  case noData = "no_data"
  /// It is kept.
  case kept = "ok"
  /// It does not apply.
  case notApplicable = "not_applicable"
}
