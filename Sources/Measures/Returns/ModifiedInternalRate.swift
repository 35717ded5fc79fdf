// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

/// The modified internal rate of return, `(FV(received)/−PV(paid in))^(1/n) − 1`, which is always single.
///
/// Money received is reinvested to the last period; money paid in is financed from the first. Source: the definition of
/// spreadsheets' MIRR (Lin, *Engineering Economist* 21(4), 1976).
///
/// - Parameters:
///   - flows: One per period, at least two.
///   - financing: The rate per period on money paid in, above −1.
///   - reinvestment: The rate per period on money received, above −1.
/// - Returns: Per period; missing where nothing was paid in, −1 where nothing was received.
/// - Complexity: O(n).
public func modifiedInternalRate(_ flows: Span<Double>, financing: Double, reinvestment: Double) -> Double? {
  precondition(flows.count >= 2 && financing > -1 && reinvestment > -1)
  let factor = 1 / (1 + financing)
  let growth = 1 + reinvestment
  var (paidIn, received) = (0.0, 0.0)
  for position in flows.indices {
    received = received * growth + max(0, flows[position])
    paidIn = paidIn * factor + max(0, -flows[flows.count - 1 - position])
  }
  guard paidIn > 0 else { return nil }
  guard received > 0 else { return -1 }
  return Elementary.expm1(Elementary.log(received / paidIn) / Double(flows.count - 1))
}
