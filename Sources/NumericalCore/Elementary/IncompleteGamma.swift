// SPDX-License-Identifier: GPL-3.0-or-later

/// The regularised incomplete gamma functions of one shape, `P(a, x)` and `Q(a, x) = 1 − P(a, x)`.
///
/// Source: DLMF 8.2.4, 8.7.1 (series) and 8.9.2 (continued fraction). They are the distribution functions of
/// the gamma distribution with unit scale.
public struct IncompleteGamma: Sendable {
  /// The shape `a`, above 0.
  public let shape: Double
  let logGammaOfShape: Double

  /// The functions of one shape.
  ///
  /// - Parameter shape: `a`, above 0; anything else is a mistake of the caller.
  public init(shape: Double) {
    precondition(shape > 0, "a shape is positive")
    self.shape = shape
    logGammaOfShape = Elementary.logGamma(shape)
  }

  /// `P(a, x)`, the lower tail.
  ///
  /// - Parameter x: Any number; nothing lies below zero.
  /// - Returns: The probability, relative error below `(10 + a + x)·2⁻⁵⁰` where it is not close to underflow.
  /// - Complexity: O(√a) terms.
  public func lower(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? x : 0 }
    return x < shape + 1 ? seriesLower(x) : 1 - fractionUpper(x)
  }

  /// `Q(a, x)`, the upper tail.
  ///
  /// - Parameter x: Any number; nothing lies below zero.
  /// - Returns: The probability, relative error as for `lower(_:)`.
  /// - Complexity: O(√a) terms.
  public func upper(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? x : 1 }
    return x < shape + 1 ? 1 - seriesLower(x) : fractionUpper(x)
  }

  /// `x` times the density: `xᵃ e⁻ˣ/Γ(a)`.
  ///
  /// - Parameter x: Above 0.
  /// - Returns: The product, which is also the factor before both expansions.
  /// - Complexity: O(1).
  public func weight(_ x: Double) -> Double {
    Elementary.exp(shape * Elementary.log(x) - x - logGammaOfShape)
  }

  /// `P = weight/a · (1 + x/(a+1) + x²/((a+1)(a+2)) + …)`.
  private func seriesLower(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = shape
    repeat {
      divisor += 1
      term *= x / divisor
      sum += term
    } while term > sum * 0x1p-54
    return weight(x) / shape * sum
  }

  /// `Q = weight/(x + 1 − a − 1(1−a)/(x + 3 − a − …))`, by Lentz's method.
  private func fractionUpper(_ x: Double) -> Double {
    guard x < .infinity else { return 0 }
    var b = x + 1 - shape
    var c = 0x1p1000
    var d = 1 / b
    var fraction = d
    var n = 0.0
    var change: Double
    repeat {
      n += 1
      let numerator = -n * (n - shape)
      b += 2
      d = numerator * d + b
      c = b + numerator / c
      d = 1 / d
      change = d * c
      fraction *= change
    } while (change - 1).magnitude > 0x1p-52 && n < 100_000
    return weight(x) * fraction
  }
}
