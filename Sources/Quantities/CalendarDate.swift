// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the proleptic Gregorian calendar.
@frozen public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, such as 2025.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day with this number, or nothing where the month has no such day. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of a month, 1 to 12, of any year: the day after the last quarter that has a name lies in year 10000.
  init(firstOf month: Int, in year: Int) {
    self.year = year
    self.month = month
    day = 1
  }

  /// Reads `2025-04-07` and nothing else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that lies `dayNumber` days after 1 January of year 1, which has number 1.
  ///
  /// Source: the inverse of `dayNumber`; Reingold and Dershowitz, *Calendrical Calculations*.
  public init(dayNumber: Int) {
    var year = 1 + (dayNumber - 1) * 400 / 146_097
    while CalendarDate.daysBefore(year: year + 1) < dayNumber { year += 1 }
    while CalendarDate.daysBefore(year: year) >= dayNumber { year -= 1 }
    var rest = dayNumber - CalendarDate.daysBefore(year: year)
    var month = 1
    while rest > CalendarDate.days(inMonth: month, of: year) {
      rest -= CalendarDate.days(inMonth: month, of: year)
      month += 1
    }
    self.year = year
    self.month = month
    self.day = rest
  }

  /// Days since the eve of 1 January of year 1, so that differences count days.
  ///
  /// Source: Reingold and Dershowitz, *Calendrical Calculations*: fixed dates of the Gregorian calendar.
  public var dayNumber: Int {
    (1..<month).reduce(CalendarDate.daysBefore(year: year) + day) {
      $0 + CalendarDate.days(inMonth: $1, of: year)
    }
  }

  /// ISO 8601, such as `2025-04-07`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The order of days.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  /// The number of days of a month, 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
  }
}
