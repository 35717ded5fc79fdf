// SPDX-License-Identifier: GPL-3.0-or-later

/// The triangular distribution: a density that rises linearly to the mode and falls linearly after it.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 2, chapter 26.
@frozen
public struct Triangular: QuantileFunction {
  /// The smallest value.
  public let minimum: Double
  /// The most likely value.
  public let mode: Double
  /// The largest value.
  public let maximum: Double

  /// The distribution between two ends.
  ///
  /// - Parameters:
  ///   - minimum: The smallest value.
  ///   - mode: From `minimum` to `maximum`.
  ///   - maximum: The largest value, above `minimum`.
  /// - Throws: `NumericalFailure` if the three are not finite and in order.
  public init(minimum: Double, mode: Double, maximum: Double) throws(NumericalFailure) {
    try Domain.require(
      minimum <= mode && mode <= maximum && minimum < maximum && (maximum - minimum).isFinite, "Triangular",
      "minimum <= mode <= maximum, minimum < maximum"
    ) { "minimum \(minimum), mode \(mode), maximum \(maximum)" }
    self.minimum = minimum
    self.mode = mode
    self.maximum = maximum
  }

  /// `a + √(u (b−a)(c−a))` up to the mode `c`, then `b − √((1−u)(b−a)(b−c))`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    let range = maximum - minimum
    if u.lowerTail * range < mode - minimum {
      let x = minimum + (u.lowerTail * range * (mode - minimum)).squareRoot()
      return x < mode ? x : mode
    }
    let x = maximum - (u.upperTail * range * (maximum - mode)).squareRoot()
    return x > mode ? x : mode
  }

  /// `(x−a)²/((b−a)(c−a))` up to the mode, then `1 − (b−x)²/((b−a)(b−c))`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double {
    if x <= minimum { return 0 }
    if x >= maximum { return 1 }
    let range = maximum - minimum
    if x < mode { return (x - minimum) * (x - minimum) / (range * (mode - minimum)) }
    return 1 - (maximum - x) * (maximum - x) / (range * (maximum - mode))
  }

  /// `(a + b + c)/3`.
  public var mean: Double { (minimum + mode + maximum) / 3 }

  /// `((b−a)² + (c−a)(c−b))/18`.
  public var variance: Double {
    ((maximum - minimum) * (maximum - minimum) + (mode - minimum) * (mode - maximum)) / 18
  }
}
