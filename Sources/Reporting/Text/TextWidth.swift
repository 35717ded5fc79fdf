// SPDX-License-Identifier: GPL-3.0-or-later

/// How many columns of a terminal a text takes: Chinese characters and full-width marks take two, marks that combine
/// with the character before them none.
///
/// Source: Unicode Standard Annex 11, *East Asian Width*: classes W and F of the blocks in use.
enum TextWidth {
  /// The columns that a text takes.
  static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0xfe00...0xfe0f: 0
    case 0x0300...0x036f, 0x20d0...0x20ff: 0
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf: 2
    case 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6: 2
    case 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd: 2
    default: 1
    }
  }

  /// The text with spaces up to a number of columns.
  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - columns(text)))
    return right ? spaces + text : text + spaces
  }

  /// The text, cut with two dots where it takes more columns than there are.
  static func cut(_ text: String, to width: Int) -> String {
    guard columns(text) > width else { return text }
    var result = ""
    var used = 0
    for scalar in text.unicodeScalars {
      used += columns(scalar)
      if used > width - 2 { break }
      result.unicodeScalars.append(scalar)
    }
    return result + ".."
  }

  /// The text in lines of so many columns, broken at spaces where there are any; all but the first are indented.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let indent = lines.isEmpty ? "" : "  "
      var (end, used, space) = (rest.startIndex, columns(indent), rest.startIndex)
      while end < rest.endIndex {
        used += columns(String(rest[end]))
        if used > width { break }
        if rest[end] == " " { space = end }
        end = rest.index(after: end)
      }
      if end < rest.endIndex, space > rest.startIndex { end = space }
      lines.append(indent + rest[..<end])
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }
}
