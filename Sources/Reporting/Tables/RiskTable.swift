// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `risk.csv`: a row for every statement about a bad end, and for every probability.
struct RiskTable: Table {
  let designs: [DesignReport]

  var description: TableDescription {
    TableDescription(
      "risk.csv", .init("Risk statistics", "风险统计"),
      columns: [
        .entity, .metric,
        TableColumn(
          "statistic", .string, .init("Statistic", "统计量"),
          .init(
            "value_at_risk, expected_shortfall, probability_below, probability_at_least, probability_exists, or the share "
              + "of replicates with a status of the rate of return or a grade of the investment direction.",
            "风险价值、预期尾部损失、低于或不低于某值的概率、指标存在的概率，或收益率各状态、投向评价各等级的占比。")),
        TableColumn(
          "level", .number, .init("Level", "水平"),
          .init(
            "Tail probability of a value at risk or shortfall; threshold, in the metric's unit, of a probability.",
            "风险价值与预期尾部损失的尾部概率；概率的阈值（指标单位）。")),
        TableColumn(
          "value", .number, .init("Value", "数值"),
          .init("In the metric's unit; a probability is a fraction.", "以指标单位计；概率为小数。")),
        .low, .high, .count,
      ])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for design in designs {
      for risk in design.risks {
        writer.cell(design.name(ofEntity: risk.entity))
        writer.cell(risk.metric.name)
        writer.cell(risk.kind.rawValue)
        writer.cell(risk.level)
        writer.cell(risk.value)
        writer.cell(risk.low)
        writer.cell(risk.high)
        writer.cell(risk.count)
        try writer.endRow()
      }
    }
  }
}
