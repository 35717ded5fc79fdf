// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation

/// `assessment.csv`: score and rank of everybody assessed, period by period, with the numbers behind the points.
struct AssessmentTable: Table {
  let assessment: Assessment
  let rows: [AssessmentRow]
  let labels: PlanLabels

  var description: TableDescription {
    TableDescription(
      "assessment.csv", .init("Scores and ranks", "考核得分与排名"),
      columns: [
        TableColumn("promotion_unit", .string, .init("Entity", "被考核主体"), .init("Who is assessed.", "被考核主体。")),
        TableColumn(
          "period_end", .date, .init("End of the period", "期末"), .init("Last day of the period.", "考核期末日。")),
        TableColumn("period", .string, .init("Period", "考核周期"), .init("quarter or year.", "quarter 季度、year 年度。")),
        TableColumn("score", .number, .init("Score", "得分"), .init("Mean points over the replicates.", "各次模拟得分的均值。")),
        .standardError,
        TableColumn(
          "rank_mean", .number, .init("Mean rank", "平均名次"),
          .init("1 for the most points; those that are equal share the mean of their ranks.", "得分最高为 1；得分相同取名次的均值。")),
        TableColumn(
          "p_first", .number, .init("Probability of being first", "居首概率"),
          .init("Several that are equal share it.", "得分相同时平分。")),
        TableColumn(
          "p_last", .number, .init("Probability of being last", "居末概率"),
          .init("Several that are equal share it.", "得分相同时平分。")),
        .count,
      ] + indicators, key: ["promotion_unit", "period_end", "period"])
  }

  /// One column for each indicator and adjustment.
  private var indicators: [TableColumn] {
    func column(_ id: String, _ name: BilingualText, _ measure: AssessmentMetric) -> TableColumn {
      let formula = measure.over.map { "\(measure.metric)/\($0)" } ?? measure.metric
      return TableColumn(
        id, .number, name,
        .init("Mean of \(formula), \(measure.span.words.english).", "\(formula) 的均值，\(measure.span.words.chinese)。"))
    }
    return assessment.indicators.map { column($0.id, $0.value.name, $0.value.measure) }
      + assessment.adjustments.map { column($0.id, $0.value.name, $0.value.measure) }
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for row in rows {
      writer.cell(labels.entities[row.entity])
      writer.cell(labels.time.lastDay(of: row.quarter).description)
      writer.cell(row.isYear ? "year" : "quarter")
      writer.cell(row.score)
      writer.cell(row.standardError)
      writer.cell(row.rank)
      writer.cell(row.first)
      writer.cell(row.last)
      writer.cell(row.count)
      for value in row.values { writer.cell(value) }
      try writer.endRow()
    }
  }
}

extension AssessmentSpan {
  /// Since when amounts count, in words.
  fileprivate var words: BilingualText {
    switch self {
    case .period: .init("in the period", "当期")
    case .yearToDate: .init("since the beginning of the year", "年初至今")
    case .toDate: .init("since the beginning of the run", "起始至今")
    }
  }
}
