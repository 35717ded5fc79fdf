// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A table of a user's own data: some columns by name, of which each cell was read; further columns are ignored.
public struct UserTable: Hashable, Sendable {
  /// A column that is wanted.
  public struct Column: Hashable, Sendable {
    enum Kind: Hashable {
      case date
      case number(Interval?)
      case yuan
      case text
    }

    let name: String
    let kind: Kind
    /// Whether the column may be missing and its cells empty; an empty number is 0.
    var isOptional = false

    /// The column, which may be missing and have empty cells; an empty number is 0.
    public var optional: Column { Column(name: name, kind: kind, isOptional: true) }

    /// ISO dates.
    public static func date(_ name: String) -> Column { Column(name: name, kind: .date) }
    /// Numbers, within an interval if one is given.
    public static func number(_ name: String, in allowed: Interval? = nil) -> Column {
      Column(name: name, kind: .number(allowed))
    }
    /// Amounts of money: plain numbers of yuan, or with a unit.
    public static func yuan(_ name: String) -> Column { Column(name: name, kind: .yuan) }
    /// Words, such as the name of a cohort.
    public static func text(_ name: String) -> Column { Column(name: name, kind: .text) }
  }

  static let limit = 64 * 1_048_576

  /// How many rows there are.
  public private(set) var count = 0
  /// The bytes that were read.
  public private(set) var bytes: [UInt8] = []
  private var dates: [String: [CalendarDate]] = [:]
  private var numbers: [String: [Double]] = [:]
  private var texts: [String: [String]] = [:]
  private var positions: [String: [SourcePosition]] = [:]

  /// Reads the wanted columns of a CSV file; every cell that cannot be read is an issue with its place.
  public init(at path: String, columns: [Column]) throws(ScenarioRejected) {
    do throws(InputFile.Problem) {
      bytes = try InputFile.bytes(at: path, limit: UserTable.limit)
    } catch {
      throw ScenarioRejected(ScenarioIssue(SourcePosition(startOf: path), "", error.scenarioProblem(path)))
    }
    let table = CSVTable(bytes: bytes, file: path)
    var issues = table.issues
    for column in columns {
      guard let index = table.column(column.name) else {
        if !table.columns.isEmpty && !column.isOptional { issues.append(UserTable.missing(column, of: table)) }
        continue
      }
      read(column, table.rows.map { $0[index] }, &issues)
    }
    count = table.rows.count
    if count == 0, issues.isEmpty {
      issues.append(ScenarioIssue(SourcePosition(startOf: path), "", .wrongCount(0), expected: .atLeast(1)))
    }
    guard issues.isEmpty else { throw ScenarioRejected(issues: issues) }
  }

  /// The days of a column, in the order of the file.
  public func dates(_ column: String) -> [CalendarDate] { dates[column] ?? [] }
  /// The numbers of a column, or its amounts in yuan, in the order of the file.
  public func numbers(_ column: String) -> [Double] { numbers[column] ?? [] }
  /// The words of a column, in the order of the file.
  public func texts(_ column: String) -> [String] { texts[column] ?? [] }
  /// Where the cells of a column stand, in the order of the file; empty where there is no such column.
  public func positions(_ column: String) -> [SourcePosition] { positions[column] ?? [] }

  private mutating func read(_ column: Column, _ cells: [CSVTable.Cell], _ issues: inout [ScenarioIssue]) {
    positions[column.name] = cells.map(\.position)
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      if column.isOptional, text.isEmpty, column.kind != .text, column.kind != .date {
        numbers[column.name, default: []].append(0)
        continue
      }
      switch column.kind {
      case .date:
        if let date = CalendarDate(iso: text) {
          dates[column.name, default: []].append(date)
        } else {
          issues.append(ScenarioIssue(cell.position, column.name, .badDate(text), expected: .date))
        }
      case .number(let allowed):
        number(text, cell, column, .number, allowed, &issues)
      case .yuan:
        let isPlain = (try? QuantityText(text, as: .number)) != nil
        number(text, cell, column, isPlain ? .number : .money, nil, &issues)
      case .text:
        texts[column.name, default: []].append(text)
      }
    }
  }

  private mutating func number(
    _ text: String, _ cell: CSVTable.Cell, _ column: Column, _ kind: QuantityKind, _ allowed: Interval?,
    _ issues: inout [ScenarioIssue]
  ) {
    let expected = Expectation.quantity(kind, allowed: allowed)
    do throws(UnitProblem) {
      let value = try QuantityText(text, as: kind).value
      if let allowed, !allowed.contains(value) { throw .outOfRange(allowed: "") }
      numbers[column.name, default: []].append(value)
    } catch {
      issues.append(
        ScenarioIssue(cell.position, column.name, .quantity(error, text: text), expected: expected))
    }
  }

  private static func missing(_ column: Column, of table: CSVTable) -> ScenarioIssue {
    let position = table.columns.first?.position ?? SourcePosition(startOf: table.file)
    return ScenarioIssue(
      position, column.name, .missingColumn(column.name),
      suggestion: Spelling.suggestion(for: column.name, among: table.columns.map(\.text)))
  }
}
