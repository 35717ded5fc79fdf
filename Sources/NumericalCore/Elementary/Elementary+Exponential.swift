// SPDX-License-Identifier: GPL-3.0-or-later

extension Elementary {
  /// The exponential function `eˣ`.
  ///
  /// `x = n·ln 2 + r` with `|r| ≤ ½ ln 2`, the Taylor series of `eʳ` through `r¹³/13!` (remainder below
  /// 5e-18) in Estrin's order, and an exact scaling by `2ⁿ`. Source: the defining series, DLMF 4.2.19;
  /// the reduction with `ln 2` in two parts is that of Cody and Waite, *Software Manual for the Elementary
  /// Functions*, 1980.
  ///
  /// - Parameter x: Any number; above 709.78 the result is infinite, below -745.13 it is zero.
  /// - Returns: `eˣ` within one unit in the last place (two where the result is subnormal); NaN for NaN.
  /// - Complexity: O(1), without a table or a branch inside `-708 < x < 708`.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    x.magnitude < 708 ? plainExponential(x) : extremeExponential(x)
  }

  /// `eˣ` for `|x| < 708`.
  @inlinable
  @inline(__always)
  static func plainExponential(_ x: Double) -> Double {
    let (power, rest) = binaryReduction(x)
    return Double(bitPattern: (power &+ 1023) &<< 52) * (1 + seriesMinusOne(rest))
  }

  /// Puts `eˣ` in the place of each of some numbers, as `exp(_:)` gives it, in less time: a loop without a branch or a call,
  /// which the compiler runs on several numbers at a time; it would not if it checked each place, so all are checked first.
  ///
  /// - Parameters:
  ///   - numbers: Any numbers.
  ///   - places: Which of them.
  /// - Complexity: O(places), without a table.
  public static func exponentiate(_ numbers: inout MutableSpan<Double>, _ places: Range<Int>) {
    precondition(places.lowerBound >= 0 && places.upperBound <= numbers.count, "places of the numbers")
    var isExtreme: UInt64 = 0
    for place in places { isExtreme |= numbers[unchecked: place].magnitude < 708 ? 0 : 1 }
    guard isExtreme == 0 else {
      for place in places { numbers[place] = exp(numbers[place]) }
      return
    }
    for place in places { numbers[unchecked: place] = plainExponential(numbers[unchecked: place]) }
  }

  /// `eˣ − 1` without cancellation near zero.
  ///
  /// With `x = n·ln 2 + r`: `2ⁿ (eʳ − 1) + (2ⁿ − 1)`. Source: the identity `eˣ = 2ⁿ eʳ`; series as in `exp`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: `eˣ − 1` within two units in the last place; -1 at minus infinity.
  /// - Complexity: O(1).
  @inlinable
  public static func expm1(_ x: Double) -> Double {
    guard x.magnitude < 708 else { return extremeExponential(x) - 1 }
    let (power, rest) = binaryReduction(x)
    let scale = Double(bitPattern: (power &+ 1023) &<< 52)
    return scale * seriesMinusOne(rest) + (scale - 1)
  }

  /// Splits `x = n·ln 2 + r`, `|r| ≤ ½ ln 2`; the low 12 bits of `power` are those of `n`.
  ///
  /// Adding `1.5·2⁵²` rounds to an integer in the last bits of the sum, without a library call.
  @inlinable
  @inline(__always)
  static func binaryReduction(_ x: Double) -> (power: UInt64, rest: Double) {
    let shifter = 0x1.8p52
    let shifted = x * 0x1.71547652b82fep+0 + shifter
    let whole = shifted - shifter
    let rest = (x - whole * 0x1.62e42fefa2000p-1) - whole * 0x1.9ef35793c7673p-41
    return (shifted.bitPattern, rest)
  }

  /// `eʳ − 1 = r + r² (1/2! + r/3! + … + r¹¹/13!)` for `|r| ≤ ½ ln 2`.
  @inlinable
  @inline(__always)
  static func seriesMinusOne(_ r: Double) -> Double {
    let r2 = r * r
    let r4 = r2 * r2
    let a = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120))
    let b = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880))
    let c = (1.0 / 3_628_800 + r * (1.0 / 39_916_800)) + r2 * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))
    return r + r2 * (a + r4 * (b + r4 * c))
  }

  /// `eˣ` outside -708...708, where `2ⁿ` itself may leave the range of normal numbers.
  @usableFromInline
  static func extremeExponential(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    let half: UInt64 = x > 0 ? 512 : UInt64(bitPattern: -512)
    let (power, rest) = binaryReduction(x)
    let near = Double(bitPattern: (power &- half &+ 1023) &<< 52)
    let far = Double(bitPattern: (half &+ 1023) &<< 52)
    // The first product is exact, so the result is rounded once, even when it is subnormal.
    return near * (1 + seriesMinusOne(rest)) * far
  }
}
