// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore
internal import Quantities

/// Flows at times of their own, in years since the first; those at one time are added up.
public struct TimedFlows: Hashable, Sendable {
  /// Years since the first flow, rising, the first 0.
  public let times: [Double]
  /// What flows at each time: negative when paid in, positive when received.
  public let amounts: [Double]

  /// Sorts dated flows and counts the years since the earliest day.
  ///
  /// - Parameters:
  ///   - flows: In any order; those of one day are added up.
  ///   - dayCount: How days become years; spreadsheets use `actual365Fixed`.
  /// - Complexity: O(n log n).
  public init(_ flows: [DatedFlow], dayCount: DayCount = .actual365Fixed) {
    let start = flows.min { $0.date < $1.date }?.date
    self.init(flows.map { flow in (start.map { dayCount.years(from: $0, to: flow.date) } ?? 0, flow.amount) })
  }

  /// Flows at given times in years; the earliest becomes time 0.
  ///
  /// - Parameters:
  ///   - times: Years, finite, in any order.
  ///   - amounts: As many.
  /// - Complexity: O(n log n).
  public init(times: [Double], amounts: [Double]) {
    precondition(times.count == amounts.count)
    let start = times.min() ?? 0
    self.init(zip(times, amounts).map { ($0 - start, $1) })
  }

  private init(_ pairs: [(time: Double, amount: Double)]) {
    let order = pairs.indices.sorted { (pairs[$0].time, $0) < (pairs[$1].time, $1) }
    var times: [Double] = []
    var amounts: [Double] = []
    for position in order {
      if times.last == pairs[position].time {
        amounts[amounts.count - 1] += pairs[position].amount
      } else {
        times.append(pairs[position].time)
        amounts.append(pairs[position].amount)
      }
    }
    self.times = times
    self.amounts = amounts
  }

  /// `Σ fₖ (1+r)^(−tₖ)`: the present value on the first day.
  ///
  /// - Parameter rate: Per year, above −1.
  /// - Returns: In the unit of the flows.
  /// - Complexity: O(n).
  public func netPresentValue(rate: Double) -> Double {
    precondition(rate > -1)
    let logRate = Elementary.log1p(rate)
    return zip(times, amounts).reduce(0) { $0 + $1.1 * Elementary.exp(-logRate * $1.0) }
  }

  /// The rate per year at which the flows have no present value (XIRR), with its status.
  ///
  /// Source: the exponent of spreadsheets' XIRR, `(dₖ − d₀)/365` by default; `InternalRate` for the choice among several.
  ///
  /// - Complexity: O(n · probes), see `rates()`; 1,000 flows take about a millisecond.
  public func internalRate() -> InternalRate {
    guard amounts.contains(where: { $0 < 0 }) else { return .none }
    guard amounts.contains(where: { $0 > 0 }) else { return .totalLoss }
    return InternalRate.chosen(from: rates(), sum: amounts.reduce(0, +))
  }

  /// Every rate per year at which the flows have no present value, in rising order.
  ///
  /// Complete for rates from −99.99992 % to 810,000 % a year, and beyond that range if it holds none; empty unless money
  /// flows both ways.
  ///
  /// - Complexity: O(n · probes); some 20 to 100 probes.
  public func rates() -> [Double] {
    guard amounts.contains(where: { $0 < 0 }), amounts.contains(where: { $0 > 0 }) else { return [] }
    return RootScan.roots(of: self, periodsPerYear: 1, reusing: []).map { Elementary.expm1($0) }.sorted()
  }
}
