// SPDX-License-Identifier: GPL-3.0-or-later

/// A length of time, as a real number of years; not negative.
@frozen public struct TimeSpan: Hashable, Sendable, Comparable {
  /// The length in years.
  public let years: Double

  /// Refuses negative and infinite lengths and NaN.
  public init(years: Double) throws(OutOfRange) {
    guard years >= 0, years.isFinite else { throw OutOfRange(value: years, allowed: ">= 0, finite") }
    self.years = years
  }

  /// No time at all.
  public static let zero = TimeSpan(unchecked: 0)

  init(unchecked years: Double) { self.years = years }

  /// The length in quarters, to the nearest whole number, halves up.
  public var wholeQuarters: Int { Int((years * 4 + 0.5).rounded(.down)) }

  /// The order of lengths.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.years < right.years }
}
