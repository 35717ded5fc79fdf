// SPDX-License-Identifier: GPL-3.0-or-later

extension Elementary {
  /// The natural logarithm.
  ///
  /// `x = 2ᵏ m` with `√½ ≤ m < √2`; with `f = m − 1` and `s = f/(2 + f)`, `ln m = 2 artanh s`, summed as
  /// `f − (f²/2 − s (f²/2 + R))`, `R = 2 (s²/3 + s⁴/5 + … + s²⁰/21)`. Source: DLMF 4.6.5 and 4.37.24.
  ///
  /// - Parameter x: Any number. Zero gives minus infinity, a negative number NaN.
  /// - Returns: `ln x` within one unit in the last place.
  /// - Complexity: O(1), one division, no table.
  @inlinable
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    // One comparison refuses zero, subnormal, negative and infinite numbers and NaN.
    guard bits &- 0x0010_0000_0000_0000 < 0x7fe0_0000_0000_0000 else { return extremeLogarithm(x) }
    return normalLogarithm(bits, exponentShift: 0)
  }

  /// `ln(1 + x)` without cancellation near zero.
  ///
  /// `u = 1 + x` loses `c = x − (u − 1)`, which comes back as `ln(1 + x) ≈ ln u + c/u`; where `u` needs no
  /// scaling the series of `log` takes `x` itself. Source: DLMF 4.6.5; first-order expansion of `ln`.
  ///
  /// - Parameter x: Any number; -1 gives minus infinity, less gives NaN.
  /// - Returns: `ln(1 + x)` within two units in the last place.
  /// - Complexity: O(1).
  @inlinable
  public static func log1p(_ x: Double) -> Double {
    if x > -0.29 && x < 0.41 { return x - logarithmDefect(x) }
    let u = 1 + x
    guard u > 0 && u < .infinity else { return log(u) }
    let lost = u > 2 ? 1 - (u - x) : x - (u - 1)
    return log(u) + lost / u
  }

  /// The logarithm of a positive normal number given by its bits, plus `exponentShift·ln 2`.
  @inlinable
  static func normalLogarithm(_ bits: UInt64, exponentShift: Int64) -> Double {
    let offset = bits &- 0x3fe6_a09e_667f_3bcd  // √½
    let exponent = Double((Int64(bitPattern: offset) &>> 52) &+ exponentShift)
    let f = Double(bitPattern: bits &- (offset & 0xfff0_0000_0000_0000)) - 1
    let s = f / (2 + f)
    let half = 0.5 * f * f
    let correction = s * (half + artanhTail(s * s)) + exponent * 0x1.9ef35793c7673p-41
    return exponent * 0x1.62e42fefa2000p-1 + (f - (half - correction))
  }

  /// `f − ln(1 + f)` for `f` in -0.2929...0.4143.
  @inlinable
  static func logarithmDefect(_ f: Double) -> Double {
    let s = f / (2 + f)
    let half = 0.5 * f * f
    return half - s * (half + artanhTail(s * s))
  }

  /// `R(z) = 2 (z/3 + z²/5 + … + z¹⁰/21)` for `0 ≤ z ≤ 0.0295`; what is left out is below 1e-17.
  @inlinable
  static func artanhTail(_ z: Double) -> Double {
    let z2 = z * z
    let z4 = z2 * z2
    let a = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9))
    let b = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17))
    let c = 2.0 / 19 + z * (2.0 / 21)
    return z * (a + z4 * (b + z4 * c))
  }

  /// The logarithm where the argument is not a positive normal number.
  @usableFromInline
  static func extremeLogarithm(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    return normalLogarithm((x * 0x1p54).bitPattern, exponentShift: -54)
  }
}
