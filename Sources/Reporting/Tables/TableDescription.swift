// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A table's file and columns. The header and `datapackage.json` are both written from it, so they cannot differ.
public struct TableDescription: Hashable, Sendable {
  /// The name of the file in the run folder, such as `summary.csv`.
  public var file: String
  /// What the table is called.
  public var title: BilingualText
  /// The columns in order.
  public var columns: [TableColumn]
  /// Names of the columns that together tell the rows apart; empty where the order of rows does.
  public var key: [String]

  /// A table's file and columns.
  public init(_ file: String, _ title: BilingualText, columns: [TableColumn], key: [String] = []) {
    self.file = file
    self.title = title
    self.columns = columns
    self.key = key
  }

  /// The file's name without `.csv`.
  public var name: String { file.hasSuffix(".csv") ? String(file.dropLast(4)) : file }
}
