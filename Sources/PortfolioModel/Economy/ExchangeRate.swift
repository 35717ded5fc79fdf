// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What one unit of another currency is worth, by calendar year; before the first and after the last year the nearest
/// holds. Amounts are converted when a scenario is read, so nothing moves with the rate afterwards.
public struct ExchangeRate: Hashable, Sendable {
  /// Calendar years, rising; at least one.
  public var years: [Int]

  /// Yuan for one unit, one number a year.
  public var yuan: [Sourced<Double>]

  /// Takes every field.
  public init(years: [Int], yuan: [Sourced<Double>]) {
    self.years = years
    self.yuan = yuan
  }

  /// Yuan for one unit in a year.
  public func yuan(in year: Int) -> Double { yuan[years.lastIndex { $0 <= year } ?? 0].value }
}
