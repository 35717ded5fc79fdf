// SPDX-License-Identifier: GPL-3.0-or-later

extension Elementary {
  /// The power `xʸ = exp(y ln x)`.
  ///
  /// Special cases as in IEEE 754-2019 `pow`: `x⁰ = 1ʸ = 1` even for NaN; a negative base needs a whole
  /// exponent and is otherwise NaN.
  ///
  /// - Parameters:
  ///   - x: Base.
  ///   - y: Exponent.
  /// - Returns: `xʸ` with a relative error below `(2 + |y ln x|)·2⁻⁵²`.
  /// - Complexity: O(1).
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double {
    guard x > 0 && x < .infinity && y.magnitude < .infinity else { return extremePower(x, y) }
    return exp(y * log(x))
  }

  /// The power of a base that is not a positive finite number, or with an exponent that is not finite.
  @usableFromInline
  static func extremePower(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    if y.magnitude == .infinity {
      if x == -1 { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    // Beyond 2⁵³ every number is whole and even.
    let isWhole = y.magnitude >= 0x1p53 || Double(Int64(y)) == y
    let isOdd = isWhole && y.magnitude < 0x1p53 && Int64(y) & 1 != 0
    let isNegative = x.sign == .minus && isOdd
    if x == 0 || x.magnitude == .infinity {
      let size: Double = (x == 0) == (y > 0) ? 0 : .infinity
      return isNegative ? -size : size
    }
    guard isWhole else { return .nan }
    let size = exp(y * log(x.magnitude))
    return isNegative ? -size : size
  }
}
