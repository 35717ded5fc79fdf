// SPDX-License-Identifier: GPL-3.0-or-later

extension Elementary {
  /// The standard normal density `φ(z) = exp(−z²/2)/√(2π)`.
  ///
  /// - Parameter z: Any number.
  /// - Returns: The density, with a relative error below 1e-15.
  /// - Complexity: O(1).
  @inlinable
  public static func normalDensity(_ z: Double) -> Double {
    0.39894228040143267794 * gaussian(z.magnitude)
  }

  /// The standard normal distribution function `Φ(z)`, accurate in relative terms in the lower tail.
  ///
  /// For `z ≤ 0`, `Φ(z) = exp(−z²/2) g(q)/(1 + 2|z|)` with `q = (|z| − 5)/(|z| + 5)` and `g` a polynomial of
  /// degree 23, interpolated at Chebyshev's points in 60-digit arithmetic (error 3e-17). Source of the form:
  /// Shepherd and Laframboise, *Math. Comp.* 36 (1981) 249-253.
  ///
  /// - Parameter z: Any number.
  /// - Returns: `Φ(z)` with a relative error below 1.2e-15 for `z > −37`, subnormal and then zero below -38.
  /// - Complexity: O(1).
  @inlinable
  public static func normalCumulative(_ z: Double) -> Double {
    let lower = normalTail(z.magnitude)
    return z > 0 ? 1 - lower : lower
  }

  /// The complementary error function `erfc x = 2 Φ(−x√2)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: `erfc x`; the relative error grows with `x²` as that of `x√2`, below `(4 + 2x²)·2⁻⁵³`.
  /// - Complexity: O(1).
  @inlinable
  public static func erfc(_ x: Double) -> Double {
    2 * normalCumulative(-x * 1.4142135623730950488)
  }

  /// `Φ(z) − ½` for moderate `z`, accurate in relative terms around zero.
  ///
  /// `φ(z) Σ z²ⁿ⁺¹/(1·3·5⋯(2n+1))`, whose terms have one sign. Source: Abramowitz and Stegun 26.2.11.
  ///
  /// - Parameter z: Any number; more than 6 in magnitude costs many terms.
  /// - Returns: The probability of lying between 0 and `z`, negative for negative `z`.
  /// - Complexity: About `12 + 2z²` terms.
  public static func normalCentral(_ z: Double) -> Double {
    let square = z * z
    var term = z
    var sum = z
    var odd = 3.0
    while term.magnitude > sum.magnitude * 0x1p-56 {
      term *= square / odd
      sum += term
      odd += 2
    }
    return normalDensity(z) * sum
  }

  /// `exp(−z²/2)` for `z ≥ 0`: the square of the upper half of the bits is exact, the rest is a small correction.
  @inlinable
  static func gaussian(_ z: Double) -> Double {
    guard z < 39 else { return z.isNaN ? z : 0 }
    let head = Double(bitPattern: z.bitPattern & 0xffff_ffff_f800_0000)
    let rest = 0.5 * (z - head) * (z + head)
    return exp(-0.5 * head * head) * (1 - rest * (1 - rest * (0.5 - rest * (1.0 / 6))))
  }

  /// `Φ(−z)` for `z ≥ 0`.
  @inlinable
  static func normalTail(_ z: Double) -> Double {
    guard z < 39 else { return z.isNaN ? z : 0 }
    let q = (z - 5) / (z + 5)
    return gaussian(z) * (normalTailPolynomial(q) / (1 + 2 * z))
  }

  /// `g(q)` of `normalCumulative`.
  @inlinable
  static func normalTailPolynomial(_ q: Double) -> Double {
    let q2 = q * q
    let q4 = q2 * q2
    let q8 = q4 * q4
    let a = (0.8461123547250693 - 0.039647008404005896 * q) + q2 * (0.10088858203456814 * q - 0.054008075034076855)
    let b = (0.07248782697551834 * q - 0.10065743821673959) + q2 * (0.015422845686605124 * q - 0.03933220135651144)
    let c =
      (-0.0035716954179597885 - 0.00011869361039592738 * q)
      + q2 * (0.00042509572197809846 - 0.00010817662778968131 * q)
    let d =
      (1.9390162066547698e-05 * q - 2.6436428483900036e-05)
      + q2 * (5.339315775856605e-07 - 2.859052108627604e-06 * q)
    let e =
      (1.793670872272649e-07 + 4.3273913189961206e-07 * q)
      - q2 * (4.229731798032264e-08 + 6.843630083732728e-08 * q)
    let f =
      (5.845988780562065e-09 + 9.79610639238427e-09 * q)
      - q2 * (4.391787157497791e-10 + 8.619628135566195e-10 * q)
    return (a + q4 * b) + q8 * ((c + q4 * d) + q8 * (e + q4 * f))
  }
}
