// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of results that can be written row by row.
public protocol Table: Sendable {
  /// The file and columns.
  var description: TableDescription { get }

  /// Writes the rows, with one cell for each column of the description.
  func writeRows(into writer: inout CSVWriter) throws(ReportFailure)
}
