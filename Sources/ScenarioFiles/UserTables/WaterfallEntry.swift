// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
public import Quantities

/// A row of a table of flows for a waterfall.
public struct WaterfallEntry: Hashable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// Paid in where negative, distributed where positive.
  public var amount: Money
  /// Capital of the deal that is lost, not negative.
  public var writeOff: Money
  /// The deal; none for fees and costs, and for cash of no deal.
  public var deal: String?
  /// The class of the investors who paid in, where the table says so.
  public var investorClass: InvestorClass?
}
