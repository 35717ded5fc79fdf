// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// `datapackage.json`: what every table holds, column by column.
///
/// Source: Frictionless Data, *Tabular Data Package* and *Table Schema*, version 1; `unit`, `metrics`,
/// `title_zh` and `description_zh` are our own properties, as the standard allows.
enum DataPackage {
  /// The name of the file.
  static let file = "datapackage.json"

  /// The text of the file.
  static func text(_ contents: RunContents, tables: [(TableDescription, FileRecord)], excel: Bool) -> String {
    JSONValue.record([
      "profile": .text("tabular-data-package"),
      "name": .text("guidefund-run"),
      "title": .text(contents.scenario.english),
      "title_zh": .text(contents.scenario.chinese),
      "version": .text(contents.version.program),
      "metrics": .list(metrics(contents)),
      "resources": .list(tables.map { resource($0, $1, excel: excel) }),
    ]).document()
  }

  /// What the names in the columns `metric` mean.
  private static func metrics(_ contents: RunContents) -> [JSONValue] {
    let designs = contents.designs.map(\.outcome.wants)
    let headline = HeadlineMetric.allCases.filter { metric in designs.contains { $0.headline.contains(metric) } }
    let periods = PeriodMetric.allCases.filter { metric in designs.contains { $0.periods.contains(metric) } }
    let besides = contents.additional.flatMap { table in
      table.metricsInRows.map { metric($0.name, $0.about, table: table.description.name) }
    }
    return headline.map { metric($0.name, $0.about, table: "summary") }
      + periods.map { metric($0.rawValue, $0.about, table: "periods") } + besides
  }

  private static func metric(_ name: String, _ about: MetricDefinition, table: String) -> JSONValue {
    .record([
      "name": .text(name),
      "table": .text(table),
      "unit": .text(about.unit),
      "better": .text(about.direction.rawValue),
      "title": .text(about.label.english),
      "title_zh": .text(about.label.chinese),
      "description": .text(about.definition.english),
      "description_zh": .text(about.definition.chinese),
    ])
  }

  private static func resource(_ table: TableDescription, _ record: FileRecord, excel: Bool) -> JSONValue {
    .record([
      "profile": .text("tabular-data-resource"),
      "name": .text(table.name),
      "path": .text(table.file),
      "title": .text(table.title.english),
      "title_zh": .text(table.title.chinese),
      "format": .text("csv"),
      "mediatype": .text("text/csv"),
      "encoding": .text("utf-8"),
      "bytes": .whole(record.bytes),
      "hash": .text("sha256:\(record.sha256)"),
      "dialect": .record([
        "delimiter": .text(","), "lineTerminator": .text(excel ? "\r\n" : "\n"), "doubleQuote": .flag(true),
        "header": .flag(true),
      ]),
      "schema": schema(table),
    ])
  }

  private static func schema(_ table: TableDescription) -> JSONValue {
    let fields = JSONValue.Member("fields", .list(table.columns.map(field)))
    let missing = JSONValue.Member("missingValues", .texts([""]))
    let key = table.key.isEmpty ? [] : [JSONValue.Member("primaryKey", .texts(table.key))]
    return .object([fields, missing] + key)
  }

  private static func field(_ column: TableColumn) -> JSONValue {
    .record([
      "name": .text(column.name),
      "type": .text(column.type.rawValue),
      "unit": .text(column.unit),
      "title": .text(column.label.english),
      "title_zh": .text(column.label.chinese),
      "description": .text(column.definition.english),
      "description_zh": .text(column.definition.chinese),
    ])
  }
}
