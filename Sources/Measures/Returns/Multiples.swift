// SPDX-License-Identifier: GPL-3.0-or-later

/// The multiples of a fund or of an investor: what came back, and what is held, per unit paid in.
@frozen public struct Multiples: Hashable, Sendable {
  /// Everything paid in, fees included; not negative.
  public var paidIn: Double
  /// Everything distributed, in the same unit; not negative.
  public var distributed: Double
  /// The value still held, in the same unit.
  public var netAssetValue: Double

  /// The three amounts, in one unit of money.
  @inlinable public init(paidIn: Double, distributed: Double, netAssetValue: Double = 0) {
    self.paidIn = paidIn
    self.distributed = distributed
    self.netAssetValue = netAssetValue
  }

  /// Distributions to paid-in, `distributed / paidIn`; missing where nothing was paid in.
  @inlinable public var dpi: Double? { paidIn == 0 ? nil : distributed / paidIn }
  /// Residual value to paid-in, `netAssetValue / paidIn`; missing where nothing was paid in.
  @inlinable public var rvpi: Double? { paidIn == 0 ? nil : netAssetValue / paidIn }
  /// Total value to paid-in, `(distributed + netAssetValue) / paidIn`; missing where nothing was paid in.
  @inlinable public var tvpi: Double? { paidIn == 0 ? nil : (distributed + netAssetValue) / paidIn }
}
