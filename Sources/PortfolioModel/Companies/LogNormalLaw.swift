// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A lognormal factor.
public struct LogNormalLaw: Hashable, Sendable {
  /// exp(μ), above 0.
  public var median: Sourced<Double>

  /// Standard deviation of the logarithm, not negative.
  public var sigma: Sourced<Double>

  /// Takes every field.
  public init(median: Sourced<Double>, sigma: Sourced<Double>) {
    self.median = median
    self.sigma = sigma
  }
}
