// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The waterfall deal by deal, with losses carried forward.
///
/// Cash of a deal first returns, in this order, the capital in the deal and the capital *carried*: losses of deals
/// written off, and the part of the fund's costs that falls on realised deals. Then it pays the preferred return on both,
/// in the same order; the rest goes through catch-up and split, where the profit is that of all that was realised. What
/// lies in other deals is not waited for, so that the manager may have more than its share of the fund's profit in the
/// end: ``CarryAccount`` reckons what it then gives back.
///
/// - The capital of a deal comes back as a whole before the manager shares in it, a part sold included.
/// - A deal is realised from its first cash or write-off. Costs fall on realised deals by their cost:
///   `costs · cost of realised deals / cost of all deals`, never less than was allocated before.
/// - A loss is what is written off. With it goes its part of the preferred return owed, and both go on accruing.
/// - A deal that has returned its capital and not all its preferred return leaves the rest to the capital carried too, so
///   that it makes no difference by how little a deal misses its cost, or which of its cash and its loss comes first.
///
/// With one deal that takes all contributions it is ``EuropeanWaterfall``, to the fen.
/// Plain data; the deals' accounts are the caller's.
@frozen public struct AmericanWaterfall: Hashable, Sendable, BitwiseCopyable {
  /// Totals and tiers; its capital is the capital carried.
  @usableFromInline var fund: EuropeanWaterfall
  /// Costs that no realised deal bears yet.
  @usableFromInline var costs: CapitalAccount
  var costsTotal = Money.zero
  var costsAllocated = Money.zero
  /// What all deals cost, and those that are realised.
  var dealsCost = Money.zero
  var realisedCost = Money.zero

  /// A fund before its first contribution.
  public init(_ terms: WaterfallTerms) {
    fund = EuropeanWaterfall(terms)
    costs = CapitalAccount(terms.hurdle)
  }

  /// The terms it was made with.
  public var terms: WaterfallTerms { fund.terms }
  /// Everything contributed so far, for deals and costs.
  public var contributed: Money { fund.contributed }
  /// Everything that investors received so far.
  public var investorsTotal: Money { fund.investorsTotal }
  /// Everything that the manager received so far.
  public var managerTotal: Money { fund.managerTotal }
  /// Losses and allocated costs not yet returned.
  public var carriedCapital: Money { fund.unreturnedCapital }

  /// The account of a deal before its first contribution, whose periods of compounding are the fund's.
  public func newDeal() -> DealAccount {
    var capital = CapitalAccount(terms.hurdle)
    capital.preferred.elapsed = costs.preferred.elapsed
    return DealAccount(capital)
  }

  /// Accrues the preferred return on what is carried and on costs over a time; each deal accrues by itself.
  public mutating func accrue(years: Double) {
    fund.accrue(years: years)
    costs.accrue(years: years)
  }

  /// Accrues the preferred return on what is carried and on costs over a quarter; each deal accrues by itself.
  @inlinable
  public mutating func accrueQuarter() {
    fund.accrueQuarter()
    costs.accrueQuarter()
  }
}
