// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the catch-up tier ends; with a full catch-up both are the same.
public enum CatchUpEnd: String, Hashable, Sendable, CaseIterable {
  /// When the manager has its share of all profit.
  case parity
  /// When the manager has what a full catch-up would have given it.
  case fixedGross = "fixed_gross"
}
