// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A table of a user's own data: some columns by name, of which each cell was read; further columns are ignored.
public struct UserTable: Hashable, Sendable {
  /// A column that is wanted.
  public struct Column: Hashable, Sendable {
    enum Kind: Hashable {
      case date(isUnique: Bool)
      case number(Interval?)
      case yuan
      case text
    }

    let name: String
    let kind: Kind

    /// ISO dates, each of them once if that is asked for.
    public static func date(_ name: String, isUnique: Bool = false) -> Column {
      Column(name: name, kind: .date(isUnique: isUnique))
    }
    /// Numbers, within an interval if one is given.
    public static func number(_ name: String, in allowed: Interval? = nil) -> Column {
      Column(name: name, kind: .number(allowed))
    }
    /// Amounts of money: all of them plain numbers of yuan, or all with a unit; their magnitudes sum to what money may
    /// be.
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
        if !table.columns.isEmpty { issues.append(UserTable.missing(column, of: table)) }
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

  private mutating func read(_ column: Column, _ cells: [CSVTable.Cell], _ issues: inout [ScenarioIssue]) {
    switch column.kind {
    case .date(let isUnique): readDates(column.name, cells, isUnique: isUnique, &issues)
    case .number(let allowed): readNumbers(column.name, cells, allowed, &issues)
    case .yuan: readAmounts(column.name, cells, &issues)
    case .text: texts[column.name] = cells.map(\.text.trimmedOfSpace)
    }
  }

  private mutating func readDates(
    _ name: String, _ cells: [CSVTable.Cell], isUnique: Bool, _ issues: inout [ScenarioIssue]
  ) {
    var first: [CalendarDate: SourcePosition] = [:]
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      guard let date = CalendarDate(iso: text) else {
        issues.append(ScenarioIssue(cell.position, name, .badDate(text), expected: .date))
        continue
      }
      dates[name, default: []].append(date)
      guard isUnique else { continue }
      if let earlier = first[date] {
        issues.append(ScenarioIssue(cell.position, name, .duplicateRow(text, first: earlier)))
      } else {
        first[date] = cell.position
      }
    }
  }

  private mutating func readNumbers(
    _ name: String, _ cells: [CSVTable.Cell], _ allowed: Interval?, _ issues: inout [ScenarioIssue]
  ) {
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      do throws(UnitProblem) {
        let value = try QuantityText(text, as: .number).value
        if let allowed, !allowed.contains(value) { throw .outOfRange(allowed: "") }
        numbers[name, default: []].append(value)
      } catch {
        issues.append(
          ScenarioIssue(
            cell.position, name, .quantity(error, text: text), expected: .quantity(.number, allowed: allowed)))
      }
    }
  }

  private mutating func readAmounts(_ name: String, _ cells: [CSVTable.Cell], _ issues: inout [ScenarioIssue]) {
    var column = AmountColumn()
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      if let (problem, expected) = column.problem(with: text) {
        issues.append(ScenarioIssue(cell.position, name, problem, expected: expected))
      }
    }
    numbers[name] = column.yuan
  }

  private static func missing(_ column: Column, of table: CSVTable) -> ScenarioIssue {
    let position = table.columns.first?.position ?? SourcePosition(startOf: table.file)
    return ScenarioIssue(
      position, column.name, .missingColumn(column.name),
      suggestion: Spelling.suggestion(for: column.name, among: table.columns.map(\.text)))
  }
}
