// SPDX-License-Identifier: GPL-3.0-or-later

/// The PERT distribution: a beta distribution between two ends, given by its mode.
///
/// `a + (b−a)·Beta(1 + λ (c−a)/(b−a), 1 + λ (b−c)/(b−a))`, mean `(a + λc + b)/(λ + 2)`. Source: Malcolm, Roseboom, Clark
/// and Fazar, *Operations Research* 7 (1959), with `λ = 4`; Vose, *Risk Analysis*, 2000, for other `λ`.
@frozen
public struct Pert: QuantileFunction {
  /// The smallest value.
  public let minimum: Double
  /// The most likely value.
  public let mode: Double
  /// The largest value.
  public let maximum: Double
  /// The weight `λ` of the mode.
  public let weight: Double
  @usableFromInline let beta: Beta

  /// The distribution between two ends.
  ///
  /// - Parameters:
  ///   - minimum: The smallest value.
  ///   - mode: From `minimum` to `maximum`.
  ///   - maximum: The largest value, above `minimum`.
  ///   - weight: `λ`, 0 (uniform) to 1000; usually 4.
  /// - Throws: `NumericalFailure` if the three are not finite and in order or the weight is outside its range.
  /// - Complexity: A table, as `Beta`.
  public init(minimum: Double, mode: Double, maximum: Double, weight: Double = 4) throws(NumericalFailure) {
    try Domain.require(
      minimum <= mode && mode <= maximum && minimum < maximum && (maximum - minimum).isFinite
        && (0...1000).contains(weight), "Pert", "minimum <= mode <= maximum, minimum < maximum, 0 <= weight <= 1000"
    ) { "minimum \(minimum), mode \(mode), maximum \(maximum), weight \(weight)" }
    self.minimum = minimum
    self.mode = mode
    self.maximum = maximum
    self.weight = weight
    let range = maximum - minimum
    beta = try Beta(
      a: 1 + weight * (mode - minimum) / range, b: 1 + weight * (maximum - mode) / range)
  }

  /// `a + (b − a)` times the beta quantile.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    let x = minimum + (maximum - minimum) * beta.quantile(u)
    return x < maximum ? x : maximum
  }

  /// The beta distribution function at `(x − a)/(b − a)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double { beta.cumulative((x - minimum) / (maximum - minimum)) }

  /// `(a + λc + b)/(λ + 2)`.
  public var mean: Double { (minimum + weight * mode + maximum) / (weight + 2) }

  /// `(b − a)²` times the variance of the beta distribution.
  public var variance: Double { (maximum - minimum) * (maximum - minimum) * beta.variance }
}
