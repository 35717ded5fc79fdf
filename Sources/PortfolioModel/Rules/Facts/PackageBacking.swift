// SPDX-License-Identifier: GPL-3.0-or-later

/// How a government stands behind a project.
public enum PackageBacking: String, Hashable, Sendable, CaseIterable {
  /// A guarantee.
  case guarantee
  /// A letter of comfort.
  case comfortLetter = "comfort_letter"
  /// A promise to buy back.
  case buyBack = "buy_back"
  /// Borrowing by a platform company to pay what was promised.
  case platformBorrowing = "platform_borrowing"
}
