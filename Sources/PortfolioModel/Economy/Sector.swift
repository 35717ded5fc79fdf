// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A sector of companies: its share in the common factor and its market valuation level.
public struct Sector: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// The part w of the sector factor's variance that is the common factor's.
  public var factorWeight: Sourced<Share>

  /// Quarterly correlation of the sector's own factor.
  public var persistence: Sourced<Double>

  /// Yearly growth g of the valuation level: log P grows by (log(1+g) − σ²/2)/4 a quarter on average.
  public var growth: Sourced<AnnualRate>

  /// Yearly volatility σ of the valuation level.
  public var volatility: Sourced<AnnualRate>

  /// Takes every field.
  public init(
    name: BilingualText, factorWeight: Sourced<Share>, persistence: Sourced<Double>, growth: Sourced<AnnualRate>,
    volatility: Sourced<AnnualRate>
  ) {
    self.name = name
    self.factorWeight = factorWeight
    self.persistence = persistence
    self.growth = growth
    self.volatility = volatility
  }
}
