// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import Simulation

/// `periods.csv`: a row for every entity, metric and quarter.
struct PeriodTable: Table {
  let designs: [DesignReport]

  var description: TableDescription {
    TableDescription(
      "periods.csv", .init("Distribution by quarter", "按季度的分布"),
      columns: [
        .entity, .metric,
        TableColumn(
          "period_end", .date, .init("End of quarter", "季末"), .init("Last day of the quarter.", "季度最后一天。")),
        .unit, .count, .mean, .standardError,
      ] + TableColumn.quantiles, key: ["entity", "metric", "period_end"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for design in designs {
      let time = design.outcome.labels.time
      let ends = (0..<time.quarters).map { Array(time.lastDay(of: $0).description.utf8) }
      for period in design.periods {
        writer.cell(design.name(ofEntity: period.series.entity))
        writer.cell(period.series.metric.rawValue)
        writer.cell(escaped: ends[period.series.quarter])
        writer.cell(period.series.metric.about.unit)
        writer.cell(period.count)
        writer.cell(period.mean)
        writer.cell(period.standardError)
        writer.cells(quantiles: period.quantiles)
        try writer.endRow()
      }
    }
  }
}
