// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `ledger.csv`: a row for every pair of accounts and kind of flow.
struct LedgerTable: Table {
  let designs: [DesignReport]

  var description: TableDescription {
    TableDescription(
      "ledger.csv", .init("Money moved over all replicates", "全部模拟的资金往来"),
      columns: [
        TableColumn(
          "from", .string, .init("From", "付方"),
          .init("Account that pays; a derived design's name and a colon stand before it.", "付款账户；派生方案在前面加方案名和冒号。")),
        TableColumn("to", .string, .init("To", "收方"), .init("Account that receives.", "收款账户。")),
        TableColumn("kind", .string, .init("Kind", "类别"), .init("What the money is for.", "资金用途。")),
        TableColumn(
          "mean", .number, unit: "CNY", .init("Mean", "均值"), .init("Total over the number of replicates.", "合计/模拟次数。")),
        TableColumn(
          "total_fen", .integer, unit: "0.01 CNY", .init("Total", "合计"),
          .init("Sum over all replicates, exact.", "全部模拟的合计，精确值。")),
        TableColumn(
          "imbalance_fen", .integer, unit: "0.01 CNY", .init("Imbalance", "不平额"),
          .init(
            "Opening + in - out - independently kept stock of both accounts, over all replicates; 0 when the books "
              + "balance.", "两个账户的期初+收-付-独立记录的存量，全部模拟合计；账平为 0。")),
      ])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for design in designs {
      let prefix = design.prefix
      for line in design.outcome.ledgerLines() {
        writer.cell(prefix + line.from)
        writer.cell(prefix + line.to)
        writer.cell(line.kind.rawValue)
        writer.cell(line.meanYuan)
        writer.cell(line.totalFen)
        writer.cell(line.imbalanceFen)
        try writer.endRow()
      }
    }
  }
}
