// SPDX-License-Identifier: GPL-3.0-or-later

/// The first quarter whose DPI, cumulative distributions over cumulative paid-in, is at least 1.
///
/// - Parameters:
///   - contributions: Paid in, per quarter, not negative.
///   - distributions: Received, per quarter, as many.
/// - Returns: The position of the quarter; missing if it never comes, or nothing is paid in before.
/// - Complexity: O(n), no allocation.
public func paybackQuarter(contributions: Span<Double>, distributions: Span<Double>) -> Int? {
  precondition(contributions.count == distributions.count)
  var (paidIn, received) = (0.0, 0.0)
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
///   - contributions: Paid in, per quarter, not negative.
///   - distributions: Received, per quarter, as many.
/// - Returns: Years, in steps of a quarter; missing if it never comes.
/// - Complexity: O(n), no allocation.
public func yearsToPayback(contributions: Span<Double>, distributions: Span<Double>) -> Double? {
  guard let payback = paybackQuarter(contributions: contributions, distributions: distributions) else { return nil }
  var first = 0
  while contributions[first] == 0 { first += 1 }
  return Double(payback - first) / 4
}
