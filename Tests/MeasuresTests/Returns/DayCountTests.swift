// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

@Suite struct DayCountTests {
  static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  static func flows(_ pairs: [(String, Double)]) throws -> [DatedFlow] {
    try pairs.map { DatedFlow(date: try date($0.0), amount: $0.1) }
  }

  @Test func spreadsheetExample() throws {
    // Microsoft's documentation of XIRR and XNPV.
    let flows = TimedFlows(
      try Self.flows([
        ("2008-01-01", -10_000), ("2008-03-01", 2750), ("2008-10-30", 4250), ("2009-02-15", 3250), ("2009-04-01", 2750),
      ]))
    #expect(flows.internalRate().status == .unique)
    #expect(abs(try #require(flows.internalRate().rate) - 0.373362535) < 1e-8)
    #expect(abs(flows.netPresentValue(rate: 0.09) - 2086.647602) < 1e-6)
  }

  @Test(
    "MathWorks' example by day count",
    arguments: [
      (DayCount.actual365Fixed, 0.10064378342638), (.actual360, 0.0991988898057063), (.thirty360, 0.100675477282743),
      (.actualActualISDA, 0.100739648987346),
    ])
  func mathWorks(dayCount: DayCount, expected: Double) throws {
    let flows = TimedFlows(
      try Self.flows([
        ("2007-01-12", -10_000), ("2008-02-14", 2500), ("2008-03-03", 2000), ("2008-06-14", 3000), ("2008-12-01", 4000),
      ]), dayCount: dayCount)
    #expect(abs(try #require(flows.internalRate().rate) - expected) < 1e-12)
  }

  @Test(
    "30/360 at the ends of months, in days",
    arguments: [
      ("2025-01-31", "2025-02-28", 28), ("2025-01-30", "2025-03-31", 60), ("2025-02-28", "2025-03-31", 30),
      ("2024-02-29", "2025-02-28", 360), ("2025-01-15", "2025-01-31", 16), ("2024-02-28", "2024-03-01", 3),
    ])
  func monthEnds(start: String, end: String, days: Double) throws {
    #expect(DayCount.thirty360.years(from: try Self.date(start), to: try Self.date(end)) * 360 == days)
  }

  @Test(arguments: DayCount.allCases)
  func nothingForNoTimeAndTheOppositeBackwards(dayCount: DayCount) throws {
    let (start, end) = (try Self.date("2023-11-15"), try Self.date("2024-07-01"))
    #expect(dayCount.years(from: start, to: start) == 0)
    #expect(dayCount.years(from: end, to: start) == -dayCount.years(from: start, to: end))
  }

  @Test func leapYearsCountTheirOwnDays() throws {
    // 47 days of 2023 and 182 days of 2024.
    let years = DayCount.actualActualISDA.years(from: try Self.date("2023-11-15"), to: try Self.date("2024-07-01"))
    #expect(abs(years - (47.0 / 365 + 182.0 / 366)) < 1e-12)
  }
}
