// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The quarters of a run, numbered from 0.
public struct TimeGrid: Hashable, Sendable {
  /// Quarter 0.
  public var start: Quarter

  /// How many quarters are simulated, at least 1.
  public var quarters: Int

  /// Takes every field.
  public init(start: Quarter, quarters: Int) {
    self.start = start
    self.quarters = quarters
  }

  /// The last day of a quarter of the grid.
  public func lastDay(of quarter: Int) -> CalendarDate { start.advanced(by: quarter).lastDay }
}
