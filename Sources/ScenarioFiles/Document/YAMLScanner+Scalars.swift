// SPDX-License-Identifier: GPL-3.0-or-later

extension YAMLScanner {
  /// A scalar in quotes.
  mutating func readQuoted(_ quote: Unicode.Scalar) {
    saveKey()
    mayStartKey = false
    index += 1
    while let scalar = at(0) {
      if scalar == quote {
        guard quote == "'", at(1) == "'" else { break }
        index += 2
      } else if quote == "\"", scalar == "\\" {
        index += 1
        if isBreak(0) { skipBreak() } else { index += 1 }
      } else if scalar.isLineBreak {
        skipBreak()
      } else {
        index += 1
      }
    }
    index = min(index + 1, text.count)
  }

  /// A scalar without quotes, which may go on in further lines.
  mutating func readPlain() {
    saveKey()
    mayStartKey = false
    let indent = (indents.last ?? -1) + 1
    let start = index
    while true {
      if isDocumentMark() || at(0) == "#" { break }
      while !isBlankOrEnd(0), !(at(0) == ":" && isBlankOrEnd(1)), !(flowLevel > 0 && isFlowIndicator(at(0))) {
        index += 1
      }
      guard isBlank(0) || isBreak(0) else { break }
      while isBlank(0) || isBreak(0) {
        if isBreak(0) {
          skipBreak()
          mayStartKey = true
        } else {
          index += 1
        }
      }
      if flowLevel == 0, column < indent { break }
    }
    if index == start { index += 1 }
  }

  /// A scalar after `|` or `>`.
  mutating func readBlockScalar() {
    possibleKey = nil
    mayStartKey = true
    index += 1
    var increment = 0
    while let scalar = at(0), scalar == "+" || scalar == "-" || ("0"..."9").contains(scalar) {
      if let digit = Int(String(scalar)) { increment = digit }
      index += 1
    }
    skipLineContent()
    if isBreak(0) { skipBreak() }
    let parent = indents.last ?? -1
    var indent = increment == 0 ? 0 : max(parent, 0) + increment
    skipIndentation(&indent, parent: parent)
    while column == indent, at(0) != nil {
      skipLineContent()
      if isBreak(0) { skipBreak() }
      skipIndentation(&indent, parent: parent)
    }
  }

  /// Skips blank lines and the indentation of the next line of a block scalar, which the first such line sets.
  private mutating func skipIndentation(_ indent: inout Int, parent: Int) {
    var deepest = 0
    while true {
      while indent == 0 || column < indent, at(0) == " " { index += 1 }
      deepest = max(deepest, column)
      guard isBreak(0) else { break }
      skipBreak()
    }
    if indent == 0 { indent = max(deepest, parent + 1, 1) }
  }
}
