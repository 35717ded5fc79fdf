// SPDX-License-Identifier: GPL-3.0-or-later

/// A rate per year: of interest, growth, a fee, or a hazard.
///
/// How it becomes a rate per quarter depends on what it is, so the caller names it (model, conventions): a growth or
/// interest rate compounds, a fee or simple interest accrues in equal parts.
@frozen public struct AnnualRate: Hashable, Sendable, Comparable {
  /// The rate as a fraction per year.
  public let perYear: Double

  /// A rate above −100 % a year; NaN and infinities are refused.
  public init(perYear: Double) throws(OutOfRange) {
    guard perYear > -1, perYear.isFinite else { throw OutOfRange(value: perYear, allowed: "> -1, finite") }
    self.perYear = perYear
  }

  /// No growth, no interest, no fee.
  public static let zero = AnnualRate(unchecked: 0)

  init(unchecked perYear: Double) { self.perYear = perYear }

  /// The order of rates.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.perYear < right.perYear }
}
