// SPDX-License-Identifier: GPL-3.0-or-later

/// A class of entities in the tables.
public enum EntityClass: String, Hashable, Sendable, CaseIterable {
  /// A fund seen by all its investors together.
  case funds
  /// One class of investors of a fund.
  case classes
  /// The public account of one level of government.
  case publicMoney = "public_money"
  /// A region where capital is promoted.
  case regions
  /// Projects of a kind that are counted apart in a region.
  case tallies
  /// A promotion unit.
  case units
  /// The whole scenario.
  case all
}
