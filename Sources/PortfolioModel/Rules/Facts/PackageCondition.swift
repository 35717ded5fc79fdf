// SPDX-License-Identifier: GPL-3.0-or-later

/// What a contract with a firm asks for.
public enum PackageCondition: String, Hashable, Sendable, CaseIterable {
  /// The firm must register in the place.
  case registration
  /// The firm must buy in the place.
  case purchase
  /// The firm must open a branch in the place.
  case branch
}
