// SPDX-License-Identifier: GPL-3.0-or-later

/// The lognormal distribution: `ln X` is normal with mean `mu` and standard deviation `sigma`.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 1, chapter 14.
@frozen
public struct LogNormal: QuantileFunction {
  /// The mean of the logarithm.
  public let mu: Double
  /// The standard deviation of the logarithm, not negative.
  public let sigma: Double
  @usableFromInline let normal: NormalQuantile

  /// The distribution with the given mean and standard deviation of the logarithm.
  ///
  /// - Parameters:
  ///   - mu: Mean of `ln X`.
  ///   - sigma: Standard deviation of `ln X`, at least 0.
  /// - Throws: `NumericalFailure` if a parameter is not finite or `sigma` is negative.
  public init(mu: Double, sigma: Double) throws(NumericalFailure) {
    try Domain.require(mu.isFinite && sigma.isFinite && sigma >= 0, "LogNormal", "|mu| < ∞, 0 <= sigma < ∞") {
      "mu \(mu), sigma \(sigma)"
    }
    self.mu = mu
    self.sigma = sigma
    normal = .shared
  }

  /// The distribution with the given median.
  ///
  /// - Parameters:
  ///   - median: `exp(mu)`, above 0.
  ///   - sigma: Standard deviation of `ln X`, at least 0.
  /// - Throws: `NumericalFailure` if the median is not positive and finite or `sigma` is negative.
  public init(median: Double, sigma: Double) throws(NumericalFailure) {
    try Domain.require(median > 0 && median.isFinite, "LogNormal", "0 < median < ∞") { "median \(median)" }
    try self.init(mu: Elementary.log(median), sigma: sigma)
  }

  /// `exp(mu + sigma z(u))`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    Elementary.exp(mu + sigma * normal.quantile(u))
  }

  /// `Φ((ln x − mu)/sigma)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard sigma > 0 else { return Elementary.log(x) >= mu ? 1 : 0 }
    return Elementary.normalCumulative((Elementary.log(x) - mu) / sigma)
  }

  /// `exp(mu + sigma²/2)`.
  public var mean: Double { Elementary.exp(mu + 0.5 * sigma * sigma) }

  /// `(exp(sigma²) − 1) exp(2 mu + sigma²)`.
  public var variance: Double { Elementary.expm1(sigma * sigma) * Elementary.exp(2 * mu + sigma * sigma) }
}
