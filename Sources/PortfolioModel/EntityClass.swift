// SPDX-License-Identifier: GPL-3.0-or-later

/// A class of entities in the tables.
public enum EntityClass: String, Hashable, Sendable, CaseIterable {
  /// A fund seen by all its investors together.
  case funds
  /// One class of investors of a fund.
  case classes
  /// The public account of one level of government.
  case publicMoney = "public_money"
  /// An instrument beside the funds.
  case instruments
  /// The whole scenario.
  case all
}
