// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a text into rows of cells.
struct CSVScanner {
  private let text: SourceText
  private var index = 0
  /// Where quotation marks are missing or misplaced.
  private(set) var strayQuotes: [SourcePosition] = []

  init(_ text: SourceText) { self.text = text }

  /// The next row that is not an empty line; it has at least one cell.
  mutating func nextRow() -> [CSVTable.Cell]? {
    while let scalar = current, scalar == "\n" || scalar == "\r" { index += 1 }
    guard current != nil else { return nil }
    var row = [nextCell()]
    while current == "," {
      index += 1
      row.append(nextCell())
    }
    return row
  }

  private var current: Unicode.Scalar? { index < text.scalars.count ? text.scalars[index] : nil }

  private mutating func nextCell() -> CSVTable.Cell {
    let position = text.position(of: index)
    let content = current == "\"" ? quoted(from: position) : bare()
    return CSVTable.Cell(text: content, position: position)
  }

  private mutating func bare() -> String {
    var content = String.UnicodeScalarView()
    while let scalar = current, scalar != ",", scalar != "\n", scalar != "\r" {
      if scalar == "\"" { strayQuotes.append(text.position(of: index)) }
      content.append(scalar)
      index += 1
    }
    return String(content)
  }

  private mutating func quoted(from start: SourcePosition) -> String {
    var content = String.UnicodeScalarView()
    index += 1
    while let scalar = current {
      index += 1
      guard scalar == "\"" else {
        content.append(scalar)
        continue
      }
      guard current == "\"" else { return afterQuote(String(content)) }
      content.append(scalar)
      index += 1
    }
    strayQuotes.append(start)
    return String(content)
  }

  /// After a closing mark the cell ends; anything else there is an issue and is skipped.
  private mutating func afterQuote(_ content: String) -> String {
    if let scalar = current, scalar != ",", scalar != "\n", scalar != "\r" {
      strayQuotes.append(text.position(of: index))
      _ = bare()
    }
    return content
  }
}
