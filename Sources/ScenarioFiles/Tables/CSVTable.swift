// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of comma-separated values after RFC 4180, with the place of every cell.
///
/// UTF-8, with or without byte-order mark; lines end with LF or CRLF; the first row names the columns. A row whose cells
/// are not as many as the columns is an issue, and so is a stray quotation mark. Empty lines and rows of empty cells are
/// skipped.
struct CSVTable {
  /// One cell; `text` is empty where nothing is written.
  struct Cell: Hashable {
    var text: String
    var position: SourcePosition
  }

  let file: String
  private(set) var columns: [Cell] = []
  /// The rows that have one cell a column.
  private(set) var rows: [[Cell]] = []
  private(set) var issues: [ScenarioIssue] = []

  /// Reads the bytes of a file that messages call `file`.
  init(bytes: [UInt8], file: String) {
    self.file = file
    let text: SourceText
    do throws(ScenarioRejected) {
      text = try SourceText(bytes: bytes, file: file)
    } catch {
      issues = error.issues
      return
    }
    var scanner = CSVScanner(text)
    let header = scanner.nextRow() ?? []
    columns = header.map { Cell(text: $0.text.trimmedOfSpace, position: $0.position) }
    if columns.isEmpty { issues.append(ScenarioIssue(SourcePosition(startOf: file), "", .emptyFile)) }
    guard !hasOtherSeparator(header) else { return }
    checkColumns()
    while let row = scanner.nextRow() {
      if row.count > 1, row.allSatisfy(\.text.trimmedOfSpace.isEmpty) { continue }
      guard row.count == columns.count else {
        issues.append(
          ScenarioIssue(row[0].position, "", .raggedRow(cells: row.count, columns: columns.count)))
        continue
      }
      rows.append(row)
    }
    issues += scanner.strayQuotes.map { ScenarioIssue($0, "", .badQuoting) }
  }

  /// The index of a column.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.text == name } }

  /// Whether the names of the columns are not parted by commas but by what a spreadsheet or an input method writes instead;
  /// then nothing further is read.
  private mutating func hasOtherSeparator(_ header: [Cell]) -> Bool {
    let separators: [Unicode.Scalar] = [";", "\t", "，", "；", "、", "|"]
    guard header.count == 1, let found = separators.first(where: header[0].text.unicodeScalars.contains) else {
      return false
    }
    issues.append(ScenarioIssue(header[0].position, "", .wrongSeparator(found)))
    columns = []
    return true
  }

  private mutating func checkColumns() {
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.text).inserted {
      issues.append(ScenarioIssue(column.position, "", .duplicateColumn(column.text)))
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmedOfSpace: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
