// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Days and quarters that are clear, though written in another way than the format has it.
enum DateSpelling {
  /// The day of `2021/3/15`, `2021.3.15` or `2021年3月15日`; nothing where the year does not come first.
  static func day(_ text: String) -> CalendarDate? {
    guard let numbers = numbers(in: text), numbers.count == 3 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The quarter of `2026Q2`, or the one that holds `2026-04-01`, `2026/4/1` or `2026年4月`.
  static func quarter(_ text: String) -> Quarter? {
    guard let numbers = numbers(in: text), numbers.count >= 2 else { return nil }
    if text.contains(where: { "Qq季".contains($0) }) {
      return numbers.count == 2 ? Quarter(year: numbers[0], quarter: numbers[1]) : nil
    }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers.count == 3 ? numbers[2] : 1)
      .map { Quarter(containing: $0) }
  }

  /// A year of four digits and what follows it; nothing where other words stand between.
  private static func numbers(in text: String) -> [Int]? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber || "/.-年月日季度第Qq".contains($0) }) else { return nil }
    let parts = text.split { !($0.isASCII && $0.isNumber) }
    guard parts.first?.count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }) else { return nil }
    return parts.compactMap { Int($0) }
  }
}
