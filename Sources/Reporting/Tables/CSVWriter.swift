// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a table as comma-separated values: RFC 4180, UTF-8, LF; with a byte order mark and CRLF for Excel.
///
/// Rows are written cell by cell and never gathered, so the length of a table costs no memory.
public struct CSVWriter: ~Copyable {
  private var file: OutputFile
  private let columns: Int
  private let isExcel: Bool
  private var column = 0
  private var rows = -1

  /// Creates the file of a table and writes its header.
  public init(_ table: TableDescription, in folder: String, excel: Bool) throws(ReportFailure) {
    self.init(try OutputFile("\(folder)/\(table.file)"), columns: table.columns.count, excel: excel)
    for column in table.columns { cell(column.name) }
    endLine()
  }

  private init(_ file: consuming OutputFile, columns: Int, excel: Bool) {
    self.file = file
    self.columns = columns
    isExcel = excel
    if excel { self.file.append([0xef, 0xbb, 0xbf]) }
  }

  /// Writes a text, quoted where it must be.
  public mutating func cell(_ text: String) {
    separate()
    if CSVWriter.needsQuotes(text) {
      file.append(CSVWriter.escaped(text))
    } else {
      file.buffer.append(contentsOf: text.utf8)
    }
  }

  /// Writes a text that was escaped before: one that is written many times over.
  mutating func cell(escaped bytes: [UInt8]) {
    separate()
    file.append(bytes)
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
    if let number { NumberText.append(number, to: &file.buffer) }
  }

  /// Writes an integer.
  public mutating func cell(_ number: some BinaryInteger) {
    separate()
    NumberText.append(number, to: &file.buffer)
  }

  /// Writes `true` or `false`.
  public mutating func cell(_ flag: Bool) { cell(flag ? "true" : "false") }

  /// Writes yuan with two decimals, or an empty cell for NaN and infinities.
  public mutating func cell(yuan: Double) {
    separate()
    NumberText.append(yuan: yuan, to: &file.buffer)
  }

  /// Writes an empty cell.
  public mutating func missing() { separate() }

  /// Ends a row, which must have a cell for every column.
  public mutating func endRow() throws(ReportFailure) {
    endLine()
    try file.flushIfFull()
  }

  /// Writes what is left and closes the file.
  /// - Returns: What was written, the header not counted among the rows.
  public mutating func close() throws(ReportFailure) -> FileRecord {
    var record = try file.close()
    record.rows = rows
    return record
  }

  private mutating func endLine() {
    precondition(column == columns, "a row has a cell for every column")
    column = 0
    rows += 1
    if isExcel { file.buffer.append(0x0d) }
    file.buffer.append(0x0a)
  }

  private mutating func separate() {
    if column > 0 { file.buffer.append(0x2c) }
    column += 1
  }
}
