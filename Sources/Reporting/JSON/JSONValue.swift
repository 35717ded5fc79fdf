// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep their order and whose numbers keep their digits, so that its text is always the
/// same.
indirect enum JSONValue: Hashable, Sendable {
  /// No value.
  case null
  /// A truth value.
  case flag(Bool)
  /// A number, as it is written.
  case number(String)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// Named values in order.
  case object([Member])

  /// One member of an object.
  struct Member: Hashable, Sendable {
    /// The key.
    var name: String
    /// The value.
    var value: JSONValue

    /// One member of an object.
    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An integer, or null.
  static func whole(_ number: (some BinaryInteger)?) -> JSONValue { number.map { .number(String($0)) } ?? .null }

  /// A number, or null for nil, NaN and infinities.
  static func real(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    return .number(NumberText.text(number))
  }

  /// A list of texts.
  static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// An object from names and values in order.
  static func record(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The value of a member, if this is an object that has it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if this is one.
  var string: String? { if case .text(let text) = self { text } else { nil } }

  /// The number as an integer, if it is one.
  func integer<Number: FixedWidthInteger>(_ type: Number.Type = Int.self) -> Number? {
    if case .number(let text) = self { Number(text) } else { nil }
  }

  /// The number, if this is one.
  var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }

  /// The elements, if this is a list.
  var elements: [JSONValue]? { if case .list(let values) = self { values } else { nil } }

  /// The same object without one of its members.
  func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }
}
