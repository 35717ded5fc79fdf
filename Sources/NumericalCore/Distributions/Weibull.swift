// SPDX-License-Identifier: GPL-3.0-or-later

/// The Weibull distribution: waiting times with a hazard that grows or falls as a power of time.
///
/// `P(X > x) = exp(−(x/scale)^shape)`. Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions*
/// 1, chapter 21.
@frozen
public struct Weibull: QuantileFunction {
  /// The power; below 1 the hazard falls, above 1 it grows.
  public let shape: Double
  /// The value that a share `1/e` exceeds.
  public let scale: Double

  /// The distribution with the given shape and scale.
  ///
  /// - Parameters:
  ///   - shape: Above 0.
  ///   - scale: Above 0.
  /// - Throws: `NumericalFailure` if a parameter is not positive and finite.
  public init(shape: Double, scale: Double) throws(NumericalFailure) {
    try Domain.require(
      shape > 0 && shape.isFinite && scale > 0 && scale.isFinite, "Weibull", "shape > 0, scale > 0"
    ) { "shape \(shape), scale \(scale)" }
    self.shape = shape
    self.scale = scale
  }

  /// `scale (−ln(1 − u))^(1/shape)`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double { scale * Elementary.pow(u.exponential, 1 / shape) }

  /// `1 − exp(−(x/scale)^shape)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double {
    x > 0 ? -Elementary.expm1(-Elementary.pow(x / scale, shape)) : 0
  }

  /// `scale Γ(1 + 1/shape)`.
  public var mean: Double { scale * gamma(1) }

  /// `scale² (Γ(1 + 2/shape) − Γ(1 + 1/shape)²)`.
  public var variance: Double { scale * scale * (gamma(2) - gamma(1) * gamma(1)) }

  private func gamma(_ order: Double) -> Double { Elementary.exp(Elementary.logGamma(1 + order / shape)) }
}
