// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What investors are owed on one deal of a fund whose carried interest is reckoned deal by deal; plain data that the
/// caller keeps, and passes to the fund's waterfall with each flow of the deal.
///
/// ``AmericanWaterfall/newDeal()`` makes it. It accrues whenever the fund does; an account that is made later than the
/// fund has missed nothing, as there was no capital in it.
@frozen public struct DealAccount: Hashable, Sendable, BitwiseCopyable {
  /// The capital in the deal, neither returned nor written off, and its preferred return.
  @usableFromInline var capital: CapitalAccount
  /// Everything contributed for the deal.
  public internal(set) var cost = Money.zero
  /// Whether it has paid something or lost something, so that it bears its part of the fund's costs.
  public internal(set) var isRealised = false

  init(_ capital: CapitalAccount) { self.capital = capital }

  /// Contributions for the deal that are neither returned nor written off.
  public var unreturnedCapital: Money { capital.unreturned }

  /// The preferred return accrued on the deal and not yet paid, in fen.
  public var preferredOwed: Double { capital.preferredOwed }

  /// Accrues the preferred return over a time, at most until the next flow.
  public mutating func accrue(years: Double) { capital.accrue(years: years) }

  /// Accrues the preferred return over a quarter; see ``EuropeanWaterfall/accrueQuarter()``.
  @inlinable
  public mutating func accrueQuarter() { capital.accrueQuarter() }
}
