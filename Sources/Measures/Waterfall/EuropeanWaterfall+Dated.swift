// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension EuropeanWaterfall {
  /// Runs dated flows through the waterfall, in order of their days; those of a day: all contributions, then the cash.
  ///
  /// - Parameters:
  ///   - flows: In any order.
  ///   - dayCount: How days become years for the preferred return.
  /// - Returns: The tiers of each flow, in the order of `flows`; the waterfall itself stands after the last day.
  /// - Complexity: O(n log n).
  public mutating func run(_ flows: [WaterfallFlow], dayCount: DayCount = .actual365Fixed) -> [WaterfallTiers] {
    let order = flows.indices.sorted { (flows[$0].date, $0) < (flows[$1].date, $1) }
    var tiers = [WaterfallTiers](repeating: WaterfallTiers(), count: flows.count)
    var position = 0
    while position < order.count {
      let today = flows[order[position]].date
      if position > 0 { accrue(years: dayCount.years(from: flows[order[position - 1]].date, to: today)) }
      let ofToday = order[position...].prefix { flows[$0].date == today }
      for flow in ofToday { contribute(flows[flow].contribution) }
      for flow in ofToday { tiers[flow] = distribute(flows[flow].distribution) }
      position = ofToday.endIndex
    }
    return tiers
  }
}
