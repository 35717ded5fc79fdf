// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Reads JSON (RFC 8259) that may have been edited by hand, at most 64 levels deep.
struct JSONParser {
  /// The text is not JSON.
  struct Failure: Error, Hashable {
    /// The byte at which reading stopped.
    var offset: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The value that a text holds, and nothing besides.
  static func value(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.failure }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var failure: Failure { Failure(offset: position) }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while [0x20, 0x0a, 0x0d, 0x09].contains(current) { position += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    guard current == byte else { throw failure }
    position += 1
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < 64 else { throw failure }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    for byte in word.utf8 { try expect(byte) }
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    while "+-.0123456789Ee".utf8.contains(current) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw Failure(offset: start) }
    return .number(text)
  }

  private mutating func list(depth: Int) throws(Failure) -> JSONValue {
    var values: [JSONValue] = []
    try expect(UInt8(ascii: "["))
    skipSpace()
    if current == UInt8(ascii: "]") {
      position += 1
      return .list([])
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      guard current == UInt8(ascii: ",") else { break }
      position += 1
    }
    try expect(UInt8(ascii: "]"))
    return .list(values)
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    var members: [JSONValue.Member] = []
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if current == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipSpace()
      let name = try text()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      guard current == UInt8(ascii: ",") else { break }
      position += 1
    }
    try expect(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func text() throws(Failure) -> String {
    try expect(UInt8(ascii: "\""))
    var units: [UInt8] = []
    while current != UInt8(ascii: "\"") {
      guard current >= 0x20 else { throw failure }
      if current == UInt8(ascii: "\\") {
        position += 1
        units.append(contentsOf: try escape())
      } else {
        units.append(current)
        position += 1
      }
    }
    position += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    let mark = current
    position += 1
    switch mark {
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [mark]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: throw failure
    }
  }

  private mutating func scalar() throws(Failure) -> Character {
    var unit = UInt32(try hexadecimal())
    if (0xd800..<0xdc00).contains(unit), current == UInt8(ascii: "\\") {
      position += 1
      try expect(UInt8(ascii: "u"))
      unit = 0x10000 + (unit - 0xd800) << 10 + UInt32(try hexadecimal()) - 0xdc00
    }
    guard let scalar = Unicode.Scalar(unit) else { throw failure }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(Failure) -> UInt16 {
    guard position + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure }
    position += 4
    return unit
  }
}
