// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `replicates.csv`: a row for every replicate and entity, a column for every headline metric that any of them has.
struct ReplicateTable: Table {
  let designs: [DesignReport]
  private let metrics: [HeadlineMetric]
  /// How many pieces of the table are put into text at a time.
  private let width: Int
  /// Rows that a piece has at most, if a replicate has no more.
  private let rowsPerPiece: Int

  init(_ designs: [DesignReport], width: Int = 1, rowsPerPiece: Int = 1024) {
    self.designs = designs
    self.width = width
    self.rowsPerPiece = rowsPerPiece
    metrics = HeadlineMetric.allCases.filter { metric in
      designs.contains { design in
        design.outcome.wants.headline.contains(metric)
          && design.outcome.kinds.indices.contains { entity in
            design.outcome.hasHeadline[entity] && metric.kinds.contains(design.outcome.kinds[entity])
          }
      }
    }
  }

  var description: TableDescription {
    TableDescription(
      "replicates.csv", .init("Headline metrics by replicate", "各次模拟的主要指标"),
      columns: [
        TableColumn(
          "replicate", .integer, .init("Replicate", "模拟序号"),
          .init("Number of the replicate, from 0.", "模拟的序号，从 0 起。")), .entity,
      ] + metrics.map { TableColumn($0) }, key: ["replicate", "entity"])
  }

  func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    let rows = designs.flatMap { design in
      design.outcome.kinds.indices.filter { design.outcome.hasHeadline[$0] }.map { row(design, entity: $0) }
    }
    let count = designs.map(\.outcome.count).max() ?? 0
    let size = max(1, rowsPerPiece / max(1, rows.count))
    try writer.write(pieces: (count + size - 1) / size, width: width) { number, piece throws(ReportFailure) in
      let replicates = number * size..<min(count, (number + 1) * size)
      let parts = rows.map { $0.part(replicates) }
      for replicate in replicates {
        for part in parts where replicate < part.end { try write(part, replicate, into: &piece) }
      }
    }
  }

  private func write(_ part: Part, _ replicate: Int, into writer: inout CSVWriter) throws(ReportFailure) {
    writer.cell(replicate)
    writer.cell(escaped: part.name)
    for cell in part.kinds.indices {
      write(part.kinds[cell], part.values[cell * part.length + replicate - part.start], into: &writer)
    }
    try writer.endRow()
  }

  /// How the numbers of a column are written.
  private enum CellKind {
    case none
    case number
    case money
    case status
  }

  /// What the rows of one entity are written from; a column that it has not is empty.
  private struct Row {
    var name: [UInt8]
    var count: Int
    var cells: [(kind: CellKind, column: [Double])]

    /// The rows of some replicates, with numbers of their own: references to columns that several threads count would cost
    /// more than the text.
    func part(_ replicates: Range<Int>) -> Part {
      let held = replicates.clamped(to: 0..<count)
      return Part(
        name: name, start: held.lowerBound, length: held.count, kinds: cells.map(\.kind),
        values: cells.flatMap { $0.column.isEmpty ? Array(repeating: .nan, count: held.count) : Array($0.column[held]) }
      )
    }
  }

  /// The rows of one entity and some replicates, column by column.
  private struct Part {
    var name: [UInt8]
    var start: Int
    var length: Int
    var kinds: [CellKind]
    var values: [Double]

    var end: Int { start + length }
  }

  private func row(_ design: DesignReport, entity: Int) -> Row {
    let outcome = design.outcome
    let cells = metrics.map { metric -> (CellKind, [Double]) in
      guard metric.kinds.contains(outcome.kinds[entity]),
        let position = outcome.wants.headline.firstIndex(of: metric)
      else { return (.none, []) }
      let column = outcome.column(entity: entity, metric: position)
      if metric.isCategory { return (.status, column) }
      return (metric.about.unit == "CNY" ? .money : .number, column)
    }
    return Row(name: CSVWriter.escaped(design.name(ofEntity: entity)), count: outcome.count, cells: cells)
  }

  private static let statuses = InternalRateStatus.allCases.map { Array($0.rawValue.utf8) }

  private func write(_ kind: CellKind, _ value: Double, into writer: inout CSVWriter) {
    switch kind {
    case .none: writer.missing()
    case .number: writer.cell(value)
    case .money: writer.cell(yuan: value)
    case .status:
      guard let code = Int(exactly: value), ReplicateTable.statuses.indices.contains(code) else {
        return writer.missing()
      }
      writer.cell(escaped: ReplicateTable.statuses[code])
    }
  }
}
