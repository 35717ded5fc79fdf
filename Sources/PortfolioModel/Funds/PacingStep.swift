// SPDX-License-Identifier: GPL-3.0-or-later

/// The period of a pacing law.
public enum PacingStep: String, Hashable, Sendable, CaseIterable {
  /// A year's flows fall in its fourth quarter.
  case year
  /// A yearly rate r is split as 1 − (1 − r)^(1/4).
  case quarter
}
