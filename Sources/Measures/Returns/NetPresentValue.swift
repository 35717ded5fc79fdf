// SPDX-License-Identifier: GPL-3.0-or-later

/// `Σ fₖ (1+r)^(−k−s)`: the present value of evenly spaced flows.
///
/// - Parameters:
///   - flows: One per period; negative when paid in.
///   - rate: Per period, above −1.
///   - firstPeriod: `s`, the periods from now to the first flow; 0 puts it at once, 1 is the habit of spreadsheets.
/// - Returns: In the unit of the flows.
/// - Complexity: O(n); Horner's rule, no power.
public func netPresentValue(_ flows: Span<Double>, rate: Double, firstPeriod: Int = 0) -> Double {
  precondition(rate > -1 && firstPeriod >= 0)
  let factor = 1 / (1 + rate)
  var value = 0.0
  for position in flows.indices.reversed() { value = value * factor + flows[position] }
  for _ in 0..<firstPeriod { value *= factor }
  return value
}
