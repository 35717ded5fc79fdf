// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import Reporting

@Suite struct JSONTests {
  private let value = JSONValue.record([
    "text": .text("a\"b\\c\n\t\u{1}中 😀/"), "empty": .list([]), "none": .record([:]), "null": .null,
    "list": .list([.flag(true), .flag(false), .whole(UInt64.max), .real(-0.0), .real(1e300), .real(.nan)]),
  ])

  @Test func writesWhatItReads() throws {
    let text = value.document()
    #expect(try JSONParser.value(Array(text.utf8)) == value)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["text"] as? String == "a\"b\\c\n\t\u{1}中 😀/")
  }

  @Test func readsEscapes() throws {
    let text = #" { "a" : "\u00e9\ud83d\ude00\/\b" , "b":[1,-2.5e3 ] } "#
    let read = try JSONParser.value(Array(text.utf8))
    #expect(read["a"]?.string == "é😀/\u{8}" && read["b"]?.elements?.last?.double == -2500)
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\" 1}", "nul", "\"\\x\"", "\"\\ud800\"", "1 2", "\"a\nb\"", "--1", "[nan]"])
  func refuses(text: String) {
    #expect(throws: JSONParser.Failure.self) { try JSONParser.value(Array(text.utf8)) }
  }

  @Test func depthIsLimited() {
    #expect(throws: JSONParser.Failure.self) {
      try JSONParser.value(Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
  }
}
