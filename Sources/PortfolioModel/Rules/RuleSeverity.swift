// SPDX-License-Identifier: GPL-3.0-or-later

/// What it means to break a rule; the order is that of weight.
public enum RuleSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Worth knowing.
  case advice
  /// Allowed within limits, or in principle not.
  case limited
  /// Not allowed.
  case forbidden

  /// Whether breaking the left one weighs less.
  public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

  private var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
