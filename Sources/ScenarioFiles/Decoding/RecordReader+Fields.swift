// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// The fields that most records have, by kind. Each must be written, unless it has a shipped default; for a field that
/// may be left out see `optional`.
extension RecordReader {
  /// An amount of money.
  func money(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<Money> {
    required(key, .money(in: allowed, usual: usual), english, chinese)
  }

  /// A share, 0 to 1.
  func share(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<Share> {
    required(key, .share(in: allowed, usual: usual), english, chinese)
  }

  /// A rate per year.
  func annualRate(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<AnnualRate> {
    required(key, .annualRate(in: allowed, usual: usual), english, chinese)
  }

  /// A length of time.
  func timeSpan(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<TimeSpan> {
    required(key, .timeSpan(in: allowed, usual: usual), english, chinese)
  }

  /// An area of land, in mu.
  func area(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<Double> {
    required(key, .area(in: allowed, usual: usual), english, chinese)
  }

  /// A pure number.
  func number(
    _ key: String, in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, _ english: String, _ chinese: String
  ) -> Sourced<Double> {
    required(key, .number(in: allowed, usual: usual), english, chinese)
  }

  /// A whole number.
  func count(
    _ key: String, in allowed: ClosedRange<Int>? = nil, usual: ClosedRange<Int>? = nil, _ english: String,
    _ chinese: String
  ) -> Sourced<Int> {
    required(key, .count(in: allowed, usual: usual), english, chinese)
  }

  /// One of the cases of an enumeration.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ type: Choice.Type, _ english: String, _ chinese: String
  ) -> Choice {
    required(key, .choice(type), english, chinese)
  }

  /// `true` or `false`.
  func flag(_ key: String, _ english: String, _ chinese: String) -> Bool {
    required(key, .flag(), english, chinese)
  }

  /// A day.
  func date(_ key: String, _ english: String, _ chinese: String) -> CalendarDate {
    required(key, .date(), english, chinese)
  }

  /// A quarter.
  func quarter(_ key: String, _ english: String, _ chinese: String) -> Quarter {
    required(key, .quarter(), english, chinese)
  }

  /// A text.
  func text(_ key: String, _ english: String, _ chinese: String) -> String {
    required(key, .text(), english, chinese)
  }

  /// A name in both languages.
  func name(_ key: String = "name", _ english: String = "Name", _ chinese: String = "名称") -> BilingualText {
    required(key, .name(), english, chinese)
  }

  /// The id of a member of the collection with a path pattern.
  func reference(_ key: String, to collection: String, _ english: String, _ chinese: String) -> String {
    required(key, .reference(to: collection), english, chinese)
  }

  /// A mapping with fields of its own.
  func section<Value>(
    _ key: String, _ english: String, _ chinese: String, _ read: @escaping (RecordReader) -> Value
  ) -> Value {
    required(key, .section(read), english, chinese)
  }

  /// A mapping with fields of its own that may be left out.
  func optionalSection<Value>(
    _ key: String, _ english: String, _ chinese: String, _ read: @escaping (RecordReader) -> Value
  ) -> Value? {
    optional(key, .section(read), english, chinese)
  }

  /// A list of mappings, or the rows of a table.
  func list<Value>(
    _ key: String, atLeast least: Int = 0, _ english: String, _ chinese: String,
    _ read: @escaping (RecordReader) -> Value
  ) -> [Value] {
    required(key, .list(of: .section(read), atLeast: least), english, chinese)
  }

  /// A collection of mappings keyed by id, or a table with a column `id`; sorted by id.
  func collection<Value>(
    _ key: String, atLeast least: Int = 0, _ english: String, _ chinese: String,
    _ read: @escaping (RecordReader) -> Value
  ) -> [(id: String, value: Value)] {
    required(key, .collection(of: .section(read), atLeast: least), english, chinese)
  }
}
