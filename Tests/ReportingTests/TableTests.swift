// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Quantities
import Simulation
import Testing

@testable import Reporting

@Suite struct TableTests {
  /// Cells that need care.
  private struct Odd: Table {
    var description: TableDescription {
      let none = BilingualText("", "")
      return TableDescription(
        "odd.csv", none,
        columns: ["text", "number", "count", "money"].map { TableColumn($0, .string, none, none) })
    }

    func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
      for text in ["plain", "a,b", "say \"x\"", "two\nlines", "中文", "cr\r", ""] {
        writer.cell(text)
        writer.cell(text.isEmpty ? nil : -0.0)
        writer.cell(Int128(text.utf8.count))
        writer.cell(yuan: text.isEmpty ? .nan : 12.5)
        try writer.endRow()
      }
    }
  }

  private func written(_ table: any Table, excel: Bool = false) throws -> String {
    let folder = try TemporaryFolder()
    let record = try RunFolder.write(table, to: folder.path, excel: excel)
    let bytes = try folder.bytes(table.description.file)
    #expect(record.bytes == bytes.count && record.sha256 == SHA256.digest(bytes))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func exactBytes() throws {
    let expected =
      "text,number,count,money\nplain,0,5,12.50\n\"a,b\",0,3,12.50\n\"say \"\"x\"\"\",0,7,12.50\n"
      + "\"two\nlines\",0,9,12.50\n中文,0,6,12.50\n\"cr\r\",0,3,12.50\n,,0,\n"
    #expect(try written(Odd()) == expected)
  }

  @Test func excel() throws {
    let folder = try TemporaryFolder()
    let record = try RunFolder.write(Odd(), to: folder.path, excel: true)
    #expect(record.rows == 7)
    let bytes = try folder.bytes("odd.csv")
    #expect(bytes.starts(with: [0xef, 0xbb, 0xbf] + Array("text,number,count,money\r\nplain,0,5,12.50\r\n".utf8)))
    #expect(bytes.suffix(6) == Array(",,0,\r\n".utf8)[...])
  }

  @Test func parameters() throws {
    let expected =
      "path,value,unit,source,grade,is_default,label_en,label_zh\n"
      + "funds.city.hurdle,8 %,1/year,yj78,V,false,\"Hurdle, \"\"simple\"\"\",门槛收益率\n"
      + "economy.growth,6 %,1/year,,prior,true,Growth,增长率\n"
      + "funds.city.mode,as_needed,,,,false,Calls,缴款方式\n"
    #expect(try written(ParameterTable(register: Sample.register)) == expected)
  }

  @Test(
    "replicates: a row each, by replicate and then entity; statuses are words, money has two decimals",
    arguments: [1, 2], [1024, 50, 1])
  func replicates(width: Int, rowsPerPiece: Int) async throws {
    let designs = try await Sample.outcomes.map { DesignReport($0, riskLevels: []) }
    let table = ReplicateTable(designs, width: width, rowsPerPiece: rowsPerPiece)
    let lines = try written(table).split(separator: "\n")
    let entities = designs.flatMap(\.outcome.labels.entities)
    #expect(entities.contains("without_seed:city"))
    #expect(lines.count == 1 + Sample.replicates * entities.count)
    #expect(
      lines[0].hasPrefix("replicate,entity,irr,irr_status,npv,tvpi,")
        && lines[0].hasSuffix(",leverage_project_net,outlay_present_value"))
    let columns = designs.flatMap { design in
      design.outcome.kinds.indices.map { design.outcome.column(entity: $0, metric: 3) }
    }
    for (position, line) in lines.dropFirst().enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let (replicate, row) = position.quotientAndRemainder(dividingBy: entities.count)
      #expect(cells[0] == "\(replicate)" && cells[1] == entities[row])
      let multiple = columns[row].isEmpty ? .nan : columns[row][replicate]
      #expect(Double(cells[5]) == (multiple.isNaN ? nil : multiple), "\(line)")
    }
    let city = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(InternalRateStatus(rawValue: String(city[3])) != nil)
    #expect(city[4].split(separator: ".").last?.count == 2)
    #expect(Double(city[5]) == columns[0][0] && columns[0].count == Sample.replicates)
  }

  @Test("summary and risk rows name the entity, quantiles are ordered")
  func summary() async throws {
    let designs = try await Sample.outcomes.map { DesignReport($0, riskLevels: [0.05]) }
    let lines = try written(SummaryTable(designs: designs)).split(separator: "\n")
    #expect(
      lines[0] == "entity,metric,unit,n,missing,mean,se,sd,p05,p25,p50,p75,p95,p50_low,p50_high")
    #expect(lines[1].hasPrefix("city,irr,1/year,"))
    #expect(lines.count == 1 + designs.reduce(0) { $0 + $1.summaries.count })
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let quantiles = cells[8...12].compactMap { Double($0) }
      #expect(cells.count == 15 && quantiles == quantiles.sorted())
    }
    let risk = try written(RiskTable(designs: designs)).split(separator: "\n")
    #expect(risk[0] == "entity,metric,statistic,level,value,low,high,n")
    #expect(risk[1].hasPrefix("city,irr,value_at_risk,0.05,"))
  }

  @Test func periodsAndLedger() async throws {
    let designs = try await Sample.outcomes.map { DesignReport($0, riskLevels: []) }
    let periods = try written(PeriodTable(designs: designs)).split(separator: "\n")
    #expect(periods[0] == "entity,metric,period_end,unit,n,mean,se,p05,p25,p50,p75,p95")
    #expect(periods[1].hasPrefix("city,net_cash_flow,2025-03-31,CNY,200,"))
    #expect(periods.count == 1 + 3 * 48)
    let ledger = try written(LedgerTable(designs: designs)).split(separator: "\n")
    #expect(ledger[0] == "from,to,kind,mean,total_fen,imbalance_fen")
    #expect(ledger.dropFirst().allSatisfy { $0.hasSuffix(",0") })
    let call = "without_seed:investor/city/treasury,without_seed:fund/city,capital_call,"
    #expect(ledger.contains { $0.hasPrefix(call) })
    for line in ledger.dropFirst() {
      let cells = line.split(separator: ",")
      #expect(Int128(cells[4]).map { Double($0) / 20_000 } == Double(cells[3]))
    }
  }

  @Test func comparison() async throws {
    let rows = Comparison.rows(try await pair(), names: ["all", "one"], baseline: 0)
    let lines = try written(ComparisonTable(rows)).split(separator: "\n")
    #expect(lines.count == rows.count + 1)
    #expect(lines[1].hasPrefix("city,irr,1/year,all,one,"))
  }

  /// The base design twice over.
  private func pair() async throws -> [DesignOutcome] {
    let base = try await Sample.outcomes[0]
    return [base, base]
  }
}
