// SPDX-License-Identifier: GPL-3.0-or-later

/// How moves of the valuation level enter values.
public enum MarketConvention: String, Hashable, Sendable, CaseIterable {
  /// Only the surprise, because published step-ups already contain the drift.
  case relative
  /// The whole move.
  case total
}
