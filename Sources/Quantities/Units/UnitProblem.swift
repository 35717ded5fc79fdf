// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is not a quantity of the kind that is wanted.
public enum UnitProblem: Error, Hashable, Sendable {
  /// It holds no number at its start or end.
  case notANumber
  /// The number is NaN, infinite, or too large or small for a double.
  case notFinite
  /// It is a bare number where a unit is needed.
  case missingUnit
  /// The unit is none of this kind's.
  case unknownUnit(String)
  /// The amount of money is finer than one fen.
  case finerThanFen
  /// The amount is in a currency for which there is no exchange rate.
  case noExchangeRate(Currency)
  /// The number lies outside what its kind allows.
  case outOfRange(allowed: String)
  /// A whole number is wanted.
  case notWhole
}
