// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
import Measures
public import Quantities

/// A comparison of designs for the terminal and for programs.
public enum ComparisonText {
  /// A table, a line for every entity, metric and design.
  public static func table(_ rows: [ComparisonRow], language: Language) -> String {
    var lines: [String] = []
    for (position, row) in rows.enumerated()
    where position == 0 || rows[position - 1].design != row.design || rows[position - 1].baseline != row.baseline {
      let group = rows[position...].prefix { $0.design == row.design && $0.baseline == row.baseline }
      lines += (lines.isEmpty ? [] : [""]) + [title(group, row)(language)] + table(group, language)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func title(_ rows: ArraySlice<ComparisonRow>, _ row: ComparisonRow) -> BilingualText {
    let count = NumberText.grouped(rows.map(\.count).max() ?? 0)
    return BilingualText(
      "\(row.design) against \(row.baseline), \(count) replicates; +/- are 95 % limits of simulation error",
      "\(row.design) 相对 \(row.baseline)，\(count) 次模拟；+/- 为 95 % 模拟误差限")
  }

  private static func table(_ rows: ArraySlice<ComparisonRow>, _ language: Language) -> [String] {
    var table = TextTable(right: [1, 2, 3, 4, 5, 6, 7])
    let most = rows.map(\.count).max() ?? 0
    let areSome = rows.contains { $0.count < most }
    let heads = [
      TableColumn.metric.label, BilingualText("Baseline", "基准"), BilingualText("Design", "方案"),
      BilingualText("Difference", "差"), BilingualText("+/-", "+/-"), BilingualText("P(better)", "更优概率"),
      BilingualText("Var.red.", "方差缩减"),
    ]
    table.add(heads.map { $0(language) } + (areSome ? ["n"] : []))
    var entity = ""
    for row in rows {
      if row.entity != entity { table.add([row.entity]) }
      entity = row.entity
      table.add(cells(row, language) + (areSome ? [NumberText.grouped(row.count)] : []))
    }
    return table.lines() + (areSome ? [replicates(language)] : [])
  }

  private static let replicates = BilingualText(
    "n: replicates in which both have the metric; nothing is said of the others (never paid back, say)",
    "n：两方案都有该指标的模拟次数；其余模拟（如始终未回本的）不在比较之内")

  /// A line for what only one of two designs records, if there is anything.
  public static func unshared(_ names: [String], of design: String, language: Language) -> String {
    guard !names.isEmpty else { return "" }
    let list = names.joined(separator: language == .chinese ? "、" : ", ")
    let text = BilingualText("Only in \(design), so not compared: \(list)", "仅 \(design) 有、未作比较：\(list)")
    return text(language) + "\n"
  }

  private static func cells(_ row: ComparisonRow, _ language: Language) -> [String] {
    let scale = scale(row)
    func text(_ value: Double) -> String { NumberText.rounded(value / scale.divisor, places: scale.places) }
    let unit = scale.unit(language)
    return [
      "  " + row.metric.about.label(language) + (unit.isEmpty ? "" : ", \(unit)"), text(row.meanBaseline),
      text(row.meanDesign), text(row.meanDifference),
      row.limits.map { text($0.upperBound - row.meanDifference) } ?? "–", ValueText.percent(row.probabilityBetter),
      row.varianceReduction.map(reduction) ?? "–",
    ]
  }

  /// Beyond a thousand million the difference is little more than rounding, and digits would say nothing.
  private static func reduction(_ times: Double) -> String {
    times > 1e9 ? "> 1e9" : NumberText.rounded(times, places: times < 10 ? 1 : 0)
  }

  /// How the numbers of a row are shown.
  private static func scale(_ row: ComparisonRow) -> (divisor: Double, places: Int, unit: BilingualText) {
    switch row.metric.about.unit {
    case "CNY":
      let money = ValueText.MoneyScale.suitable(for: max(row.meanBaseline.magnitude, row.meanDesign.magnitude))
      return (money.yuan, 3, money.name)
    case "1/year": return (0.01, 2, BilingualText("%", "%"))
    case "year": return (1, 2, BilingualText("", ""))
    default: return (1, 3, BilingualText("", ""))
    }
  }

  /// The rows as JSON, a record each, with the names of `compare.csv`.
  public static func json(_ rows: [ComparisonRow]) -> String {
    JSONValue.list(
      rows.map { row in
        .record([
          "entity": .text(row.entity), "metric": .text(row.metric.name), "unit": .text(row.metric.about.unit),
          "baseline": .text(row.baseline), "design": .text(row.design), "n": .whole(row.count),
          "mean_baseline": .real(row.meanBaseline), "mean_design": .real(row.meanDesign),
          "mean_difference": .real(row.meanDifference), "se": .real(row.standardError),
          "low": .real(row.limits?.lowerBound), "high": .real(row.limits?.upperBound),
          "p_better": .real(row.probabilityBetter), "variance_reduction": .real(row.varianceReduction),
        ])
      }
    ).document()
  }
}
