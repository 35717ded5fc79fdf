// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// One of the cases of an enumeration.
  static func choice(_ type: Value.Type) -> Self where Value: CaseIterable & RawRepresentable<String> {
    choice(among: Value.allCases.map(\.rawValue), placeholder: firstCase()) { Value(rawValue: $0) }
  }

  /// One of some words that another room knows.
  static func word(among words: [String]) -> Self where Value == String {
    choice(among: words, placeholder: "") { words.contains($0) ? $0 : nil }
  }

  private static func choice(
    among words: [String], placeholder: Value, _ value: @escaping (String) -> Value?
  ) -> Self {
    scalar(.oneOf(words), placeholder: placeholder, schema: SchemaParts.choice(words)) { place, written in
      if let value = value(written.text.text) { return value }
      place.report(
        .unknownChoice(written.text.text), at: written.position, expected: .oneOf(words),
        suggestion: Spelling.suggestion(for: written.text.text, among: words))
      return nil
    }
  }

  private static func firstCase() -> Value where Value: CaseIterable {
    guard let first = Value.allCases.first else { preconditionFailure("an enumeration without cases") }
    return first
  }

  /// A text that is not empty.
  static func text() -> Self where Value == String {
    scalar(.text, placeholder: "", schema: SchemaParts.text) { place, written in
      guard written.text.text.contains(where: { !$0.isWhitespace }) else {
        place.report(.emptyText, at: written.position, expected: .text)
        return nil
      }
      return written.text.text
    }
  }

  /// `true` or `false`, in one of the three ways in which YAML 1.2 writes them.
  static func flag() -> Self where Value == Bool {
    scalar(.flag, placeholder: false, schema: SchemaParts.flag) { place, written in
      switch written.text.text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default:
        place.report(.unknownChoice(written.text.text), at: written.position, expected: .flag)
        return nil
      }
    }
  }

  /// A day, within an interval if one is given.
  static func date() -> Self where Value == CalendarDate {
    let placeholder = CalendarDate(dayNumber: 730_120)
    return scalar(.date, placeholder: placeholder, schema: SchemaParts.date) { place, written in
      guard let date = CalendarDate(iso: written.text.text) else {
        place.report(
          .badDate(written.text.text), at: written.position, expected: .date,
          suggestion: DateSpelling.day(written.text.text).map { "\($0)" })
        return nil
      }
      return date
    }
  }

  /// A quarter.
  static func quarter() -> Self where Value == Quarter {
    scalar(.quarter, placeholder: Quarter(index: 8_000), schema: SchemaParts.quarter) { place, written in
      guard let quarter = Quarter(text: written.text.text) else {
        place.report(
          .badQuarter(written.text.text), at: written.position, expected: .quarter,
          suggestion: DateSpelling.quarter(written.text.text).map { "\($0)" })
        return nil
      }
      return quarter
    }
  }

  /// A whole number of 64 bits, such as a seed.
  static func unsigned() -> Self where Value == UInt64 {
    let expected = Expectation.words(
      BilingualText("a whole number from 0 to 18446744073709551615", "0 至 18446744073709551615 的整数"))
    return scalar(expected, placeholder: 0, schema: SchemaParts.unsigned) { place, written in
      guard written.text.text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt64(written.text.text) else {
        place.report(.quantity(.notWhole, text: written.text.text), at: written.position, expected: expected)
        return nil
      }
      return number
    }
  }

  /// The id of a member of the collection with a path pattern, or one of some other words.
  static func reference(to collection: String, or words: [String] = []) -> Self where Value == String {
    let expected = Expectation.words(
      BilingualText(
        "an id of \(collection)\(words.map { ", or \($0)" }.joined())",
        " \(collection) 中的标识\(words.map { "，或 \($0)" }.joined())"))
    return scalar(expected, placeholder: "", schema: SchemaParts.identifier(or: words)) { place, written in
      let id = written.text.text
      guard let known = place.context.knownIDs(of: collection), !words.contains(id), !known.contains(id) else {
        return id
      }
      place.report(
        .unknownReference(id), at: written.position, expected: expected,
        suggestion: Spelling.suggestion(for: id, among: known.union(words)))
      return nil
    }
  }

  /// A word of the scenario's own, such as `chain_leader`: standing here makes it known to references.
  static func word(declaring collection: String) -> Self where Value == String {
    scalar(.identifier, placeholder: "", schema: SchemaParts.identifier(or: [])) { place, written in
      guard Identifier.isValid(written.text.text) else {
        place.report(.badIdentifier(written.text.text), at: written.position, expected: .identifier)
        return nil
      }
      place.context.note(ids: [written.text.text], of: collection)
      return written.text.text
    }
  }

  /// The path of an uncertain number of this scenario; its place in the register.
  static func parameterPath() -> Self where Value == Int {
    let expected = Expectation.words(
      BilingualText("the path of an uncertain number of this scenario", "本情景中某一不确定参数的路径"))
    return scalar(expected, placeholder: -1, schema: SchemaParts.text) { place, written in
      if let index = place.context.uncertainParameter(at: written.text.text) { return index }
      place.report(
        .unknownReference(written.text.text), at: written.position, expected: expected,
        suggestion: Spelling.suggestion(for: written.text.text, among: place.context.uncertainPaths))
      return nil
    }
  }

  /// A scalar that is entered into the register when it can be read.
  private static func scalar(
    _ expected: Expectation, placeholder: Value, schema: JSONValue,
    read: @escaping (FieldPlace, SourcedText) -> Value?
  ) -> Self {
    FieldKind(
      expected: expected, placeholder: { _, _ in placeholder },
      read: { place in
        guard let written = place.sourcedText(rangeAllowed: false, expected: expected),
          let value = read(place, written)
        else { return placeholder }
        _ = place.register(written)
        return value
      },
      schema: { _, _ in SchemaParts.sourced(schema) }, isWord: true)
  }
}
