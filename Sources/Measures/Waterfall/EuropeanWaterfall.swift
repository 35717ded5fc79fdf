// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The waterfall over a whole fund: capital, preferred return, catch-up, split.
///
/// Each distribution first returns contributions, then pays the preferred return accrued on what was owed. Of the
/// catch-up tier the manager receives the share `c` until its total is `carry` of all profit; of the rest it receives
/// `carry`. When full parity is reached, its total is `carry · (distributions − contributions)` (the identity that tests
/// use). Source: Metrick and Yasuda, *Venture Capital and the Finance
/// of Innovation*, 2011, chapter 2. Without hurdle and catch-up it is the rule
/// of the Chinese venture funds of 2011, capital first and then the split (先回本后分利). What the manager has to give
/// back in the end is the matter of ``CarryAccount``.
///
/// Totals are whole fen; accruing balances are real numbers of fen. A value type: a copy is a what-if.
@frozen public struct EuropeanWaterfall: Hashable, Sendable, BitwiseCopyable {
  /// The terms it was made with.
  public let terms: WaterfallTerms
  /// What investors are owed.
  @usableFromInline var capital: CapitalAccount
  /// Everything contributed so far.
  public internal(set) var contributed = Money.zero
  /// Everything that investors received so far.
  public internal(set) var investorsTotal = Money.zero
  /// Everything that the manager received so far.
  public internal(set) var managerTotal = Money.zero
  /// Of what investors received: returned capital, and preferred return.
  var returned = Money.zero
  var preferredPaid = Money.zero
  /// Cash that went through the last tier so far, and the manager's part of it.
  var splitCash = Money.zero
  var splitManager = Money.zero

  /// A fund before its first contribution.
  public init(_ terms: WaterfallTerms) {
    self.terms = terms
    capital = CapitalAccount(terms.hurdle)
  }

  /// Contributions not yet returned.
  public var unreturnedCapital: Money { capital.unreturned }

  /// The preferred return accrued and not yet paid, in fen; below zero only where terms have no floor.
  public var preferredOwed: Double { capital.preferredOwed }

  /// Accrues the preferred return over a time, at most until the next flow.
  ///
  /// - Parameter years: At least 0, by the day count of the terms.
  /// - Complexity: O(1), or O(compounding periods) for annual and quarterly compounding.
  public mutating func accrue(years: Double) { capital.accrue(years: years) }

  /// Accrues the preferred return over a quarter: a factor `(1+rate)^(1/4)` for compounding by the quarter or at every
  /// instant, `rate/4` for simple interest and within a year of annual compounding.
  ///
  /// - Complexity: O(1), without a power.
  @inlinable
  public mutating func accrueQuarter() { capital.accrueQuarter() }

  /// Takes a contribution of the investors, not negative; it bears the hurdle from now on.
  public mutating func contribute(_ amount: Money) {
    precondition(amount.fen >= 0)
    capital.unreturned += amount
    contributed += amount
  }
}
