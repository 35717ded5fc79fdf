// SPDX-License-Identifier: GPL-3.0-or-later

/// A random number between 0 and 1, never equal to either: `u = (k + ½)·2⁻⁵³`.
///
/// Half of these numbers are not representable near 1, so the type keeps `k` and offers the smaller of `u`
/// and `1 − u`, which always is.
@frozen
public struct Uniform: Hashable, Sendable {
  /// The 53 random bits, `0 ≤ k < 2⁵³`.
  public let bits: UInt64

  /// The number with the given bits.
  ///
  /// - Parameter bits: At most `2⁵³ − 1`; more is a mistake of the caller.
  @inlinable
  public init(bits: UInt64) {
    precondition(bits < 1 &<< 53, "a uniform has 53 bits")
    self.bits = bits
  }

  /// The number made of the upper 53 bits of two words.
  ///
  /// - Parameters:
  ///   - low: The less significant word.
  ///   - high: The more significant word.
  @inlinable
  public init(low: UInt32, high: UInt32) {
    self.init(words: UInt64(high) &<< 32 | UInt64(low))
  }

  /// The number made of the upper 53 bits of two words, the more significant one in the upper half.
  @inlinable
  public init(words: UInt64) {
    bits = words &>> 11
  }

  /// One of two numbers, chosen without a branch, which chance would mislead.
  @inlinable
  public init(_ first: Uniform, orElse second: Uniform, when condition: Bool) {
    let mask = 0 &- UInt64(condition ? 1 : 0)
    bits = second.bits ^ ((first.bits ^ second.bits) & mask)
  }

  /// The number nearest to a probability, for probabilities that are computed rather than drawn.
  ///
  /// - Parameter probability: Anything; below 0, above 1 and NaN give the nearest end (NaN the lower one).
  @inlinable
  public init(nearest probability: Double) {
    let scaled = probability * 0x1p53
    bits = scaled >= 0x1p53 ? (1 &<< 53) - 1 : scaled > 0 ? UInt64(scaled) : 0
  }

  /// Whether `u > ½`.
  @inlinable public var isUpperHalf: Bool { bits &>> 52 != 0 }

  /// The distance to the nearer end, `min(u, 1 − u)`, exact, from `2⁻⁵⁴` to `½ − 2⁻⁵⁴`.
  @inlinable public var tail: Double {
    // 1 − u has the complementary bits m, and (2m + 1)·2⁻⁵⁴ with m < 2⁵² is exact. As the fraction of a number from 2⁵²
    // on, m needs no conversion, which many processors have for one number at a time alone.
    let mirrored = bits ^ ((0 &- (bits &>> 52)) & 0x001f_ffff_ffff_ffff)
    return (Double(bitPattern: mirrored | 0x4330_0000_0000_0000) - 0x1p52) * 0x1p-53 + 0x1p-54
  }

  /// `u`, exact below ½, otherwise the nearest number below 1.
  @inlinable @inline(__always) public var value: Double { lowerTail }

  /// `u`, the probability of a smaller number: exact below ½, otherwise the nearest number below 1.
  @inlinable @inline(__always) public var lowerTail: Double { Self.rounded(bits) }

  /// `1 − u`, the probability of a larger number: exact above ½, otherwise the nearest number below 1.
  @inlinable @inline(__always) public var upperTail: Double { Self.rounded(bits ^ 0x001f_ffff_ffff_ffff) }

  /// `(k + ½)·2⁻⁵³`, kept below 1: the 54 bits of `2k + 1` are rounded once, by the conversion, with no branch that chance
  /// would mislead.
  @inlinable @inline(__always)
  static func rounded(_ bits: UInt64) -> Double {
    min(Double(Int64(bitPattern: bits &<< 1 | 1)) * 0x1p-54, 0x1.fffffffffffffp-1)
  }
}
