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
    /// Whether the column may be missing and its cells empty; an empty number is 0.
    var isOptional = false

    /// The column, which may be missing and have empty cells; an empty number is 0.
    public var optional: Column { Column(name: name, kind: kind, isOptional: true) }

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
  private var positions: [String: [SourcePosition]] = [:]
  /// The columns whose amounts are written with a unit.
  private(set) var withUnits: Set<String> = []

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
        if !table.columns.isEmpty, let issue = UserTable.missing(column, of: table) { issues.append(issue) }
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
    switch column.kind {
    case .date(let isUnique): readDates(column.name, cells, isUnique: isUnique, &issues)
    case .number(let allowed): readNumbers(column, cells, allowed, &issues)
    case .yuan: readAmounts(column, cells, &issues)
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
        issues.append(
          ScenarioIssue(
            cell.position, name, .badDate(text), expected: .date,
            suggestion: DateSpelling.day(text).map { "\($0)" }))
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
    _ column: Column, _ cells: [CSVTable.Cell], _ allowed: Interval?, _ issues: inout [ScenarioIssue]
  ) {
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      guard !(column.isOptional && text.isEmpty) else {
        numbers[column.name, default: []].append(0)
        continue
      }
      do throws(UnitProblem) {
        let value = try QuantityText(text, as: .number).value
        if let allowed, !allowed.contains(value) { throw .outOfRange(allowed: "") }
        numbers[column.name, default: []].append(value)
      } catch {
        issues.append(
          ScenarioIssue(
            cell.position, column.name, .quantity(error, text: text), expected: .quantity(.number, allowed: allowed)))
      }
    }
  }

  private mutating func readAmounts(_ column: Column, _ cells: [CSVTable.Cell], _ issues: inout [ScenarioIssue]) {
    var amounts = AmountColumn()
    for cell in cells {
      let text = cell.text.trimmedOfSpace
      if column.isOptional, text.isEmpty {
        amounts.skip()
      } else if let (problem, expected) = amounts.problem(with: text) {
        issues.append(ScenarioIssue(cell.position, column.name, problem, expected: expected))
      }
    }
    numbers[column.name] = amounts.yuan
    if amounts.hasUnits { withUnits.insert(column.name) }
  }

  /// What is wrong where a column is missing: nothing where it may be, unless another one is a letter away from it.
  private static func missing(_ column: Column, of table: CSVTable) -> ScenarioIssue? {
    if column.isOptional {
      let misspelt = table.columns.first { Spelling.distance($0.text.lowercased(), column.name) <= 1 }
      return misspelt.map { ScenarioIssue($0.position, column.name, .unknownKey($0.text), suggestion: column.name) }
    }
    let position = table.columns.first?.position ?? SourcePosition(startOf: table.file)
    return ScenarioIssue(
      position, column.name, .missingColumn(column.name),
      suggestion: Spelling.suggestion(for: column.name, among: table.columns.map(\.text)))
  }
}
