// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether the account of what investors are owed may fall below zero.
public enum BalanceFloor: String, Hashable, Sendable, CaseIterable {
  /// It stops at zero: gains do not count towards the preferred return on later contributions.
  case zero
  /// It may: the hurdle is a rate of return over all flows of the investors.
  case none
}
