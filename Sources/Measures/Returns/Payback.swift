// SPDX-License-Identifier: GPL-3.0-or-later

/// The first quarter whose DPI, cumulative distributions over cumulative paid-in, is at least 1.
///
/// - Parameters:
///   - contributions: Paid in, per quarter, not negative. Whole fen where exactly what was paid in may come back: sums of
///     yuan are rounded, so that 29 of 100 such cases would not count.
///   - distributions: Received, per quarter, as many.
/// - Returns: The position of the quarter; missing if it never comes, or nothing is paid in before.
/// - Complexity: O(n), no allocation.
@inlinable public func paybackQuarter<Amount: Numeric & Comparable>(
  contributions: Span<Amount>, distributions: Span<Amount>
) -> Int? {
  precondition(contributions.count == distributions.count)
  var (paidIn, received): (Amount, Amount) = (0, 0)
  for quarter in contributions.indices {
    paidIn += contributions[quarter]
    received += distributions[quarter]
    if paidIn > 0 && received >= paidIn { return quarter }
  }
  return nil
}

/// The years from the first contribution to the first quarter whose DPI is at least 1.
///
/// All cash of a quarter counts as flowing at its index, as in internal rates, so a call in quarter 0 that is returned in
/// quarter 4 takes one year. Later calls may push the DPI below 1 again; the first time counts.
///
/// - Parameters:
///   - contributions: Paid in, per quarter, not negative, as for `paybackQuarter`.
///   - distributions: Received, per quarter, as many.
/// - Returns: Years, in steps of a quarter; missing if it never comes.
/// - Complexity: O(n), no allocation.
@inlinable public func yearsToPayback<Amount: Numeric & Comparable>(
  contributions: Span<Amount>, distributions: Span<Amount>
) -> Double? {
  guard let payback = paybackQuarter(contributions: contributions, distributions: distributions) else { return nil }
  var first = 0
  while contributions[first] == 0 { first += 1 }
  return Double(payback - first) / 4
}
