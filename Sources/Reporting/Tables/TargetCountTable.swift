// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Quantities

/// `target_counts.csv`: how many targets are met together.
struct TargetCountTable: Table {
  let joint: JointTargets

  var description: TableDescription {
    TableDescription(
      "target_counts.csv", .init("How many targets are met together", "同时达成的目标数"),
      columns: [
        TableColumn(
          "statistic", .string, .init("Statistic", "统计量"),
          .init(
            "all: the targets that the simulation tells about are all met; all_at_base: the same at base values; "
              + "independent and comonotone: what it would be were they independent, or as dependent as can be; exactly: so "
              + "many are met.",
            "all 全部达成；all_at_base 基准值下全部达成；independent 假如相互独立；comonotone 假如完全同向（上限）；exactly 恰好达成若干项。")),
        TableColumn(
          "targets", .integer, .init("Targets", "目标数"), .init("How many targets are met.", "达成的目标数。")),
        TableColumn(
          "probability", .number, .init("Probability", "概率"), .init("Share of the replicates.", "模拟占比。")), .low, .high,
        .count,
      ], key: ["statistic", "targets"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    let targets = joint.exactly.count - 1
    try row("all", targets, joint.all.probability, joint.all.limits, into: &writer)
    try row("all_at_base", targets, joint.allAtBase, nil, into: &writer)
    try row("independent", targets, joint.ifIndependent, nil, into: &writer)
    try row("comonotone", targets, joint.ifComonotone, nil, into: &writer)
    for (number, chance) in joint.exactly.enumerated() {
      try row("exactly", number, chance.probability, chance.limits, into: &writer)
    }
  }

  private func row(
    _ statistic: String, _ targets: Int, _ probability: Double, _ limits: ClosedRange<Double>?,
    into writer: inout CSVWriter
  ) throws(ReportFailure) {
    writer.cell(statistic)
    writer.cell(targets)
    writer.cell(probability)
    writer.cell(limits?.lowerBound)
    writer.cell(limits?.upperBound)
    writer.cell(joint.count)
    try writer.endRow()
  }
}
