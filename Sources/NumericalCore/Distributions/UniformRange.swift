// SPDX-License-Identifier: GPL-3.0-or-later

/// The uniform distribution over a range.
@frozen
public struct UniformRange: QuantileFunction {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// The distribution over a range.
  ///
  /// - Parameters:
  ///   - lower: The lower end.
  ///   - upper: The upper end, above `lower`.
  /// - Throws: `NumericalFailure` if the ends are not finite and in order.
  public init(lower: Double, upper: Double) throws(NumericalFailure) {
    try Domain.require(lower < upper && (upper - lower).isFinite, "UniformRange", "-∞ < lower < upper < ∞") {
      "lower \(lower), upper \(upper)"
    }
    self.lower = lower
    self.upper = upper
  }

  /// `lower + u (upper − lower)`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    let x = lower + u.value * (upper - lower)
    return x < upper ? x : upper
  }

  /// `(x − lower)/(upper − lower)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double { min(1, max(0, (x - lower) / (upper - lower))) }

  /// The middle.
  public var mean: Double { 0.5 * lower + 0.5 * upper }

  /// `(upper − lower)²/12`.
  public var variance: Double { (upper - lower) * (upper - lower) / 12 }
}
