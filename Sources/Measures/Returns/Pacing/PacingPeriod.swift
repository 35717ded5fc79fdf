// SPDX-License-Identifier: GPL-3.0-or-later

/// One year or quarter of a pacing schedule, in the unit of the commitment.
@frozen public struct PacingPeriod: Hashable, Sendable {
  /// Called from the investors during the period.
  public var contribution: Double
  /// Paid out to them.
  public var distribution: Double
  /// Held at the end of the period.
  public var netAssetValue: Double

  /// The three amounts of a period.
  @inlinable public init(contribution: Double, distribution: Double, netAssetValue: Double) {
    self.contribution = contribution
    self.distribution = distribution
    self.netAssetValue = netAssetValue
  }
}
