// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `replicates.csv`: a row for every replicate and entity, a column for every headline metric that any of them has.
struct ReplicateTable: Table {
  let designs: [DesignReport]
  private let metrics: [HeadlineMetric]

  init(_ designs: [DesignReport]) {
    self.designs = designs
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
    for replicate in 0..<(designs.map(\.outcome.count).max() ?? 0) {
      for row in rows where replicate < row.count {
        writer.cell(replicate)
        writer.cell(escaped: row.name)
        for cell in row.cells { write(cell, replicate, into: &writer) }
        try writer.endRow()
      }
    }
  }

  /// How the numbers of a column are written.
  private enum Cell {
    case none
    case number([Double])
    case money([Double])
    case status([Double])
  }

  /// What the rows of one entity are written from.
  private struct Row {
    var name: [UInt8]
    var count: Int
    var cells: [Cell]
  }

  private func row(_ design: DesignReport, entity: Int) -> Row {
    let outcome = design.outcome
    let cells = metrics.map { metric -> Cell in
      guard metric.kinds.contains(outcome.kinds[entity]),
        let position = outcome.wants.headline.firstIndex(of: metric)
      else { return .none }
      let column = outcome.column(entity: entity, metric: position)
      if metric.isCategory { return .status(column) }
      return metric.about.unit == "CNY" ? .money(column) : .number(column)
    }
    return Row(name: CSVWriter.escaped(design.name(ofEntity: entity)), count: outcome.count, cells: cells)
  }

  private static let statuses = InternalRateStatus.allCases.map { Array($0.rawValue.utf8) }

  private func write(_ cell: Cell, _ replicate: Int, into writer: inout CSVWriter) {
    switch cell {
    case .none: writer.missing()
    case .number(let column): writer.cell(column[replicate])
    case .money(let column): writer.cell(yuan: column[replicate])
    case .status(let column):
      guard let code = Int(exactly: column[replicate]), ReplicateTable.statuses.indices.contains(code) else {
        return writer.missing()
      }
      writer.cell(escaped: ReplicateTable.statuses[code])
    }
  }
}
