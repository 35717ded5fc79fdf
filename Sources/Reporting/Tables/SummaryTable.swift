// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `summary.csv`: a row for every entity and metric.
struct SummaryTable: Table {
  let designs: [DesignReport]

  var description: TableDescription {
    TableDescription(
      "summary.csv", .init("Distribution of the headline metrics", "主要指标的分布"),
      columns: [
        .entity, .metric, .unit, .count,
        TableColumn(
          "missing", .integer, .init("Missing", "缺失数"),
          .init("Replicates where the metric does not exist.", "指标不存在的模拟次数。")),
        .mean, .standardError,
        TableColumn(
          "sd", .number, .init("Standard deviation", "标准差"),
          .init(
            "Standard deviation of what the mean was taken of; of the linearised ratio for a ratio of means.",
            "均值所用数值的标准差；均值之比取线性化比值的标准差。")),
      ] + TableColumn.quantiles + [
        TableColumn(
          "p50_low", .number, .init("Median, lower limit", "中位数下限"),
          .init("Lower 95 % limit of the median, from order statistics.", "中位数的 95 % 下限（次序统计量）。")),
        TableColumn(
          "p50_high", .number, .init("Median, upper limit", "中位数上限"),
          .init("Upper 95 % limit of the median, from order statistics.", "中位数的 95 % 上限（次序统计量）。")),
      ], key: ["entity", "metric"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for design in designs {
      for summary in design.summaries {
        writer.cell(design.name(ofEntity: summary.entity))
        writer.cell(summary.metric.name)
        writer.cell(summary.metric.about.unit)
        writer.cell(summary.count)
        writer.cell(summary.missing)
        writer.cell(summary.mean)
        writer.cell(summary.standardError)
        writer.cell(summary.standardDeviation)
        writer.cells(quantiles: summary.quantiles)
        writer.cell(summary.medianLimits?.lowerBound)
        writer.cell(summary.medianLimits?.upperBound)
        try writer.endRow()
      }
    }
  }
}

extension CSVWriter {
  /// Writes the five quantiles, or empty cells where there are none.
  mutating func cells(quantiles: [Double]) {
    for position in TableColumn.quantiles.indices {
      cell(position < quantiles.count ? quantiles[position] : nil)
    }
  }
}
