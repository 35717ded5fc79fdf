// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep their order and whose numbers keep their digits, so that its text is always the
/// same.
public indirect enum JSONValue: Hashable, Sendable {
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
  public struct Member: Hashable, Sendable {
    /// The key.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// One member of an object.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An integer, or null.
  public static func whole(_ number: (some BinaryInteger)?) -> JSONValue { number.map { .number(String($0)) } ?? .null }

  /// A list of texts.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// An object from names and values in order.
  public static func record(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The value of a member, if this is an object that has it.
  public subscript(name: String) -> JSONValue? {
    members.first { $0.name == name }?.value
  }

  /// The members, if this is an object.
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The object with a member more; the same without a value.
  public func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard let value else { return self }
    return .object(members + [Member(name, value)])
  }

  /// The text, if this is one.
  public var string: String? { if case .text(let text) = self { text } else { nil } }

  /// The number as an integer, if it is one.
  public func integer<Number: FixedWidthInteger>(_ type: Number.Type = Int.self) -> Number? {
    if case .number(let text) = self { Number(text) } else { nil }
  }

  /// The number, if this is one.
  public var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }

  /// The elements, if this is a list.
  public var elements: [JSONValue]? { if case .list(let values) = self { values } else { nil } }

  /// The same object without one of its members.
  public func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }
}
