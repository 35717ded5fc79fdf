// SPDX-License-Identifier: GPL-3.0-or-later

/// An amount of renminbi, exact to the fen, so that books balance and sums do not depend on their order.
///
/// One yuan is 100 fen. The range of `Int64` is about ±9.2e16 yuan; an overflow traps.
@frozen public struct Money: Hashable, Sendable, AdditiveArithmetic, Comparable {
  /// Hundredths of a yuan.
  public var fen: Int64

  /// An amount given in fen.
  @inlinable public init(fen: Int64) { self.fen = fen }

  /// The amount nearest to a real number of yuan, ties to even; `yuan` is finite and within the range of `Money`.
  @inlinable public init(nearestYuan yuan: Double) { self.fen = Money.nearestFen(yuan * 100) }

  /// The whole number of fen nearest to a real one, ties to even; `fen` is within the range of `Money`.
  ///
  /// Adding and subtracting 1.5 · 2^52 rounds in the arithmetic itself; the library's rounding is a call on the
  /// processors that this is built for, and money is rounded at every posting.
  @inlinable @inline(__always) public static func nearestFen(_ fen: Double) -> Int64 {
    guard fen.magnitude < 0x1p51 else { return Int64(fen.rounded(.toNearestOrEven)) }
    return Int64((fen + 0x1.8p52) - 0x1.8p52)
  }

  /// No money.
  @inlinable public static var zero: Money { Money(fen: 0) }

  /// The amount in yuan; exact below 2^53 fen.
  @inlinable public var yuan: Double { Double(fen) / 100 }

  /// The sum; traps on overflow.
  @inlinable public static func + (left: Self, right: Self) -> Self { Money(fen: left.fen + right.fen) }
  /// The difference; traps on overflow.
  @inlinable public static func - (left: Self, right: Self) -> Self { Money(fen: left.fen - right.fen) }
  /// The order of amounts.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.fen < right.fen }

  /// A share of money, to the nearest fen, ties to even; splits over parties use `split(by:)`, whose parts sum to the
  /// whole.
  @inlinable public static func * (amount: Self, share: Share) -> Self {
    Money(fen: nearestFen(Double(amount.fen) * share.fraction))
  }
}
