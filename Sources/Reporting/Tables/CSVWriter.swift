// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a table as comma-separated values: RFC 4180, UTF-8, LF; with a byte order mark and CRLF for Excel.
///
/// Rows are written cell by cell, or in pieces of which a few wait at a time, so the length of a table costs no memory.
public struct CSVWriter: ~Copyable {
  /// Bytes at which the buffer is written out.
  private static let limit = 1 << 17

  /// Where the rows go; none for a piece of a table, of which all rows stay in the buffer until another writer has them.
  private let file: OutputFile?
  private var buffer: [UInt8] = []
  private let columns: Int
  private let isExcel: Bool
  private var column = 0
  private var rows = 0

  /// Creates the file of a table and writes its header.
  public init(_ table: TableDescription, in folder: String, excel: Bool) throws(ReportFailure) {
    file = try OutputFile("\(folder)/\(table.file)")
    columns = table.columns.count
    isExcel = excel
    buffer.reserveCapacity(CSVWriter.limit + 4096)
    if excel { buffer += [0xef, 0xbb, 0xbf] }
    for column in table.columns { cell(column.name) }
    endLine()
  }

  /// A piece of the table of another writer.
  private init(columns: Int, excel: Bool) {
    file = nil
    self.columns = columns
    isExcel = excel
  }

  /// Writes a text, quoted where it must be.
  public mutating func cell(_ text: String) {
    separate()
    if CSVWriter.needsQuotes(text) {
      buffer.append(contentsOf: CSVWriter.escaped(text))
    } else {
      buffer.append(contentsOf: text.utf8)
    }
  }

  /// Writes a text that was escaped before: one that is written many times over.
  mutating func cell(escaped bytes: [UInt8]) {
    separate()
    buffer.append(contentsOf: bytes)
  }

  /// The bytes of a text, in quotes where they must be.
  static func escaped(_ text: String) -> [UInt8] {
    guard needsQuotes(text) else { return Array(text.utf8) }
    return [0x22] + text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
  }

  /// Writes a number, or an empty cell for nil, NaN and infinities.
  public mutating func cell(_ number: Double?) {
    separate()
    if let number { NumberText.append(number, to: &buffer) }
  }

  /// Writes an integer.
  public mutating func cell(_ number: some BinaryInteger) {
    separate()
    NumberText.append(number, to: &buffer)
  }

  /// Writes `true` or `false`.
  public mutating func cell(_ flag: Bool) { cell(flag ? "true" : "false") }

  /// Writes yuan with two decimals, or an empty cell for NaN and infinities.
  public mutating func cell(yuan: Double) {
    separate()
    NumberText.append(yuan: yuan, to: &buffer)
  }

  /// Writes an empty cell.
  public mutating func missing() { separate() }

  /// Ends a row, which must have a cell for every column.
  public mutating func endRow() throws(ReportFailure) {
    endLine()
    rows += 1
    if file != nil, buffer.count >= CSVWriter.limit { try flush() }
  }

  /// Writes a part of a table of which no row depends on another: pieces of it become text side by side, while those before
  /// them are written. Pieces should be short, since several for each worker wait to be written.
  ///
  /// - Parameters:
  ///   - pieces: How many there are.
  ///   - width: How many are worked on at a time.
  ///   - writeRows: Writes the rows of the piece of a number from 0.
  /// - Throws: What a piece threw, or the disk.
  mutating func write(
    pieces: Int, width: Int, _ writeRows: @Sendable (Int, inout CSVWriter) throws(ReportFailure) -> Void
  ) throws(ReportFailure) {
    guard let file, column == 0 else { preconditionFailure("pieces stand between whole rows of a table in a file") }
    try flush()
    var ready: [Piece] = []
    let batch = min(CSVWriter.piecesPerWorker * width, CSVWriter.mostPieces)
    for first in stride(from: 0, to: pieces, by: batch) {
      // Here, since work on other threads does not know that the task was cancelled.
      if Task.isCancelled { throw .cancelled }
      let (before, columns, isExcel) = (ready, columns, isExcel)
      let done = SideBySide.map(1 + min(batch, pieces - first), width: width) { number in
        Result { () throws(ReportFailure) in
          guard number == 0 else { return try CSVWriter.piece(first + number - 1, columns, isExcel, writeRows) }
          for piece in before { try file.append(piece.bytes) }
          return Piece(bytes: [], rows: 0)
        }
      }
      ready = []
      for piece in done { ready.append(try piece.get()) }
      rows += ready.reduce(0) { $0 + $1.rows }
    }
    for piece in ready { try file.append(piece.bytes) }
  }

  /// Some rows as text.
  private struct Piece {
    var bytes: [UInt8]
    var rows: Int
  }

  private static func piece(
    _ number: Int, _ columns: Int, _ isExcel: Bool,
    _ writeRows: (Int, inout CSVWriter) throws(ReportFailure) -> Void
  ) throws(ReportFailure) -> Piece {
    var writer = CSVWriter(columns: columns, excel: isExcel)
    try writeRows(number, &writer)
    precondition(writer.column == 0, "a piece has whole rows")
    return Piece(bytes: writer.buffer, rows: writer.rows)
  }

  /// Pieces that each worker makes, on average, before they are written, and all of them at most.
  private static let piecesPerWorker = 4
  private static let mostPieces = 64

  /// Writes what is left and closes the file.
  /// - Returns: What was written, the header not counted among the rows.
  public mutating func close() throws(ReportFailure) -> FileRecord {
    try flush()
    guard let file else { preconditionFailure("a piece of a table has no file") }
    var record = try file.close()
    record.rows = rows
    return record
  }

  private mutating func flush() throws(ReportFailure) {
    guard let file else { preconditionFailure("a piece of a table has no file") }
    try file.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func endLine() {
    precondition(column == columns, "a row has a cell for every column")
    column = 0
    if isExcel { buffer.append(0x0d) }
    buffer.append(0x0a)
  }

  private mutating func separate() {
    if column > 0 { buffer.append(0x2c) }
    column += 1
  }
}
