// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `parameters.csv`: the register of assumptions, a row for every parameter in effect.
struct ParameterTable: Table {
  let register: [Parameter]

  var description: TableDescription {
    TableDescription(
      "parameters.csv", .init("Register of parameters", "参数登记表"),
      columns: [
        TableColumn(
          "path", .string, .init("Path", "路径"),
          .init(
            "Keys from the top of the scenario, joined by dots; a compared design's name and a colon stand before them.",
            "情景文件中的键路径，以点连接；方案比较时在前面加方案名和冒号。")),
        TableColumn("value", .string, .init("Value", "取值"), .init("As it was written.", "原文。")),
        TableColumn(
          "unit", .string, .init("Unit", "单位"), .init("Unit that results use for it.", "结果中使用的单位。")),
        TableColumn(
          "source", .string, .init("Source", "来源"), .init("Key of the document that it comes from.", "来源文件的标识。")),
        TableColumn(
          "grade", .string, .init("Grade", "等级"),
          .init(
            "V read in the document, V2 in a secondary one, mem-H, mem-M, mem-L recalled, prior assumed; empty for a "
              + "decision of the scenario's author.",
            "V 原文核实，V2 二手核实，mem-H、mem-M、mem-L 凭记忆，prior 为假设；空为情景作者的决定。")),
        TableColumn(
          "is_default", .boolean, .init("Default", "默认值"),
          .init("Whether it was taken from the shipped defaults.", "是否取自程序自带的默认值。")),
        TableColumn("label_en", .string, .init("Label, English", "名称（英文）"), .init("What it is.", "参数名称。")),
        TableColumn("label_zh", .string, .init("Label, Chinese", "名称（中文）"), .init("What it is.", "参数名称。")),
      ], key: ["path"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for parameter in register {
      writer.cell(parameter.path)
      writer.cell(parameter.text)
      writer.cell(parameter.unit)
      writer.cell(parameter.source)
      writer.cell(parameter.grade?.rawValue ?? "")
      writer.cell(parameter.isDefault)
      writer.cell(parameter.labelEnglish)
      writer.cell(parameter.labelChinese)
      try writer.endRow()
    }
  }
}
