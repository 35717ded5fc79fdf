// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A listed total-return index, driven by the common factor and noise of its own.
public struct ListedIndex: Hashable, Sendable {
  /// Expected yearly return.
  public var growth: Sourced<AnnualRate>

  /// Yearly volatility.
  public var volatility: Sourced<AnnualRate>

  /// The part of its variance that is the common factor's.
  public var factorWeight: Sourced<Share>

  /// Takes every field.
  public init(growth: Sourced<AnnualRate>, volatility: Sourced<AnnualRate>, factorWeight: Sourced<Share>) {
    self.growth = growth
    self.volatility = volatility
    self.factorWeight = factorWeight
  }
}
