// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A rate by calendar year; before the first and after the last year the nearest holds.
public struct YearlyPath: Hashable, Sendable {
  /// Calendar years, rising; empty for a path that is zero throughout.
  public var years: [Int]

  /// One rate a year.
  public var rates: [Sourced<AnnualRate>]

  /// Takes every field.
  public init(years: [Int], rates: [Sourced<AnnualRate>]) {
    self.years = years
    self.rates = rates
  }
}
