// SPDX-License-Identifier: GPL-3.0-or-later

/// What a fee rate applies to.
public enum FeeBase: String, Hashable, Sendable, CaseIterable {
  /// Commitments.
  case committed
  /// Paid-in capital.
  case paidIn = "paid_in"
  /// Cost of the companies held at the start of the quarter.
  case investedCost = "invested_cost"
  /// Reported net asset value at the start of the quarter.
  case nav
}
