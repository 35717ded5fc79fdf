// SPDX-License-Identifier: GPL-3.0-or-later

/// The exponential distribution: waiting times with a constant hazard.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 1, chapter 19.
@frozen
public struct Exponential: QuantileFunction {
  /// The expected value, the inverse of the hazard.
  public let mean: Double

  /// The distribution with the given mean.
  ///
  /// - Parameter mean: Above 0.
  /// - Throws: `NumericalFailure` if the mean is not positive and finite.
  public init(mean: Double) throws(NumericalFailure) {
    try Domain.require(mean > 0 && mean.isFinite, "Exponential", "mean > 0") { "mean \(mean)" }
    self.mean = mean
  }

  /// `−mean ln(1 − u)`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double { mean * u.exponential }

  /// `1 − exp(−x/mean)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double { x > 0 ? -Elementary.expm1(-x / mean) : 0 }

  /// `mean²`.
  public var variance: Double { mean * mean }
}
