// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells in which quantile functions are tabulated: octaves of the tail probability, 64 equal parts each.
///
/// A tail `w` in `[2⁻⁵⁴, ½)` is a `Double` whose exponent and first six fraction bits number its cell, so that
/// the search costs a shift and a subtraction, and cells narrow towards the end where quantiles bend.
@usableFromInline
enum TailGrid {
  /// The number of cells: 53 octaves of 64.
  @inlinable static var cells: Int { 53 * 64 }

  /// The cell of a tail probability in `[2⁻⁵⁴, ½)`.
  @inlinable
  static func cell(of tail: Double) -> Int {
    Int(truncatingIfNeeded: tail.bitPattern &>> 46) &- 0x3c9 &* 64
  }

  /// The smallest tail of a cell; for `cells`, ½.
  @inlinable
  static func lowerEnd(_ cell: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: cell &+ 0x3c9 &* 64) &<< 46)
  }

  /// The smallest tail of the cell above that of `tail`.
  @inlinable
  static func upperEnd(cellOf tail: Double) -> Double {
    Double(bitPattern: (tail.bitPattern | 0x0000_3fff_ffff_ffff) &+ 1)
  }

  /// The smallest tail of the cell of `tail`.
  @inlinable
  static func lowerEnd(cellOf tail: Double) -> Double {
    Double(bitPattern: tail.bitPattern & 0xffff_c000_0000_0000)
  }
}
