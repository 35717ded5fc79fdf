// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// `rules.csv`: how every rule of law stands, a row for each thing that it is judged for.
struct RulesTable: Table {
  let findings: [RuleFinding]

  var description: TableDescription {
    TableDescription(
      "rules.csv", .init("Compliance rules", "合规规则"),
      columns: [
        TableColumn("rule", .string, .init("Rule", "规则"), .init("Id of the rule.", "规则编号。")),
        TableColumn(
          "severity", .string, .init("Severity", "性质"),
          .init("What a breach means: forbidden, limited or advice.", "违反的性质：forbidden 禁止、limited 限制、advice 提示。")),
        TableColumn(
          "status", .string, .init("Status", "状态"),
          .init(
            "broken, ok, no_data where a fact is not given or only a simulation tells, or not_applicable.",
            "broken 违反、ok 符合、no_data 缺少事实或须待模拟、not_applicable 不适用。")),
        TableColumn(
          "clause", .string, .init("Clause", "条款"), .init("Document and article.", "文件与条款。")),
        TableColumn(
          "effective_from", .date, .init("In force from", "施行日期"),
          .init("First day in force; empty where the document had not been issued.", "首个施行日；文件尚未印发的为空。")),
        TableColumn(
          "field", .string, .init("Field", "字段"),
          .init("Path of the field that decided; empty where there is none.", "据以判断的字段路径；没有则为空。")),
        TableColumn(
          "message", .string, .init("Message", "说明"),
          .init("What the rule asks and what was found, or why it was not judged.", "规则要求与所见，或未判断的原因。")),
      ])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for finding in findings {
      writer.cell(finding.rule.id)
      writer.cell(finding.severity.rawValue)
      writer.cell(finding.status.rawValue)
      writer.cell(finding.provision.clause.english)
      writer.cell(finding.provision.document.effectiveFrom?.description ?? "")
      writer.cell(finding.path)
      writer.cell(finding.message.english)
      try writer.endRow()
    }
  }
}
