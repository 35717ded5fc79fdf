// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct IssueTests {
  /// A scenario with twenty mistakes.
  static let mistaken = """
    guidefund: 7
    name: {en: A}
    start: 2025-04-01
    sources:
      plan: {title: {en: The plan, zh: 方案}}
    sectors:
      chips: {name: {en: Chips, zh: 芯片}}
      drugs: {name: {en: Drugs, zh: 医药}}
    growth: {2025: 5, 2026: 4.5 %}
    rounds: [500 万元, 3e6 yuann]
    funds:
      city:
        name: City
        size: {value: 20 亿元, low: 21 亿元, high: 25 亿元, shape: norml, source: plam, grade: VV}
        term: .inf
        cap: 1e400 亿元
        ending: {kind: sail, discount: 25 %}
        mix: {chips: 70 %, drugs: 40 %}
        colour: red
      county:
        name: {en: County, zh: 县基金}
        size: 5 亿元
        size: 6 亿元
        fee: {rate: {value: 1 %, low: 0.5 %}}
        term: 96 month
        parent: cty
        ending:
          kind: holding
          years: 30
        mix: {chips: 100 %}
        open: yes
    """

  @Test func twentyMistakesTwentyMessages() {
    let issues = Sample.load(IssueTests.mistaken).issues
    #expect(
      issues.map { "\($0.position.line):\($0.position.column) \($0.code.rawValue)" } == [
        "1:12 format_version", "2:7 missing_key", "3:8 bad_quarter", "9:16 missing_unit", "10:18 unknown_unit",
        "13:11 wrong_type", "14:31 base_outside_range", "14:58 unknown_choice", "14:73 unknown_source",
        "14:86 unknown_choice", "15:11 not_finite", "16:10 not_finite", "17:20 unknown_choice", "18:10 shares_sum",
        "19:5 unknown_key", "23:5 duplicate_key", "24:17 range_incomplete", "26:13 unknown_reference",
        "29:14 out_of_range", "31:11 unknown_choice",
      ], "\(issues.map(\.description).joined(separator: "\n"))")
    let chinese = issues.map { $0.text(.chinese) }
    #expect(chinese.allSatisfy { text in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
    #expect(chinese.contains("s.yaml:18:10: funds.city.mix: 各份额之和为 110 %；应为合计 100 %"))
    #expect(chinese.contains("s.yaml:26:13: funds.county.parent: 没有此标识的条目（cty）；应为 funds 中的标识；是否想写“city”？"))
  }

  @Test func json() throws {
    let issues = Sample.load(IssueTests.mistaken).issues
    let data = Data(ScenarioIssue.json(issues, .english).utf8)
    let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(objects.count == issues.count)
    let reference = try #require(objects.first { $0["code"] as? String == "unknown_reference" })
    #expect(
      Set(reference.keys) == [
        "file", "line", "column", "path", "code", "severity", "message", "expected", "suggestion",
      ])
    #expect(reference["line"] as? Int == 26 && reference["suggestion"] as? String == "city")
    #expect(ScenarioIssue.json([], .chinese) == "[]\n")
  }

  @Test func issuesAreSortedAndListedOnce() {
    let first = ScenarioIssue(SourcePosition(file: "a", line: 1, column: 2), "x", .emptyText)
    let second = ScenarioIssue(SourcePosition(file: "a", line: 2, column: 1), "x", .emptyText)
    let third = ScenarioIssue(SourcePosition(file: "b", line: 1, column: 1), "x", .emptyText)
    #expect(ScenarioRejected(issues: [third, second, first, second]).issues == [first, second, third])
  }

  @Test(
    arguments: [
      ("captial", ["capital", "capitol"], "capital"), ("sail", ["sale", "sell"], "sale"), ("Term", ["term"], "term"),
      ("xyz", ["term"], nil), ("a", ["b"], nil), ("management_fe", ["management_fee"], "management_fee"),
      ("rate", ["rate"], nil), ("rtae", ["rate", "rat"], "rate"), ("bench", ["benchmark"], "benchmark"),
      ("extension_count_x", ["extension"], "extension"),
    ] as [(String, [String], String?)])
  func spelling(word: String, candidates: [String], suggestion: String?) {
    #expect(Spelling.suggestion(for: word, among: candidates) == suggestion)
  }

  @Test func distances() {
    #expect(Spelling.distance("", "abc") == 3)
    #expect(Spelling.distance("kitten", "sitting") == 3)
    #expect(Spelling.distance("ca", "ac") == 1)
    #expect(Spelling.distance("ca", "abc") == 3)
  }

  @Test(arguments: [
    (QuantityKind.share, 0.07, "7 %"), (.annualRate, 0.003, "0.3 %"), (.money, 3e8, "3 亿元"), (.money, 5e7, "5000 万元"),
    (.money, 0.01, "0.01 元"), (.timeSpan, 2.5, "2.5 years"), (.count, 20, "20"), (.number, 1e-7, "1e-07"),
    (.area, 300, "300 亩"),
  ])
  func writtenQuantities(kind: QuantityKind, value: Double, text: String) {
    #expect(kind.written(value) == text)
  }
}
