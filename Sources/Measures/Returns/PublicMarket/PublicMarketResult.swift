// SPDX-License-Identifier: GPL-3.0-or-later

/// A fund restated as an investment in the index: the changed quantity and the internal rate that follows.
@frozen public struct PublicMarketResult: Hashable, Sendable {
  /// Long-Nickels and mPME: the final value of the index investment; PME+: the factor on distributions.
  public var quantity: Double
  /// The internal rate of the restated flows, per year; to be compared with the fund's own.
  public var rate: InternalRate

  /// A quantity with its rate.
  @inlinable public init(quantity: Double, rate: InternalRate) {
    self.quantity = quantity
    self.rate = rate
  }
}
