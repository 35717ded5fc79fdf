// SPDX-License-Identifier: GPL-3.0-or-later

/// The regularised incomplete beta function `Iₓ(a, b)`, the distribution function of the beta distribution.
///
/// Source: DLMF 8.17.2, 8.17.4 (reflection) and 8.17.22 (continued fraction).
public struct IncompleteBeta: Sendable {
  /// The exponent `a` of `x`, above 0.
  public let a: Double
  /// The exponent `b` of `1 − x`, above 0.
  public let b: Double
  let logBeta: Double

  /// The function of one pair of exponents.
  ///
  /// - Parameters:
  ///   - a: Above 0.
  ///   - b: Above 0; anything else is a mistake of the caller.
  public init(a: Double, b: Double) {
    precondition(a > 0 && b > 0, "both exponents are positive")
    self.a = a
    self.b = b
    logBeta = Elementary.logGamma(a) + Elementary.logGamma(b) - Elementary.logGamma(a + b)
  }

  /// `Iₓ(a, b)`.
  ///
  /// - Parameter x: Any number; nothing lies outside 0...1.
  /// - Returns: The probability, error below `(20 + (a + b) ln(a + b))·2⁻⁵⁰`, relative where `x (a + b + 2) ≤ a + 1`.
  /// - Complexity: O(√max(a, b)) steps.
  public func lower(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? x : 0 }
    guard x < 1 else { return 1 }
    let weight = weight(x)
    if x * (a + b + 2) <= a + 1 { return weight / a * Self.fraction(x, a, b) }
    return 1 - weight / b * Self.fraction(1 - x, b, a)
  }

  /// `x (1 − x)` times the density: `xᵃ (1 − x)ᵇ/B(a, b)`.
  ///
  /// - Parameter x: Inside 0..<1.
  /// - Returns: The product, which is also the factor before the continued fraction.
  /// - Complexity: O(1).
  public func weight(_ x: Double) -> Double {
    Elementary.exp(a * Elementary.log(x) + b * Elementary.log1p(-x) - logBeta)
  }

  /// `1/(1 + d₁/(1 + d₂/(1 + …)))` by Lentz's method, for `x` below `(a + 1)/(a + b + 2)`.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / (1 - (a + b) * x / (a + 1))
    var fraction = d
    var m = 0.0
    var change: Double
    repeat {
      m += 1
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / (1 + even * d)
      c = 1 + even / c
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / (1 + odd * d)
      c = 1 + odd / c
      change = d * c
      fraction *= change
    } while (change - 1).magnitude > 0x1p-52 && m < 100_000
    return fraction
  }
}
