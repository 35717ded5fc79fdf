// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import Quantities

/// One column of a table: what its header, its description and its cells agree on.
public struct TableColumn: Hashable, Sendable {
  /// What the cells hold, in the words of the Frictionless Table Schema.
  public enum CellType: String, Hashable, Sendable, CaseIterable {
    /// Text.
    case string
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A day, ISO 8601.
    case date
    /// `true` or `false`.
    case boolean
  }

  /// The name in the header, in snake case.
  public var name: String
  /// What the cells hold.
  public var type: CellType
  /// The unit of all cells; empty where they have none or the row states it.
  public var unit: String
  /// What the column is called.
  public var label: BilingualText
  /// What the column means.
  public var definition: BilingualText

  /// A column.
  public init(
    _ name: String, _ type: CellType, unit: String = "", _ label: BilingualText, _ definition: BilingualText
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.label = label
    self.definition = definition
  }

  /// The column of a metric.
  public init(_ metric: HeadlineMetric) {
    let about = metric.about
    let type: CellType = metric.isCategory ? .string : .number
    self.init(metric.name, type, unit: about.unit, about.label, about.definition)
  }
}
