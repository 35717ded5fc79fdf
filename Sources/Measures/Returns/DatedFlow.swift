// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// An amount of money on a day: negative when paid in, positive when received.
@frozen public struct DatedFlow: Hashable, Sendable {
  /// The day on which money moves.
  public var date: CalendarDate
  /// In any unit of money.
  public var amount: Double

  /// A flow on a day.
  @inlinable public init(date: CalendarDate, amount: Double) {
    self.date = date
    self.amount = amount
  }
}
