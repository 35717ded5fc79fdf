// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import PortfolioModel
import Quantities

/// `targets.csv`: a row for every target, and one for all of them together.
struct TargetTable: Table {
  let report: TargetReport

  var description: TableDescription {
    TableDescription(
      "targets.csv", .init("Targets and their probabilities", "目标与达成概率"),
      columns: TargetTable.subject + TargetTable.probabilities + TargetTable.distances, key: ["target"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for finding in report.findings {
      write(subject: finding, into: &writer)
      writer.cell(finding.probability)
      writer.cell(finding.limits?.lowerBound)
      writer.cell(finding.limits?.upperBound)
      writer.cell(finding.probabilityAtBase)
      writer.cell(finding.mean)
      writer.cell(finding.medianOverThreshold)
      writer.cell(finding.leadFactors[0])
      writer.cell(finding.leadFactors[1])
      writer.cell(finding.expectedShortfall)
      writer.cell(finding.firstMet.map { report.time.lastDay(of: $0).description } ?? "")
      writer.cell(finding.bindingUnit ?? "")
      writer.cell(finding.required)
      writer.cell(finding.requiredUnit)
      writer.cell(finding.reason?.english ?? "")
      if finding.count > 0 { writer.cell(finding.count) } else { writer.missing() }
      try writer.endRow()
    }
    if let joint = report.joint { try write(joint, into: &writer) }
  }

  private func write(subject finding: TargetFinding, into writer: inout CSVWriter) {
    let target = finding.target
    let first = target.window.map { ($0.from ?? report.time.start).firstDay.description }
    writer.cell(finding.id)
    writer.cell(finding.status.rawValue)
    writer.cell(target.entity)
    let divisor = [target.overEntity, target.over].compactMap(\.self).joined(separator: ":")
    writer.cell(divisor.isEmpty ? target.metric : "\(target.metric)/\(divisor)")
    writer.cell(first ?? "")
    writer.cell(target.window?.to.lastDay.description ?? "")
    writer.cell(target.growth == nil ? target.inequality.rawValue : "growth_\(target.inequality.rawValue)")
    writer.cell(target.threshold.value)
    writer.cell(target.unit)
  }

  /// All that the simulation tells about, together.
  private func write(_ joint: JointTargets, into writer: inout CSVWriter) throws(ReportFailure) {
    writer.cell("all")
    writer.cell(TargetFinding.Status.estimated.rawValue)
    for _ in 2..<TargetTable.subject.count { writer.missing() }
    writer.cell(joint.all.probability)
    writer.cell(joint.all.limits.lowerBound)
    writer.cell(joint.all.limits.upperBound)
    writer.cell(joint.allAtBase)
    for _ in 1..<TargetTable.distances.count { writer.missing() }
    writer.cell(joint.count)
    try writer.endRow()
  }

  /// What the target is.
  private static var subject: [TableColumn] {
    [
      TableColumn("target", .string, .init("Target", "目标"), .init("Id of the target, or all.", "目标编号；all 为全部合计。")),
      TableColumn(
        "status", .string, .init("Status", "状态"),
        .init(
          "estimated by the simulation; input: a decision of the scenario; circular: the simulation was set up to meet it; "
            + "no_data: nothing simulated tells.",
          "estimated 由模拟估计；input 为本方案的决策；circular 按目标设定的模拟；no_data 模拟不含该指标。")),
      TableColumn(
        "entity", .string, .init("Entity", "主体"),
        .init("An entity, or a pattern of entities each of which must meet it.", "主体；含 * 时每个匹配的主体都须达标。")),
      TableColumn(
        "metric", .string, .init("Metric", "指标"),
        .init(
          "Name of the metric; a ratio as metric/metric, or metric/entity:metric.", "指标名；比率写作 指标/指标 或 指标/主体:指标。")),
      TableColumn(
        "window_start", .date, .init("Window, first day", "时段首日"),
        .init("First day that counts; empty for the whole run.", "计入的首日；全程指标为空。")),
      TableColumn(
        "window_end", .date, .init("Window, last day", "时段末日"),
        .init("Last day that counts; empty for the whole run.", "计入的末日；全程指标为空。")),
      TableColumn(
        "comparison", .string, .init("Comparison", "达标方向"),
        .init(
          "at_least, at_most, above or below; growth_ before it where growth from each window to the next is asked for.",
          "at_least 不低于、at_most 不超过、above 高于、below 低于；前缀 growth_ 为相邻时段的增长。")),
      TableColumn(
        "threshold", .number, .init("Threshold", "目标值"),
        .init("In the unit of the row; a fraction a window for growth.", "以本行单位计；增长为每期小数。")),
      .unit,
    ]
  }

  /// How likely it is.
  private static var probabilities: [TableColumn] {
    [
      TableColumn(
        "probability", .number, .init("Probability", "达成概率"),
        .init(
          "Share of replicates that meet it, uncertain numbers drawn anew in each; where the metric does not exist it is not "
            + "met. 0 or 1 for an input; empty for circular and no_data.",
          "达标的模拟占比，不确定的数字每次重新抽取；指标不存在即未达标。input 为 0 或 1；circular 与 no_data 为空。")),
      .low, .high,
      TableColumn(
        "probability_at_base", .number, .init("Probability at base values", "基准值下的概率"),
        .init(
          "The same with all numbers at their base values, on the same random numbers.", "各数字取基准值、随机数相同时的概率。")),
    ]
  }

  /// How far away it is.
  private static var distances: [TableColumn] {
    [
      TableColumn("mean", .number, .init("Mean", "均值"), .init("Of the metric where it exists.", "指标存在时的均值。")),
      TableColumn(
        "median_over_threshold", .number, .init("Median over threshold", "中位数与目标值之比"),
        .init(
          "Median of the metric where it exists, over a threshold above 0; empty for others.",
          "指标存在时的中位数与大于 0 的目标值之比；其余为空。")),
      TableColumn(
        "lead_factor_50", .number, .init("Lead factor for 50 %", "概率 50 % 所需线索倍数"),
        .init(
          "Factor on all lead rates at which the probability is 50 %; empty without promotion.",
          "使概率为 50 % 的线索倍数；无招商模块则为空。")),
      TableColumn(
        "lead_factor_80", .number, .init("Lead factor for 80 %", "概率 80 % 所需线索倍数"),
        .init("The same for 80 %.", "使概率为 80 % 的线索倍数。")),
      TableColumn(
        "expected_shortfall", .number, .init("Expected shortfall", "平均缺口"),
        .init("Mean of what is missing, at least 0 on each replicate, where the metric exists.", "指标存在时平均差多少达标（达标计 0）。")
      ),
      TableColumn(
        "first_met_p50", .date, .init("First met", "首次达标日"),
        .init(
          "Last day of the quarter by which half of the replicates have met it, possibly after the window; empty if never, "
            + "or where no such quarter exists.",
          "半数模拟首次达标的季末（可晚于时段）；从未达标或无从判断时为空。")),
      TableColumn(
        "binding_unit", .string, .init("Binding unit", "制约主体"),
        .init("Of several entities the one that is worst most often where it is missed.", "多个主体中，未达标时最常居末的主体。")),
      TableColumn(
        "required", .number, .init("Required", "需要达到"),
        .init("The threshold, or what growth from its baseline comes to in the last window.", "目标值；增长目标为末期应达数值。")),
      TableColumn(
        "required_unit", .string, .init("Unit of what is required", "所需数值的单位"),
        .init("Unit of required; for growth that of the amount that grows.", "required 的单位；增长目标为所增长数额的单位。")),
      TableColumn(
        "reason", .string, .init("Reason", "原因"),
        .init("Why no probability is stated.", "不给出概率的原因。")),
      .count,
    ]
  }
}
