// SPDX-License-Identifier: GPL-3.0-or-later

/// Walks over YAML text token by token to find what must be refused before the text is composed into a tree: anchors,
/// aliases and tags (an alias as a mapping key makes composing exponential), and deep nesting.
///
/// It follows the scanner of libyaml 0.2.5 as far as the boundaries of scalars need: flow levels, block indentation and
/// simple keys. Where the text is not YAML it may stray; composing then fails by itself.
struct YAMLScanner {
  /// What was found, with the index of its first scalar.
  enum Finding: Hashable {
    case anchorOrTag(at: Int, text: String)
    case nestedTooDeep(at: Int)
  }

  static let deepest = 100

  let text: [Unicode.Scalar]
  var index = 0
  var lineStart = 0
  var line = 0
  var flowLevel = 0
  var indents = [-1]
  var mayStartKey = true
  var possibleKey: Key?
  var findings: [Finding] = []

  struct Key {
    var index: Int
    var line: Int
    var column: Int
  }

  private init(_ text: [Unicode.Scalar]) { self.text = text }

  /// Everything that must be refused; after deep nesting the search ends.
  static func findings(in text: [Unicode.Scalar]) -> [Finding] {
    var scanner = YAMLScanner(text)
    while scanner.skipToToken() {
      scanner.readToken()
      if scanner.flowLevel + scanner.indents.count > deepest {
        scanner.findings.append(.nestedTooDeep(at: scanner.index))
        break
      }
    }
    return scanner.findings
  }

  // MARK: Characters

  var column: Int { index - lineStart }

  func at(_ offset: Int) -> Unicode.Scalar? {
    text.indices.contains(index + offset) ? text[index + offset] : nil
  }

  func isBlank(_ offset: Int) -> Bool { at(offset) == " " || at(offset) == "\t" }

  func isBreak(_ offset: Int) -> Bool { at(offset)?.isLineBreak ?? false }

  func isBlankOrEnd(_ offset: Int) -> Bool { at(offset) == nil || isBlank(offset) || isBreak(offset) }

  mutating func skipBreak() {
    index += at(0) == "\r" && at(1) == "\n" ? 2 : 1
    lineStart = index
    line += 1
  }

  mutating func skipLineContent() {
    while at(0) != nil, !isBreak(0) { index += 1 }
  }

  func isDocumentMark() -> Bool {
    guard column == 0, let first = at(0), first == "-" || first == "." else { return false }
    return at(1) == first && at(2) == first && isBlankOrEnd(3)
  }

  // MARK: Tokens

  /// Goes to the next token; false at the end of the text.
  mutating func skipToToken() -> Bool {
    while let scalar = at(0) {
      if scalar == " " || (scalar == "\t" && (flowLevel > 0 || !mayStartKey)) {
        index += 1
      } else if scalar == "#" {
        skipLineContent()
      } else if scalar.isLineBreak {
        skipBreak()
        if flowLevel == 0 { mayStartKey = true }
      } else {
        return true
      }
    }
    return false
  }

  mutating func readToken() {
    let isOutdated = possibleKey.map { $0.line < line || $0.index + 1024 < index } ?? false
    if isOutdated { possibleKey = nil }
    unroll(to: column)
    if column == 0, at(0) == "%" { return skipLineContent() }
    if isDocumentMark() { return readDocumentMark() }
    switch at(0) {
    case "[", "{": openFlow()
    case "]", "}": closeFlow()
    case ",":
      index += 1
      mayStartKey = true
      if flowLevel == 0 { possibleKey = nil }
    case "-" where isBlankOrEnd(1), "?" where flowLevel > 0 || isBlankOrEnd(1): readIndicator()
    case ":" where flowLevel > 0 || isBlankOrEnd(1): readValueMark()
    case "*", "&", "!": readAnchorOrTag()
    case "|" where flowLevel == 0, ">" where flowLevel == 0: readBlockScalar()
    case "'": readQuoted("'")
    case "\"": readQuoted("\"")
    default: readPlain()
    }
  }

  mutating func unroll(to column: Int) {
    guard flowLevel == 0 else { return }
    while let last = indents.last, last > column { indents.removeLast() }
  }

  mutating func roll(to column: Int) {
    if flowLevel == 0, let last = indents.last, last < column { indents.append(column) }
  }

  mutating func saveKey() {
    if flowLevel == 0, mayStartKey { possibleKey = Key(index: index, line: line, column: column) }
  }

  mutating func readDocumentMark() {
    unroll(to: -1)
    possibleKey = nil
    mayStartKey = false
    index += 3
  }

  mutating func openFlow() {
    saveKey()
    flowLevel += 1
    mayStartKey = true
    index += 1
  }

  mutating func closeFlow() {
    flowLevel = max(0, flowLevel - 1)
    mayStartKey = false
    index += 1
  }

  /// `- ` or `? `.
  mutating func readIndicator() {
    roll(to: column)
    if flowLevel == 0 { possibleKey = nil }
    mayStartKey = flowLevel == 0
    index += 1
  }

  mutating func readValueMark() {
    if flowLevel == 0 {
      roll(to: possibleKey?.column ?? column)
      mayStartKey = possibleKey == nil
      possibleKey = nil
    } else {
      mayStartKey = false
    }
    index += 1
  }

  mutating func readAnchorOrTag() {
    saveKey()
    mayStartKey = false
    let start = index
    repeat { index += 1 } while !isBlankOrEnd(0) && !isFlowIndicator(at(0))
    let word = String(String.UnicodeScalarView(text[start..<min(index, start + 40)]))
    findings.append(.anchorOrTag(at: start, text: word))
  }

  func isFlowIndicator(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }
}
