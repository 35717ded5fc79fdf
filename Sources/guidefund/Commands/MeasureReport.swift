// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Reporting
import ScenarioFiles

/// What `measure` reckons: each measure where it exists.
struct MeasureReport {
  let rate: InternalRate
  let roots: [Double]
  let netPresentValue: Double?
  let multiples: Multiples
  let equivalent: PublicMarketEquivalent?

  init(
    flows: [(date: CalendarDate, yuan: Double)], index: [(date: CalendarDate, value: Double)]?,
    netAssetValue: Double, dayCount: DayCount, discountRate: Double?
  ) throws {
    let ordered = flows.sorted { $0.date < $1.date }
    guard let last = ordered.last else {
      throw Failure.Stop(status: .invalid, message: MeasureReport.noFlows(.preferred))
    }
    let ending =
      ordered.map { DatedFlow(date: $0.date, amount: $0.yuan) }
      + (netAssetValue == 0 ? [] : [DatedFlow(date: last.date, amount: netAssetValue)])
    let timed = TimedFlows(ending, dayCount: dayCount)
    rate = timed.internalRate().lossIsTotal(unless: netAssetValue > 0 || ordered.contains { $0.yuan > 0 })
    roots = timed.rates()
    netPresentValue = discountRate.map { timed.netPresentValue(rate: $0) }
    multiples = Multiples(
      paidIn: ordered.reduce(0) { $0 - min(0, $1.yuan) }, distributed: ordered.reduce(0) { $0 + max(0, $1.yuan) },
      netAssetValue: netAssetValue)
    equivalent = try index.map { levels in
      try MeasureReport.check(levels, reach: last.date)
      let times = ordered.map { dayCount.years(from: ordered[0].date, to: $0.date) }
      return PublicMarketEquivalent(
        flows: ordered.map(\.yuan), index: try ordered.map { try MeasureReport.level(of: levels, on: $0.date) },
        times: times, netAssetValue: netAssetValue)
    }
  }

  private static let noFlows = BilingualText("the file holds no flows", "文件中没有现金流")

  /// An index that ends long before the last flow would count as one that stands still: later than its widest gap, or a
  /// month, it says nothing.
  private static func check(_ index: [(date: CalendarDate, value: Double)], reach last: CalendarDate) throws {
    let days = index.map(\.date.dayNumber).sorted()
    guard let end = index.map(\.date).max(), let final = days.last else { return }
    let gap = zip(days, days.dropFirst()).map { $1 - $0 }.max() ?? 0
    guard last.dayNumber > final + max(31, gap) else { return }
    let message = BilingualText(
      "the index ends on \(end), too long before the last flow on \(last)", "指数止于 \(end)，早于最后一笔现金流 \(last) 过久")
    throw Failure.Stop(status: .invalid, message: message(.preferred))
  }

  /// The last level on or before a day.
  private static func level(of index: [(date: CalendarDate, value: Double)], on day: CalendarDate) throws -> Double {
    let past = index.filter { $0.date <= day }.max { $0.date < $1.date }
    guard let past, past.value > 0 else {
      let message = BilingualText("the index has no level above 0 on or before \(day)", "指数在 \(day) 及之前没有大于 0 的点位")
      throw Failure.Stop(status: .invalid, message: message(.preferred))
    }
    return past.value
  }

  /// The measures as a table.
  var table: MeasureTable {
    MeasureTable(
      rate: rate, roots: roots, netPresentValue: netPresentValue, multiples: multiples, equivalent: equivalent)
  }
}
