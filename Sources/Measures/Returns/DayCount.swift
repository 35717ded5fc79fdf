// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How days become years.
///
/// Source: ISDA, *2006 Definitions*, section 4.16; for 30/360 the rule of the Securities Industry Association
/// (*Standard Securities Calculation Methods*, 1993), which spreadsheets call US or NASD.
@frozen public enum DayCount: String, Hashable, Sendable, CaseIterable {
  /// Actual days over 365, in leap years too; that of spreadsheets' XIRR.
  case actual365Fixed = "act365f"
  /// Actual days over 360.
  case actual360 = "act360"
  /// Months of 30 days over 360 (United States).
  case thirty360 = "thirty360"
  /// Actual days over 365 or 366, each day by the year that it lies in (ISDA).
  case actualActualISDA = "actActISDA"

  /// The years from one day to a later or equal one.
  ///
  /// - Returns: Years; negative where `end` is earlier.
  /// - Complexity: O(1).
  public func years(from start: CalendarDate, to end: CalendarDate) -> Double {
    if end < start { return -years(from: end, to: start) }
    switch self {
    case .actual365Fixed: return Double(end.dayNumber - start.dayNumber) / 365
    case .actual360: return Double(end.dayNumber - start.dayNumber) / 360
    case .thirty360: return DayCount.thirtyDayYears(from: start, to: end)
    case .actualActualISDA: return DayCount.calendarPosition(end) - DayCount.calendarPosition(start)
    }
  }

  /// `(360 Δy + 30 Δm + Δd)/360` after the 31st, and the end of February, have become the 30th.
  private static func thirtyDayYears(from start: CalendarDate, to end: CalendarDate) -> Double {
    var (first, last) = (start.day, end.day)
    if endsFebruary(start) {
      if endsFebruary(end) { last = 30 }
      first = 30
    }
    if last == 31 && first >= 30 { last = 30 }
    if first == 31 { first = 30 }
    let days = 360 * (end.year - start.year) + 30 * (end.month - start.month) + (last - first)
    return Double(days) / 360
  }

  private static func endsFebruary(_ date: CalendarDate) -> Bool {
    date.month == 2 && date.day == CalendarDate.days(inMonth: 2, of: date.year)
  }

  /// The year and the part of it that has passed, as one number.
  private static func calendarPosition(_ date: CalendarDate) -> Double {
    let daysBefore = (1..<date.month).reduce(0) { $0 + CalendarDate.days(inMonth: $1, of: date.year) }
    return Double(date.year) + Double(daysBefore + date.day - 1) / (CalendarDate.isLeap(date.year) ? 366 : 365)
  }
}
