// SPDX-License-Identifier: GPL-3.0-or-later

/// A quarter of a calendar year: the period of cash and of reports.
@frozen public struct Quarter: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Quarters since the first quarter of year 0.
  public let index: Int

  /// The quarter with this running number.
  public init(index: Int) { self.index = index }

  /// A quarter of a year, or nothing where `quarter` is not 1 to 4 or the year not 1 to 9999.
  public init?(year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    index = year * 4 + quarter - 1
  }

  /// Reads `2025-Q1` and nothing else.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(parts[0]),
      parts[1].utf8.count == 2, parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst())
    else { return nil }
    self.init(year: year, quarter: quarter)
  }

  /// The quarter that a day lies in.
  public init(containing date: CalendarDate) { index = date.year * 4 + (date.month - 1) / 3 }

  /// The calendar year.
  public var year: Int { index / 4 }
  /// The number within the year, 1 to 4.
  public var ofYear: Int { index % 4 + 1 }

  /// The last day of the quarter.
  public var lastDay: CalendarDate { CalendarDate(dayNumber: advanced(by: 1).firstDay.dayNumber - 1) }

  /// The first day of the quarter.
  public var firstDay: CalendarDate { CalendarDate(firstOf: ofYear * 3 - 2, in: year) }

  /// The quarter that lies `quarters` later.
  public func advanced(by quarters: Int) -> Quarter { Quarter(index: index + quarters) }

  /// Such as `2025-Q1`.
  public var description: String { "\(year)-Q\(ofYear)" }

  /// The order of quarters.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}
