// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Classes of outcomes with their shares; uniform in the first, log-uniform between, a truncated Pareto in the last.
public struct MultipleBuckets: Hashable, Sendable {
  /// Upper bounds of all classes but the last, rising, above 0.
  public var bounds: [Double]

  /// One share a class, adding up to 1.
  public var shares: [Sourced<Share>]

  /// β of the last class.
  public var tailExponent: Sourced<Double>

  /// Takes every field.
  public init(bounds: [Double], shares: [Sourced<Share>], tailExponent: Sourced<Double>) {
    self.bounds = bounds
    self.shares = shares
    self.tailExponent = tailExponent
  }
}
