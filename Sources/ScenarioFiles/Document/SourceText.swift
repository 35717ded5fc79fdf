// SPDX-License-Identifier: GPL-3.0-or-later

/// The decoded text of a file, with places counted as YAML counts them.
///
/// Lines end at CR, LF, CRLF, NEL, LS and PS; columns count Unicode scalars.
struct SourceText {
  let file: String
  private(set) var scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  /// Refuses bytes that are not UTF-8 and characters that YAML forbids; a byte-order mark is dropped.
  init(bytes: [UInt8], file: String) throws(ScenarioRejected) {
    let (scalars, end) = SourceText.decode(bytes[...])
    self.file = file
    self.scalars = scalars
    lineStarts = SourceText.lineStarts(of: scalars)
    if let end {
      throw ScenarioRejected(ScenarioIssue(position(of: scalars.count), "", .invalidUTF8(byte: bytes[end])))
    }
    let issues = forbiddenCharacters()
    if !issues.isEmpty { throw ScenarioRejected(issues: issues) }
  }

  /// No text at all.
  init(empty file: String) {
    self.file = file
    scalars = []
    lineStarts = [0]
  }

  /// The text as one string.
  var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The place of the scalar at an index; the index may be the end.
  func position(of index: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return SourcePosition(file: file, line: low + 1, column: index - lineStarts[low] + 1)
  }

  /// The index of a place, if the text has it.
  func index(of position: SourcePosition) -> Int? {
    guard lineStarts.indices.contains(position.line - 1) else { return nil }
    let index = lineStarts[position.line - 1] + position.column - 1
    return scalars.indices.contains(index) ? index : nil
  }

  /// The indices of a line, from 1; none where the text has no such line.
  func indices(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line - 1) else { return 0..<0 }
    return lineStarts[line - 1]..<(lineStarts.indices.contains(line) ? lineStarts[line] : scalars.count)
  }

  /// Replaces scalars by as many others, so that every place stays the same.
  mutating func overwrite(_ range: Range<Int>, with replacement: [Unicode.Scalar]) {
    precondition(range.count == replacement.count)
    scalars.replaceSubrange(range, with: replacement)
  }

  /// The first twenty characters that YAML forbids.
  private func forbiddenCharacters() -> [ScenarioIssue] {
    scalars.indices.lazy.filter { !SourceText.isPrintable(scalars[$0]) }.prefix(20)
      .map { ScenarioIssue(position(of: $0), "", .controlCharacter(code: scalars[$0].value)) }
  }

  /// The scalars up to the first byte that is not UTF-8, and the index of that byte.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> ([Unicode.Scalar], Int?) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard length > 1 else {
        scalars.append(Unicode.Scalar(first))
        rest = rest.dropFirst()
        continue
      }
      guard let text = String(validating: rest.prefix(length), as: UTF8.self), let scalar = text.unicodeScalars.first
      else { return (scalars, rest.startIndex) }
      scalars.append(scalar)
      rest = rest.dropFirst(length)
    }
    return (scalars, nil)
  }

  /// The characters that YAML 1.2 allows in a file (section 5.1).
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x85, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func lineStarts(of scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for index in scalars.indices where scalars[index].isLineBreak {
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      starts.append(index + 1)
    }
    return starts
  }
}

extension Unicode.Scalar {
  /// Whether a line ends here, for YAML.
  var isLineBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
