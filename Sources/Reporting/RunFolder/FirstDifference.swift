// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The first place where two texts differ.
public struct FirstDifference: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The character within the line, from 1.
  public let column: Int
  /// The name of the table's column, where the file is a table.
  public let field: String?
  /// What the run folder says: the cell of a table, else the line; long texts are cut.
  public let original: String
  /// What the replay says.
  public let replayed: String

  /// Compares two versions of one line; they may only differ in how they end.
  init(line: Int, original: [UInt8], replayed: [UInt8], header: [UInt8]?) {
    var same = zip(original, replayed).prefix { $0 == $1 }.count
    let rest = original.dropFirst(same).first ?? replayed.dropFirst(same).first ?? 0
    if rest & 0xc0 == 0x80 {  // within a character: back to its first byte
      while same > 0, original[same - 1] & 0xc0 == 0x80 { same -= 1 }
      same = max(0, same - 1)
    }
    self.line = line
    column = original[..<same].count { $0 & 0xc0 != 0x80 } + 1
    let cell = FirstDifference.cells(original[..<same]).count - 1
    let names = header.map { FirstDifference.cells($0[...]) } ?? []
    let name = names.indices.contains(cell) ? names[cell] : nil
    field = name
    func shown(_ text: [UInt8]) -> String {
      let cells = FirstDifference.cells(text[...])
      return FirstDifference.cut(
        name != nil && cells.indices.contains(cell) ? cells[cell] : String(decoding: text, as: UTF8.self))
    }
    self.original = shown(original)
    self.replayed = shown(replayed)
  }

  /// The first difference of two texts; nil where they are equal.
  init?(original: [UInt8], replayed: [UInt8]) {
    guard original != replayed else { return nil }
    func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] { text.split(separator: 0x0a, omittingEmptySubsequences: false) }
    let (first, second) = (lines(original), lines(replayed))
    let line = zip(first, second).prefix { $0 == $1 }.count
    func text(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { lines.indices.contains(line) ? Array(lines[line]) : [] }
    self.init(line: line + 1, original: text(first), replayed: text(second), header: nil)
  }

  func message(_ path: String) -> BilingualText {
    let name = field.map { " (\($0))" } ?? ""
    return BilingualText(
      "\(path):\(line):\(column)\(name): \"\(original)\", but the replay gives \"\(replayed)\"",
      "\(path):\(line):\(column)\(name):\"\(original)\"，重放结果为 \"\(replayed)\"")
  }

  /// The cells of a line of a table, quotes kept.
  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line where byte != 0x0d {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x2c, !isQuoted { cells.append([]) } else { cells[cells.count - 1].append(byte) }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func cut(_ text: String) -> String { text.count > 120 ? text.prefix(120) + "…" : text }
}
