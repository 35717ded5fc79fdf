// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
public import Measures
import Quantities

/// `compare.csv`: a row for every entity, metric and design that was held against a baseline.
public struct ComparisonTable: Table {
  private let rows: [ComparisonRow]

  /// The table of a comparison.
  public init(_ rows: [ComparisonRow]) { self.rows = rows }

  /// The file and columns.
  public var description: TableDescription {
    func text(_ name: String, _ label: BilingualText, _ definition: BilingualText) -> TableColumn {
      TableColumn(name, .string, label, definition)
    }
    func number(_ name: String, _ label: BilingualText, _ definition: BilingualText) -> TableColumn {
      TableColumn(name, .number, label, definition)
    }
    return TableDescription(
      "compare.csv", .init("Paired comparison of designs", "方案的配对比较"),
      columns: [
        .entity, .metric, .unit,
        text("baseline", .init("Baseline", "基准方案"), .init("Design that is compared with.", "比较的基准。")),
        text("design", .init("Design", "方案"), .init("Design that is compared.", "被比较的方案。")),
        TableColumn(
          "n", .integer, .init("Replicates", "样本数"),
          .init("Replicates where the metric exists in both designs.", "两个方案中指标都存在的模拟次数。")),
        number("mean_baseline", .init("Mean of the baseline", "基准均值"), .init("Over those replicates.", "在这些模拟上的均值。")),
        number("mean_design", .init("Mean of the design", "方案均值"), .init("Over those replicates.", "在这些模拟上的均值。")),
        number("mean_difference", .init("Mean difference", "均值差"), .init("Design less baseline.", "方案减基准。")),
        number("se", .init("Standard error", "标准误"), .init("Of the mean difference.", "均值差的标准误。")),
        .low, .high,
        number(
          "p_better", .init("Probability of being better", "更优概率"),
          .init("On one replicate; ties count one half.", "在同一次模拟中更优的概率；相等计一半。")),
        number(
          "variance_reduction", .init("Variance reduction", "方差缩减"),
          .init(
            "How many times as many independent runs the same precision would take.", "同样精度所需的独立模拟次数的倍数。")),
      ], key: ["entity", "metric", "design"])
  }

  /// The metrics that were compared.
  public var metricsInRows: [HeadlineMetric] {
    HeadlineMetric.allCases.filter { metric in rows.contains { $0.metric == metric } }
  }

  /// Writes the rows in the order given.
  public func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for row in rows {
      writer.cell(row.entity)
      writer.cell(row.metric.name)
      writer.cell(row.metric.about.unit)
      writer.cell(row.baseline)
      writer.cell(row.design)
      writer.cell(row.count)
      writer.cell(row.meanBaseline)
      writer.cell(row.meanDesign)
      writer.cell(row.meanDifference)
      writer.cell(row.standardError)
      writer.cell(row.limits?.lowerBound)
      writer.cell(row.limits?.upperBound)
      writer.cell(row.probabilityBetter)
      writer.cell(row.varianceReduction)
      try writer.endRow()
    }
  }
}
