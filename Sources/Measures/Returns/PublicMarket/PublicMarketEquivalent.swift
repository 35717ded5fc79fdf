// SPDX-License-Identifier: GPL-3.0-or-later

/// A fund against a listed index: the public market equivalents.
///
/// Contributions `Cᵢ` and distributions `Dᵢ` at times `tᵢ`, index levels `Iᵢ`, and the net asset value `NAV` at the last
/// time `T`. Sources: Kaplan and Schoar, *Journal of Finance* 60(4), 2005; Long and Nickels, 1996; Rouvinez, *Private
/// Equity International*, 2003 (PME+); Cambridge Associates, 2013 (mPME); Gredil, Griffiths and Stucke, 2014 (direct
/// alpha).
public struct PublicMarketEquivalent: Hashable, Sendable {
  /// `Cᵢ`, not negative.
  public let contributions: [Double]
  /// `Dᵢ`, not negative.
  public let distributions: [Double]
  /// `Iᵢ`, above 0.
  public let index: [Double]
  /// `tᵢ` in years, rising: rates come out per year.
  public let times: [Double]
  /// `NAV` at the last time, in the unit of the flows.
  public let netAssetValue: Double

  /// A fund's gross flows with the index at the same times.
  ///
  /// - Parameters:
  ///   - contributions: Paid in, not negative; at least one time.
  ///   - distributions: Received, not negative; as many.
  ///   - index: Levels above 0; as many.
  ///   - times: Years, strictly rising; as many. Without them the flows lie one period apart, and rates are per period.
  ///   - netAssetValue: Held at the last time.
  public init(
    contributions: [Double], distributions: [Double], index: [Double], times: [Double]? = nil, netAssetValue: Double
  ) {
    let times = times ?? contributions.indices.map(Double.init)
    precondition(!contributions.isEmpty && contributions.count == distributions.count)
    precondition(index.count == contributions.count && times.count == index.count)
    precondition(index.allSatisfy { $0 > 0 })
    self.contributions = contributions
    self.distributions = distributions
    self.index = index
    self.times = times
    self.netAssetValue = netAssetValue
  }

  /// A fund's net flows, negative when paid in, with the index at the same times; see the other initialiser.
  public init(flows: [Double], index: [Double], times: [Double]? = nil, netAssetValue: Double) {
    self.init(
      contributions: flows.map { max(0, -$0) }, distributions: flows.map { max(0, $0) }, index: index, times: times,
      netAssetValue: netAssetValue)
  }

  /// `(Σ Dᵢ I_T/Iᵢ + NAV) / Σ Cᵢ I_T/Iᵢ` of Kaplan and Schoar: above 1 the fund beat the index.
  ///
  /// Missing where nothing was paid in. O(n).
  public var kaplanSchoar: Double? {
    let paidIn = atTheEnd(contributions).reduce(0, +)
    return paidIn == 0 ? nil : (atTheEnd(distributions).reduce(0, +) + netAssetValue) / paidIn
  }

  /// Direct alpha: the internal rate of the flows carried to the last time by the index, with `NAV` added at the end.
  ///
  /// The plain form, a rate per year (`0.0876` in the INSEAD example).
  public var directAlpha: InternalRate {
    rate(of: zip(atTheEnd(distributions), atTheEnd(contributions)).map(-), final: netAssetValue)
  }

  /// A flow at each time with the final value added to the last.
  func rate(of flows: [Double], final: Double) -> InternalRate {
    var flows = flows
    flows[flows.count - 1] += final
    return TimedFlows(times: times, amounts: flows).internalRate()
      .lossIsTotal(unless: final > 0 || distributions.contains { $0 > 0 })
  }

  /// Amounts carried to the last time by the index, `xᵢ I_T/Iᵢ`.
  func atTheEnd(_ amounts: [Double]) -> [Double] {
    let last = index[index.count - 1]
    return zip(amounts, index).map { $0 * (last / $1) }
  }
}
