// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import PortfolioModel
import Quantities
import Simulation
import Testing

@testable import Reporting

@Suite struct TextTests {
  @Test func widths() {
    #expect(TextWidth.columns("TVPI") == 4 && TextWidth.columns("总值倍数") == 8 && TextWidth.columns("e\u{301}") == 1)
    #expect(TextWidth.padded("中", to: 4) == "中  " && TextWidth.padded("1", to: 3, right: true) == "  1")
    #expect(TextWidth.cut("总值倍数", to: 7) == "总值.." && TextWidth.cut("abc", to: 3) == "abc")
  }

  @Test("columns begin at the same place whatever the characters before them")
  func alignment() {
    var table = TextTable(right: [1])
    table.add(["指标", "1.25", "甲"])
    table.add(["TVPI", "12.50", "b"])
    #expect(table.lines() == ["指标   1.25  甲", "TVPI  12.50  b"])
    table.add(["A metric with a name that is long", "3.75", "c"])
    #expect(table.lines(width: 42).last == "A metric with a name that is ..   3.75  c")
    #expect(table.lines(width: 10) == table.lines(width: 41))
  }

  @Test("the summary fits the screen and says where it comes from", arguments: Language.allCases)
  func summary(language: Language) async throws {
    let contents = try await Sample.contents(warnings: [BilingualText("high", "偏高")])
    let text = RunSummary.text(contents, folder: "runs/two", language: language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24 && lines.allSatisfy { TextWidth.columns(String($0)) <= 100 })
    #expect(lines[0] == (language == .english ? "Two funds, \"small\"" : "两只基金"))
    for needed in ["200", "18446744073709551615", "runs/two", "TVPI", "IRR", "city", "seed_fund", "public/city"]
    where language == .english { #expect(text.contains(needed), "\(needed)") }
    let assumptions = BilingualText(
      "3 parameters: defaults 1, assumptions (graded prior or mem-*) 1", "参数 3 个：默认值 1 个，假设（等级 prior 或 mem-*）1 个")
    #expect(text.contains(assumptions(language)))
    #expect(text.contains(language == .english ? "100 million yuan" : "亿元"))
    let columns = lines.filter { $0.contains("(") && $0.contains("..") && !$0.contains("%)") }
    #expect(columns.count >= 6)
  }

  @Test("many funds are cut with a word")
  func manyFunds() async throws {
    let design = DesignReport(try await Sample.outcomes[0], riskLevels: [])
    let narrow = FundSummary(design, .english).lines(width: 44, height: 10)
    #expect(narrow.last == "and 1 more in summary.csv" && narrow.count == 9)
    #expect(FundSummary(design, .english).lines(width: 44, height: 18).count == 16)
  }

  @Test(arguments: Language.allCases)
  func comparison(language: Language) async throws {
    let base = try await Sample.outcomes[0]
    let rows = Comparison.rows([base, base], names: ["base", "same"], baseline: 0)
    let text = ComparisonText.table(rows, language: language)
    let lines = text.split(separator: "\n")
    let entities = Set(rows.map(\.entity)).count
    // Title and heads; where a metric does not always exist, what n is.
    let others = Set(rows.map(\.count)).count > 1 ? 3 : 2
    #expect(lines.count == rows.count + entities + others)
    #expect(lines.allSatisfy { TextWidth.columns(String($0)) <= 100 })
    let values = lines.filter { $0.hasPrefix("  ") }
    #expect(Set(values.map { TextWidth.columns(String($0)) }).count == 1)
    #expect(values.allSatisfy { $0.contains(" 50.0 %") })
    let json = try JSONSerialization.jsonObject(with: Data(ComparisonText.json(rows).utf8))
    #expect((json as? [[String: Any]])?.count == rows.count)
    #expect((json as? [[String: Any]])?.first?["variance_reduction"] is NSNull)
  }

  @Test("a variance reduction beyond all sense keeps to its column", arguments: [9.96, 1e9, 1.1e9, 1e30])
  func varianceReduction(times: Double) async throws {
    let base = try await Sample.outcomes[0]
    var row = try #require(Comparison.rows([base, base], names: ["base", "same"], baseline: 0).first)
    row.varianceReduction = times
    let text = ComparisonText.table([row], language: .english)
    let shown = [9.96: " 10.0\n", 1e9: " 1,000,000,000\n", 1.1e9: " > 1e9\n", 1e30: " > 1e9\n"]
    #expect(text.hasSuffix(try #require(shown[times])), "\(text)")
  }

  @Test("money of state-owned enterprises is not called a budget's")
  func publicMoney() async throws {
    #expect(Set(PublicLevel.allCases.map(\.label.chinese)).count == PublicLevel.allCases.count)
    for level in PublicLevel.allCases {
      #expect(level.label.chinese.contains("财政") == (level != .stateOwned))
      #expect(level.label.english.contains("budget") == (level != .stateOwned))
    }
    let text = RunSummary.text(try await Sample.contents(), folder: "a", language: .chinese)
    #expect(text.contains("public/city 市级财政") && text.contains("公共资金") && !text.contains("财政资金"))
  }

  @Test(
    "money in sensible units",
    arguments: [
      (1.2345e9, "CNY 1,234.50 million", "12.35 亿元"), (20_000_000, "CNY 20.00 million", "2,000.00 万元"),
      (250_000, "CNY 0.25 million", "25.00 万元"),
    ])
  func money(yuan: Double, english: String, chinese: String) {
    #expect(ValueText.money(yuan, .english) == english && ValueText.money(yuan, .chinese) == chinese)
  }
}
