// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Simulation
import Testing

@testable import Reporting

@Suite("how many do a work side by side changes nothing that comes of it") struct SideBySideTests {
  @Test("results stand in the order of the jobs", arguments: [1, 2, 3, 64])
  func order(width: Int) {
    let results = SideBySide.map(50, width: width) { $0 * $0 }
    #expect(results == (0..<50).map { $0 * $0 })
    #expect(SideBySide.map(0, width: width) { $0 }.isEmpty)
  }

  /// Rows of many lengths in many pieces, of which one may fail.
  private struct Pieces: Table {
    let count: Int
    let width: Int
    var failing = -1

    /// Of one piece more than a writer to a file would keep.
    static func rows(_ number: Int) -> Int { number == 50 ? 8000 : number % 7 * 100 }

    var description: TableDescription {
      let none = BilingualText("", "")
      return TableDescription(
        "pieces.csv", none, columns: ["piece", "row", "text"].map { TableColumn($0, .string, none, none) })
    }

    func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
      try writer.write(pieces: count, width: width) { [failing] number, piece throws(ReportFailure) in
        if number == failing { throw .badInputPath("piece \(number)") }
        for row in 0..<Pieces.rows(number) {
          piece.cell(number)
          piece.cell(row)
          piece.cell(String(repeating: "x", count: row % 50))
          try piece.endRow()
        }
      }
      // Rows that follow pieces stand after them.
      writer.cell("last")
      writer.missing()
      writer.missing()
      try writer.endRow()
    }
  }

  private func written(_ table: Pieces, excel: Bool = false) throws -> (bytes: [UInt8], rows: Int?) {
    let folder = try TemporaryFolder()
    let record = try RunFolder.write(table, to: folder.path, excel: excel)
    let bytes = try folder.bytes("pieces.csv")
    #expect(record.bytes == bytes.count && record.sha256 == SHA256.digest(bytes))
    return (bytes, record.rows)
  }

  @Test("a table in pieces has the bytes that it has row by row", arguments: [1, 2, 5], [false, true])
  func pieces(width: Int, excel: Bool) throws {
    let end = excel ? "\r\n" : "\n"
    var expected = (excel ? "\u{feff}" : "") + "piece,row,text" + end
    for number in 0..<100 {
      for row in 0..<Pieces.rows(number) {
        expected += "\(number),\(row),\(String(repeating: "x", count: row % 50))\(end)"
      }
    }
    let table = try written(Pieces(count: 100, width: width), excel: excel)
    #expect(table.bytes == Array((expected + "last,,\(end)").utf8))
    #expect(table.rows == 1 + (0..<100).reduce(0) { $0 + Pieces.rows($1) })
  }

  @Test("a table of no pieces has the rows after them")
  func none() throws {
    let table = try written(Pieces(count: 0, width: 2))
    #expect(table.bytes == Array("piece,row,text\nlast,,\n".utf8) && table.rows == 1)
  }

  @Test("a piece that fails ends the table", arguments: [0, 37, 99])
  func failure(number: Int) throws {
    let folder = try TemporaryFolder()
    #expect(throws: ReportFailure.badInputPath("piece \(number)")) {
      try RunFolder.write(Pieces(count: 100, width: 2, failing: number), to: folder.path, excel: false)
    }
  }

  @Test("statistics do not depend on how many columns are worked on at a time")
  func statistics() async throws {
    for outcome in try await Sample.outcomes {
      let alone = DesignReport(outcome, riskLevels: [0.05])
      let together = DesignReport(outcome, riskLevels: [0.05], width: 3)
      #expect(alone.summaries == together.summaries && alone.risks == together.risks)
      #expect(!alone.risks.isEmpty && alone.summaries == outcome.summaries())
      #expect(alone.risks == outcome.riskStatistics(levels: [0.05]))
    }
  }
}
