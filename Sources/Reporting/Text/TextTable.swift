// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of cells for a terminal, in columns as wide as their widest cell.
struct TextTable {
  private var rows: [[String]] = []
  /// Columns that end at the same place instead of beginning there.
  private let right: Set<Int>

  init(right: Set<Int> = []) { self.right = right }

  /// Adds a row.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, none wider than the terminal, without spaces at their ends.
  func lines(width: Int = 100) -> [String] {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { cells in
      var line = cells.enumerated().map { column, cell in
        TextWidth.padded(cell, to: widths[column], right: right.contains(column))
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return TextWidth.cut(line, to: width)
    }
  }
}
