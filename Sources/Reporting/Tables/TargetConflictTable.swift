// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Quantities

/// `target_conflicts.csv`: targets that contradict each other by arithmetic.
struct TargetConflictTable: Table {
  let conflicts: [TargetConflict]

  var description: TableDescription {
    TableDescription(
      "target_conflicts.csv", .init("Targets that contradict each other", "相互矛盾的目标"),
      columns: [
        TableColumn(
          "missed", .string, .init("Target missed", "达不到的目标"), .init("Id of the target that is missed.", "达不到的目标编号。")),
        TableColumn(
          "met", .string, .init("Targets met", "恰好完成的目标"),
          .init("Ids of the targets that are met to the letter.", "恰好完成的目标编号。")),
        TableColumn(
          "kind", .string, .init("Kind", "性质"),
          .init(
            "not_implied: who meets the ones exactly misses the other; impossible: nobody can meet all.",
            "not_implied 恰好完成前者仍达不到后者；impossible 无法同时完成。")),
        TableColumn(
          "window_start", .date, .init("Window, first day", "时段首日"),
          .init("First day of the window of the target that is missed.", "达不到的目标的时段首日。")),
        TableColumn(
          "window_end", .date, .init("Window, last day", "时段末日"),
          .init("Last day of it.", "达不到的目标的时段末日。")),
        TableColumn(
          "implied", .number, .init("Implied", "推得数值"),
          .init("What the targets that are met come to in that window.", "恰好完成时该时段的数值。")),
        TableColumn("asked", .number, .init("Asked for", "要求数值"), .init("What the other asks for.", "另一目标的要求。")),
        .unit,
        TableColumn(
          "needed_growth", .number, unit: "1", .init("Growth that meets both", "同时满足所需增速"),
          .init(
            "Constant growth a window that meets both exactly; empty where growth is not concerned.",
            "恰好同时满足的每期固定增速；与增长无关则为空。")),
        TableColumn("message", .string, .init("Message", "说明"), .init("The same in words.", "文字说明。")),
        TableColumn(
          "message_zh", .string, .init("Message, in Chinese", "说明（中文）"), .init("The same in Chinese.", "同上，中文。")),
      ])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for conflict in conflicts {
      writer.cell(conflict.missed)
      writer.cell(conflict.met.joined(separator: " "))
      writer.cell(conflict.kind.rawValue)
      writer.cell(conflict.window?.lowerBound.firstDay.description ?? "")
      writer.cell(conflict.window?.upperBound.lastDay.description ?? "")
      writer.cell(conflict.implied)
      writer.cell(conflict.asked)
      writer.cell(conflict.unit)
      writer.cell(conflict.neededGrowth)
      writer.cell(conflict.message.english)
      writer.cell(conflict.message.chinese)
      try writer.endRow()
    }
  }
}
