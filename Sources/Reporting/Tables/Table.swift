// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures

/// A table of results that can be written row by row.
public protocol Table: Sendable {
  /// The file and columns.
  var description: TableDescription { get }

  /// The metrics that the rows name, to be defined in the description of the folder; empty where others define them.
  var metricsInRows: [HeadlineMetric] { get }

  /// Writes the rows, with one cell for each column of the description.
  func writeRows(into writer: inout CSVWriter) throws(ReportFailure)
}

extension Table {
  /// None: the metrics of a run are those of its designs.
  public var metricsInRows: [HeadlineMetric] { [] }
}
