// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
import Measures
public import Quantities

/// `leverage.csv`: what public money moved that would not have moved without it, plan by plan.
public struct LeverageTable: Table {
  private let rows: [CausalLeverage]
  private let restsOn: String

  /// The table of causal leverage.
  ///
  /// - Parameters:
  ///   - rows: One a plan and outcome.
  ///   - assumptions: Parameters that it rests on.
  public init(_ rows: [CausalLeverage], assumptions: [Parameter]) {
    self.rows = rows
    restsOn = assumptions.map { "\($0.path)=\($0.text)\($0.grade.map { " (\($0.rawValue))" } ?? "")" }
      .joined(separator: "; ")
  }

  /// The rows that a summary shows: those of regions, or of all where there is no region.
  var headline: [CausalLeverage] {
    let regional = rows.filter { $0.entity != "all" }
    return regional.isEmpty ? rows : regional
  }

  /// The file and columns.
  public var description: TableDescription {
    func number(_ name: String, _ unit: String, _ label: BilingualText, _ definition: BilingualText) -> TableColumn {
      TableColumn(name, .number, unit: unit, label, definition)
    }
    return TableDescription(
      "leverage.csv", .init("Causal leverage of public money", "公共资金的因果放大倍数"),
      columns: [
        TableColumn(
          "plan", .string, .init("Plan without it", "去除方案"),
          .init("Derived plan without the fund, term or instrument.", "去除该基金、条款或工具的派生方案。")),
        .entity, .metric,
        TableColumn("n", .integer, .init("Replicates", "样本数"), .init("Replicates of both plans.", "两方案共有的模拟次数。")),
        number(
          "with", "CNY", .init("With it", "保留时"), .init("Mean of the outcome in the base design.", "基准方案中该结果的均值。")),
        number("without", "CNY", .init("Without it", "去除时"), .init("Mean in the plan without it.", "去除方案中的均值。")),
        number(
          "uplift", "CNY", .init("Uplift", "净增量"),
          .init("With less without, on the same random numbers.", "同一随机数下两者之差。")),
        number(
          "reached", "CNY", .init("Reached", "涉及额"),
          .init(
            "What public money touches with it less without it, whether or not it would have come anyway.",
            "公共资金所涉及的部分（保留时减去除时），无论是否本来就会发生。")),
        number(
          "deadweight", "1", .init("Deadweight", "无谓部分"),
          .init("Part of that which would have come anyway: 1 - uplift / reached.", "本来就会发生的部分：1 − 净增量 / 涉及额。")),
        number(
          "deadweight_low", "1", .init("Deadweight, lower limit", "无谓部分下限"),
          .init("95 % limit by Fieller's theorem.", "Fieller 定理的 95 % 下限。")),
        number(
          "deadweight_high", "1", .init("Deadweight, upper limit", "无谓部分上限"),
          .init("95 % limit by Fieller's theorem.", "Fieller 定理的 95 % 上限。")),
        number(
          "outlay_present_value", "CNY", .init("Outlay saved, discounted", "节省支出现值"),
          .init("Gross public outlay of all levels with it less without it, discounted.", "各级公共支出现值之差（毛额）。")),
        number(
          "leverage_causal", "1", .init("Causal leverage", "因果放大倍数"),
          .init("Ratio of the means of uplift and outlay.", "净增量均值与支出均值之比。")),
        number("se", "1", .init("Standard error", "标准误"), .init("By the delta method.", "按 delta 法。")),
        number(
          "low", "1", .init("Lower limit", "下限"), .init("95 % limit by Fieller's theorem.", "Fieller 定理的 95 % 下限。")),
        number(
          "high", "1", .init("Upper limit", "上限"), .init("95 % limit by Fieller's theorem.", "Fieller 定理的 95 % 上限。")),
        TableColumn(
          "rests_on", .string, .init("Rests on", "依据"),
          .init(
            "Parameters that say whom public money reaches and what that changes, with their grades.",
            "决定资金作用对象与效果的参数及其证据等级。")),
      ], key: ["plan", "entity", "metric"])
  }

  /// Writes the rows in the order given.
  public func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for row in rows {
      writer.cell(row.plan)
      writer.cell(row.entity)
      writer.cell(row.metric.name)
      writer.cell(row.count)
      for number in [row.meanWith, row.meanWithout, row.uplift, row.reached] { writer.cell(number) }
      writer.cell(row.deadweight)
      writer.cell(row.deadweightLimits?.lowerBound)
      writer.cell(row.deadweightLimits?.upperBound)
      writer.cell(row.outlay)
      writer.cell(row.leverage)
      writer.cell(row.standardError)
      writer.cell(row.limits?.lowerBound)
      writer.cell(row.limits?.upperBound)
      writer.cell(restsOn)
      try writer.endRow()
    }
  }
}
