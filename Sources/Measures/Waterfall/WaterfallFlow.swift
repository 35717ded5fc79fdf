// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a fund calls, distributes and writes off on a day.
@frozen public struct WaterfallFlow: Hashable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// Called from investors, not negative; enters before the distributions of the day.
  public var contribution: Money
  /// Cash distributed through the waterfall, not negative.
  public var distribution: Money
  /// Capital of the deal that is lost, not negative; after the distribution.
  public var writeOff: Money
  /// The deal, by number; without one, a contribution is for costs and cash comes from no deal.
  public var deal: Int?
  /// The class of the investors who contribute, by its place in the agreement; cash goes to all classes.
  public var investorClass: Int

  /// The flows of a day.
  @inlinable public init(
    date: CalendarDate, contribution: Money = .zero, distribution: Money = .zero, writeOff: Money = .zero,
    deal: Int? = nil, investorClass: Int = 0
  ) {
    self.date = date
    self.contribution = contribution
    self.distribution = distribution
    self.writeOff = writeOff
    self.deal = deal
    self.investorClass = investorClass
  }
}
