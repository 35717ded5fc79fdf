// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

extension PublicMarketEquivalent {
  /// The log form of direct alpha, `ln(1 + directAlpha)`: a continuously compounded rate per year (Gredil et al.).
  ///
  /// Missing where the plain form is, and minus infinity for a total loss.
  public var logDirectAlpha: Double? { directAlpha.rate.map { Elementary.log1p($0) } }

  /// Long and Nickels: the same flows through the index leave `NAV* = Σ (Cᵢ−Dᵢ) I_T/Iᵢ`; the rate is that of
  /// `(−C, +D, NAV*)`.
  ///
  /// A fund that beat the index by far leaves `NAV*` negative; the rate then has no meaning as a comparison, and the
  /// method is said to fail. `quantity` is `NAV*`.
  public var longNickels: PublicMarketResult {
    let left = zip(atTheEnd(contributions), atTheEnd(distributions)).reduce(0) { $0 + ($1.0 - $1.1) }
    return PublicMarketResult(quantity: left, rate: rate(of: zip(distributions, contributions).map(-), final: left))
  }

  /// PME+: distributions are scaled by `λ = (Σ Cᵢ I_T/Iᵢ − NAV) / Σ Dᵢ I_T/Iᵢ`, so that the index leaves the fund's own
  /// `NAV`; the rate is that of `(−C, +λD, NAV)`.
  ///
  /// `quantity` is `λ`. Missing where nothing was distributed.
  public var plus: PublicMarketResult? {
    let received = atTheEnd(distributions).reduce(0, +)
    guard received > 0 else { return nil }
    let factor = (atTheEnd(contributions).reduce(0, +) - netAssetValue) / received
    let flows = zip(distributions, contributions).map { factor * $0 - $1 }
    return PublicMarketResult(quantity: factor, rate: rate(of: flows, final: netAssetValue))
  }

  /// mPME: each distribution takes the same part `wₜ = Dₜ/(Dₜ+NAVₜ)` out of the index investment as out of the fund.
  ///
  /// `Vₜ = (1−wₜ)(Vₜ₋₁ Iₜ/Iₜ₋₁ + Cₜ)`, `D*ₜ = wₜ (Vₜ₋₁ Iₜ/Iₜ₋₁ + Cₜ)`; the rate is that of `(−C, +D*, V_T)`. `quantity` is `V_T`.
  ///
  /// - Parameter netAssetValues: The fund's at each time, not negative; the last stands for `netAssetValue`.
  /// - Returns: `V_T` and the rate.
  /// - Complexity: O(n).
  public func modified(netAssetValues: [Double]) -> PublicMarketResult {
    precondition(netAssetValues.count == contributions.count)
    var held = 0.0
    var flows: [Double] = []
    for (position, value) in netAssetValues.enumerated() {
      let growth = position == 0 ? 1 : index[position] / index[position - 1]
      let total = held * growth + contributions[position]
      let base = distributions[position] + value
      let taken = base > 0 ? total * (distributions[position] / base) : 0
      held = total - taken
      flows.append(taken - contributions[position])
    }
    return PublicMarketResult(quantity: held, rate: rate(of: flows, final: held))
  }
}
