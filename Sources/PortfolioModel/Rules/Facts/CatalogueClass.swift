// SPDX-License-Identifier: GPL-3.0-or-later

/// The classes of the national catalogue for guiding the structure of industry, 产业结构调整指导目录.
public enum CatalogueClass: String, Hashable, Sendable, CaseIterable {
  /// Encouraged.
  case encouraged
  /// Listed nowhere and lawful.
  case permitted
  /// Restricted.
  case restricted
  /// To be eliminated.
  case eliminated
}
