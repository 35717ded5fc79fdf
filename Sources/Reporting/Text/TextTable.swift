// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of cells for a terminal, in columns as wide as their widest cell.
struct TextTable {
  private var rows: [[String]] = []
  /// Columns that end at the same place instead of beginning there.
  private let right: Set<Int>

  init(right: Set<Int> = []) { self.right = right }

  /// Adds a row.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, without spaces at their ends. Where they would be wider than the terminal the words of the first column
  /// are cut, down to 30 columns; numbers never are.
  func lines(width: Int = 100) -> [String] {
    var widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    let excess = widths.reduce(2 * (widths.count - 1), +) - width
    if let first = widths.first, excess > 0 { widths[0] = min(first, max(30, first - excess)) }
    return rows.map { cells in
      var line = cells.enumerated().map { column, cell in
        TextWidth.padded(
          column == 0 ? TextWidth.cut(cell, to: widths[0]) : cell, to: widths[column], right: right.contains(column))
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
