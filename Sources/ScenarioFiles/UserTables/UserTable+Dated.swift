// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension UserTable {
  /// Dated flows from a table with the columns `date` and `amount`, in the order of the file: yuan, money paid in
  /// negative; and whether the amounts are written with a unit.
  public static func cashFlows(
    at path: String
  ) throws(ScenarioRejected) -> (flows: [(date: CalendarDate, yuan: Double)], haveUnits: Bool) {
    let table = try UserTable(at: path, columns: [.date("date"), .yuan("amount")])
    return (zip(table.dates("date"), table.numbers("amount")).map { ($0, $1) }, table.withUnits.contains("amount"))
  }

  /// The levels of an index from a table with the columns `date` and `value`, by date; they are above 0,
  /// one a day.
  public static func index(at path: String) throws(ScenarioRejected) -> [(date: CalendarDate, value: Double)] {
    let table = try UserTable(at: path, columns: [.date("date", isUnique: true), .number("value", in: .above(0))])
    return zip(table.dates("date"), table.numbers("value")).map { ($0, $1) }.sorted { $0.0 < $1.0 }
  }
}
