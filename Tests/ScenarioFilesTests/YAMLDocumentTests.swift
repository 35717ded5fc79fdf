// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct YAMLDocumentTests {
  func document(_ text: String) -> YAMLDocument { YAMLDocument(bytes: Array(text.utf8), file: "f") }

  func codes(_ text: String) -> [IssueCode] { document(text).issues.map(\.code) }

  @Test func keepsScalarsAsWritten() throws {
    let root = try #require(document("a: 010\nb: {c: .nan, d: 'x', e: 1e400}\nf: |\n  no\n").root)
    #expect(root["a"]?.scalar == ScalarText(text: "010", isQuoted: false))
    #expect(root["b"]?["c"]?.scalar?.text == ".nan")
    #expect(root["b"]?["d"]?.scalar == ScalarText(text: "x", isQuoted: true))
    #expect(root["b"]?["e"]?.scalar?.text == "1e400")
    #expect(root["f"]?.scalar == ScalarText(text: "no\n", isQuoted: true))
    #expect(root["b"]?["d"]?.position == SourcePosition(file: "f", line: 2, column: 17))
  }

  @Test func columnsCountScalars() throws {
    let root = try #require(document("\u{FEFF}名称: {甲: 乙, 丙: 丁}\r\n别: 1").root)
    #expect(root["名称"]?["丙"]?.position.column == 15)
    #expect(root.entries?.last?.keyPosition == SourcePosition(file: "f", line: 2, column: 1))
  }

  @Test(
    "what is refused before composing",
    arguments: [
      ("a: &x 1", 4, IssueCode.anchorOrTag), ("a: *x", 4, .anchorOrTag), ("a: !!str 1", 4, .anchorOrTag),
      ("- {a: [&y 1]}", 8, .anchorOrTag), ("? *x\n: 1", 3, .anchorOrTag), ("*x : 1", 1, .anchorOrTag),
      ("a: \u{1}", 4, .controlCharacter), ("a: x\u{7F}", 5, .controlCharacter),
    ])
  func refused(text: String, column: Int, code: IssueCode) {
    let document = document(text)
    #expect(document.root == nil)
    #expect(document.issues.map(\.code) == [code])
    #expect(document.issues.first?.position.column == column)
  }

  @Test(
    "what only looks like an anchor",
    arguments: [
      "a: R&D", "a: 'x &y'", "a: \"*b\"", "# &x *y !z\na: 1", "a: x # *y", "a: |\n  &x\n  *y\nb: 1", "a: >-\n  !z\n",
      "a: x *y",
      "a: it's\nb: x &y", "a: x\n  &y", "a: \"x\\\"\"\nb: [x&y]", "a: 5 * 3", "a: -*x", "a: 'it''s'\nb: x",
    ])
  func notAnAnchor(text: String) {
    #expect(document(text).issues == [])
  }

  @Test(arguments: [
    ("a: [1", IssueCode.syntax), ("a: b: c", .syntax), ("a:\n\t- b", .syntax), ("a: 1\n---\nb: 2", .severalDocuments),
    ("", .emptyFile), ("# nothing", .emptyFile), ("? [a]\n: 1", .keyNotText),
    (String(repeating: "[", count: 101), .nestedTooDeep), (String(repeating: "- ", count: 20_000), .nestedTooDeep),
  ])
  func notAScenario(text: String, code: IssueCode) {
    #expect(codes(text) == [code])
  }

  @Test(
    "a character that looks like another is named",
    arguments: [
      ("a: 1\nb：2\nc: 3\n", "':' in the place of full-width '：' at 2:2"),
      ("a: {b: 1，c: 2}\n", "',' in the place of full-width '，' at 1:9"),
      ("a: ｛b: 1｝\n", "'{' in the place of full-width '｛' at 1:4"),
      ("a:\n\tb: 1\n", "a space in the place of a tab at 2:1"),
      ("a: {b: 1,\n\u{A0}c: [2}\n", "a space in the place of a no-break space (U+00A0) at 2:1"),
    ])
  func lookalikes(text: String, expected: String) {
    let issues = document(text).issues
    #expect(issues.map(\.code) == [.syntax])
    #expect(issues.allSatisfy { $0.description.contains("expected \(expected)") }, "\(issues)")
    #expect(issues.allSatisfy { $0.text(.chinese).contains("应为") && $0.text(.chinese).contains("，而非") })
  }

  @Test func invalidUTF8() {
    let document = YAMLDocument(bytes: [97, 58, 32, 0xE5, 0x85, 10], file: "f")
    let message = "f:1:4: not UTF-8 (byte 0xE5); save it as UTF-8, a table in Excel as CSV UTF-8"
    #expect(document.issues.map(\.description) == [message])
  }

  @Test func duplicateKeysAreReportedTogether() throws {
    let document = document(
      """
      a: 1
      b: {c: 1, "d": 2, c: 3, d: 4, c: 5}
      a: 2
      甲: 1
      甲: 2
      'e': 1
      e: 2
      """)
    #expect(
      document.issues.map(\.description).sorted() == [
        "f:2:19: the key stands twice (c, first at f:2:5)", "f:2:25: the key stands twice (d, first at f:2:11)",
        "f:2:31: the key stands twice (c, first at f:2:5)", "f:3:1: the key stands twice (a, first at f:1:1)",
        "f:5:1: the key stands twice (甲, first at f:4:1)", "f:7:1: the key stands twice (e, first at f:6:1)",
      ])
    #expect(document.root?["a"]?.scalar?.text == "1")
    #expect(document.root?["b"]?["c"]?.scalar?.text == "1")
  }

  @Test func manyDuplicatesEnd() {
    let text = (0..<3_000).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(!document(text).issues.isEmpty)
    #expect(document("\"\\x61\": 1\na: 2").issues.map(\.code) == [.duplicateKey])
  }

  @Test("an alias bomb is refused before it goes off")
  func aliasBomb() {
    var text = "a0: &a0 [x]\n"
    for level in 1...12 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]\n"
    }
    text += "? *a12\n: 1\n"
    #expect(Set(codes(text)) == [.anchorOrTag])
  }
}
