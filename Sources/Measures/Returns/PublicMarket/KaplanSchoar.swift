// SPDX-License-Identifier: GPL-3.0-or-later

/// The public market equivalent of Kaplan and Schoar for one replicate: `(Σ Dᵢ/Iᵢ + NAV/I_T) / Σ Cᵢ/Iᵢ`.
///
/// The same number as `PublicMarketEquivalent.kaplanSchoar`, without allocation.
///
/// - Parameters:
///   - contributions: Paid in, per period, not negative.
///   - distributions: Received, per period; as many.
///   - index: Levels above 0; as many. The last is `I_T`.
///   - netAssetValue: Held at the last period.
/// - Returns: Missing where nothing was paid in.
/// - Complexity: O(n).
public func kaplanSchoar(
  contributions: Span<Double>, distributions: Span<Double>, index: Span<Double>, netAssetValue: Double
) -> Double? {
  precondition(contributions.count == distributions.count && contributions.count == index.count)
  var (paidIn, received) = (0.0, 0.0)
  for period in contributions.indices {
    let weight = 1 / index[period]
    paidIn += contributions[period] * weight
    received += distributions[period] * weight
  }
  guard paidIn > 0 else { return nil }
  return (received + netAssetValue / index[index.count - 1]) / paidIn
}
