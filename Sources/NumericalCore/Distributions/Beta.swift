// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// The beta distribution on 0...1, with density proportional to `xᵃ⁻¹ (1 − x)ᵇ⁻¹`.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 2, chapter 25. The quantile is
/// tabulated; building takes milliseconds, so keep it.
@frozen
public struct Beta: QuantileFunction {
  /// The exponent of `x`, 0.1 to 10,000.
  public let a: Double
  /// The exponent of `1 − x`, 0.1 to 10,000.
  public let b: Double
  @usableFromInline let table: TabulatedQuantile

  /// The distribution with the given exponents.
  ///
  /// - Parameters:
  ///   - a: 0.1 to 10,000.
  ///   - b: 0.1 to 10,000.
  /// - Throws: `NumericalFailure` if an exponent is outside its domain.
  /// - Complexity: About 14,000 incomplete beta functions.
  public init(a: Double, b: Double) throws(NumericalFailure) {
    try Self.requireDomain(a: a, b: b)
    self.a = a
    self.b = b
    table = .beta(a: a, b: b)
  }

  /// The quantile; below the median it, above the median its distance to 1 is within 3e-9 relative of the exact one
  /// for exponents of 0.3 and more, 8e-7 for 0.1; but never nearer than the spacing of numbers below 1.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  public func quantile(_ u: Uniform) -> Double { table.quantile(u) }

  private static func requireDomain(a: Double, b: Double) throws(NumericalFailure) {
    let allowed = 0.1...10_000
    try Domain.require(allowed.contains(a) && allowed.contains(b), "Beta", "0.1 <= a, b <= 10000") {
      "a \(a), b \(b)"
    }
  }

  /// `Iₓ(a, b)` at equal steps from 0 to 1, for those who need no quantiles and so no table of them.
  ///
  /// - Parameters:
  ///   - a: 0.1 to 10,000.
  ///   - b: 0.1 to 10,000.
  ///   - steps: How many, at least 1.
  /// - Returns: The probabilities of values not above 0, 1/steps, …, 1.
  /// - Throws: `NumericalFailure` if an exponent is outside its domain.
  /// - Complexity: One incomplete beta function a step.
  public static func cumulative(a: Double, b: Double, steps: Int) throws(NumericalFailure) -> [Double] {
    try requireDomain(a: a, b: b)
    let function = IncompleteBeta(a: a, b: b)
    return (0...steps).map { function.lower(Double($0) / Double(steps)) }
  }

  /// `Iₓ(a, b)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double { IncompleteBeta(a: a, b: b).lower(x) }

  /// `a/(a + b)`.
  public var mean: Double { a / (a + b) }

  /// `ab/((a + b)² (a + b + 1))`.
  public var variance: Double { a * b / ((a + b) * (a + b) * (a + b + 1)) }
}

extension TabulatedQuantile {
  /// The quantiles of the beta distribution; the upper tail is the lower tail of the reflected distribution.
  ///
  /// - Parameters:
  ///   - a: 0.1 to 10,000.
  ///   - b: 0.1 to 10,000.
  /// - Returns: The table.
  static func beta(a: Double, b: Double) -> TabulatedQuantile {
    GSLErrors.silence
    let direct = IncompleteBeta(a: a, b: b)
    let reflected = IncompleteBeta(a: b, b: a)
    let below = median(of: direct)
    let above = median(of: reflected)
    // The two medians sum to 1; the smaller one has the more digits.
    let lower = nodes(of: direct, median: below <= above ? below : 1 - above)
    let upper = nodes(of: reflected, median: below <= above ? 1 - below : above)
    return TabulatedQuantile(
      lower: lower, upper: upper.map { TabulatedNode(value: 1 - $0.value, slope: -$0.slope) })
  }

  private static func median(of function: IncompleteBeta) -> Double {
    TailInversion.settled(from: gsl_cdf_beta_Pinv(0.5, function.a, function.b)) { function.lower($0) >= 0.5 }
  }

  private static func nodes(of function: IncompleteBeta, median: Double) -> [TabulatedNode] {
    TailInversion.nodes(median: median) { x in
      TailInversion.Point(
        tail: function.lower(x),
        slope: function.weight(x) / (x * (1 - x)),
        bend: (function.a - 1) / x - (function.b - 1) / (1 - x))
    }
  }
}
