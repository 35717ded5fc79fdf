// SPDX-License-Identifier: GPL-3.0-or-later

/// Compares files byte by byte without holding them in memory.
enum FileComparison {
  /// Bytes of a line that are shown to the reader at most.
  private static let window = 1 << 16

  /// The first difference of two files; nil where they are equal.
  static func difference(original: String, replayed: String) throws(ReportFailure) -> FirstDifference? {
    guard let (line, start) = try place(original, replayed) else { return nil }
    let isTable = original.hasSuffix(".csv")
    return FirstDifference(
      line: line, original: try text(original, from: start), replayed: try text(replayed, from: start),
      header: isTable && line > 1 ? try text(original, from: 0) : nil)
  }

  /// The number and first byte of the line that the files differ in first.
  private static func place(_ path: String, _ other: String) throws(ReportFailure) -> (line: Int, start: Int)? {
    var first = try FilePieces(path)
    var second = try FilePieces(other)
    var line = 1
    var start = 0
    var offset = 0
    while true {
      let left = try first.next()
      let right = try second.next()
      if left == nil && right == nil { return nil }
      let (one, two) = (left ?? [], right ?? [])
      let same = one == two ? one.count : zip(one, two).prefix { $0 == $1 }.count
      for position in 0..<same where one[one.startIndex + position] == 0x0a {
        line += 1
        start = offset + position + 1
      }
      if one != two { return (line, start) }
      offset += same
    }
  }

  /// The line that begins at a byte.
  private static func text(_ path: String, from start: Int) throws(ReportFailure) -> [UInt8] {
    var pieces = try FilePieces(path, from: start, pieces: window)
    return try pieces.next().map { Array($0.prefix { $0 != 0x0a }) } ?? []
  }

  /// What the manifest should say of a file.
  static func record(of path: String, in folder: String) throws(ReportFailure) -> FileRecord {
    var pieces = try FilePieces("\(folder)/\(path)")
    var hash = SHA256()
    var count = 0
    var lines = 0
    var isQuoted = false
    var isEnded = true
    while let piece = try pieces.next() {
      hash.update(Array(piece))
      count += piece.count
      for byte in piece {
        if byte == 0x22 { isQuoted.toggle() }
        if byte == 0x0a, !isQuoted { lines += 1 }
      }
      isEnded = piece.last == 0x0a
    }
    return FileRecord(path: path, rows: lines + (isEnded ? 0 : 1) - 1, bytes: count, sha256: hash.finish())
  }
}
