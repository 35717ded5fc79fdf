// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a fund calls and distributes on a day.
@frozen public struct WaterfallFlow: Hashable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// Called from investors, not negative; enters before the distribution of the day.
  public var contribution: Money
  /// Cash distributed through the waterfall, not negative.
  public var distribution: Money

  /// The flows of a day.
  @inlinable public init(date: CalendarDate, contribution: Money = .zero, distribution: Money = .zero) {
    self.date = date
    self.contribution = contribution
    self.distribution = distribution
  }
}
