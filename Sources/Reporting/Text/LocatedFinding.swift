// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel

/// A finding with the place of its field in the files of the scenario.
public struct LocatedFinding: Hashable, Sendable {
  /// How a rule stands.
  public var finding: RuleFinding
  /// The file as messages name it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// A finding with its place.
  public init(_ finding: RuleFinding, file: String, line: Int, column: Int) {
    self.finding = finding
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  var place: String { "\(file):\(line):\(column)" }
}
