// SPDX-License-Identifier: GPL-3.0-or-later

/// The Pareto distribution cut off at a maximum: a power-law tail with finite moments.
///
/// `P(X > x) = ((m/x)^β − r)/(1 − r)` between the minimum `m` and the maximum `M`, `r = (m/M)^β`. The exponent `β` is
/// that of the tail probability; the density falls as `x^−(β+1)`. Source: Aban, Meerschaert and Panorska,
/// *JASA* 101 (2006).
@frozen
public struct TruncatedPareto: QuantileFunction {
  /// The smallest value, above 0.
  public let minimum: Double
  /// The exponent `β` of the tail probability, above 0.
  public let exponent: Double
  /// The largest value, above the minimum.
  public let maximum: Double
  /// `(minimum/maximum)^exponent`.
  @usableFromInline let cut: Double

  /// The distribution with the given tail.
  ///
  /// - Parameters:
  ///   - minimum: Above 0.
  ///   - exponent: `β`, above 0.
  ///   - maximum: Above `minimum`, finite.
  /// - Throws: `NumericalFailure` if a parameter is outside its domain.
  public init(minimum: Double, exponent: Double, maximum: Double) throws(NumericalFailure) {
    try Domain.require(
      minimum > 0 && maximum > minimum && maximum.isFinite && exponent > 0 && exponent.isFinite, "TruncatedPareto",
      "0 < minimum < maximum < ∞, exponent > 0"
    ) { "minimum \(minimum), exponent \(exponent), maximum \(maximum)" }
    self.minimum = minimum
    self.exponent = exponent
    self.maximum = maximum
    cut = Elementary.pow(minimum / maximum, exponent)
  }

  /// `minimum (1 − u (1 − r))^(−1/β)`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double { value(below: u.lowerTail, above: u.upperTail) }

  /// The value with the given probabilities, which sum to 1, of smaller and of larger values.
  @inlinable
  func value(below: Double, above: Double) -> Double {
    let survival = above + below * cut
    let x = minimum * Elementary.exp(-Elementary.log(survival) / exponent)
    return x < minimum ? minimum : x > maximum ? maximum : x
  }

  /// `(1 − (m/x)^β)/(1 − r)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double {
    if x <= minimum { return 0 }
    if x >= maximum { return 1 }
    return -Elementary.expm1(exponent * Elementary.log(minimum / x)) / (1 - cut)
  }

  /// `m β/(β − 1)·(1 − (m/M)^(β−1))/(1 − r)`, or `m ln(M/m)/(1 − r)` for `β = 1`.
  public var mean: Double { moment(1) }

  /// The second moment, likewise, less the squared mean.
  public var variance: Double { max(0, moment(2) - moment(1) * moment(1)) }

  /// `E Xᵏ = β mᵏ/(1 − r)·(1 − (m/M)^(β−k))/(β − k)`, the last factor `ln(M/m)` for `β = k`.
  private func moment(_ order: Double) -> Double {
    let reach = Elementary.log(maximum / minimum)
    let excess = exponent - order
    let integral = excess == 0 ? reach : -Elementary.expm1(-excess * reach) / excess
    return exponent * Elementary.pow(minimum, order) * integral / (1 - cut)
  }
}
