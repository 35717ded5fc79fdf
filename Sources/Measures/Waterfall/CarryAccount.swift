// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What the manager had of the whole fund against what it should have had: escrow and clawback.
///
/// Whatever the waterfall, the manager has in the end had too much by
///
///     due = min(carry, max(0, carry − k · profit, shortfall))
///     shortfall = contributions + preferred return accrued on the whole fund − all that investors got
///
/// where the profit is all distributions less all contributions. The preferred return of the whole fund accrues on a
/// balance that all distributions to investors reduce, capital first, with the floor of the terms. Source: the two
/// tests and the cap of ILPA, *Principles 3.0*, 2019, on clawback, net of tax if the agreement says so.
///
/// Escrow holds a share of each payment of carried interest. What of it exceeds the amount that would be due if all that
/// the fund still holds were worthless is released with each distribution, or everything at the end only. In the end it
/// pays what is due first; the rest is paid by the manager where there is a clawback, at most `(1 − tax share)` of what
/// was paid out to it.
@frozen public struct CarryAccount: Hashable, Sendable, BitwiseCopyable {
  /// The terms of the waterfall.
  public let terms: WaterfallTerms
  /// What secures them.
  public let safeguards: CarrySafeguards
  /// Everything contributed so far.
  public internal(set) var contributed = Money.zero
  /// Everything that investors received so far.
  public internal(set) var investorsTotal = Money.zero
  /// Carried interest so far, what is held back included.
  public internal(set) var managerTotal = Money.zero
  /// Carried interest that is held back.
  public internal(set) var escrow = Money.zero
  /// What investors are owed over the whole fund.
  @usableFromInline var capital: CapitalAccount
  /// The preferred return that ever accrued, in fen.
  @usableFromInline var accrued = 0.0

  /// The account of a fund before its first contribution.
  public init(_ terms: WaterfallTerms, _ safeguards: CarrySafeguards) {
    self.terms = terms
    self.safeguards = safeguards
    capital = CapitalAccount(terms.hurdle)
  }

  /// By how much investors lack their contributions and the preferred return of the whole fund.
  public var shortfall: Money {
    let lacking = accrued + Double((contributed - investorsTotal).fen)
    return lacking < 0x1p62 ? max(.zero, Money(fen: Money.nearestFen(lacking))) : Money(fen: 1 << 62)
  }

  /// What the manager would have to give back if the fund ended now and nothing were left in it, tax apart.
  public var due: Money {
    let profit = max(.zero, investorsTotal + managerTotal - contributed)
    let agreed = EuropeanWaterfall.wholeFen(terms.carry * Double(profit.fen), atMost: profit.fen)
    return min(managerTotal, max(shortfall, managerTotal - Money(fen: agreed)))
  }

  /// Accrues the preferred return over a time, at most until the next flow.
  public mutating func accrue(years: Double) {
    let before = capital.preferredOwed
    capital.accrue(years: years)
    accrued += capital.preferredOwed - before
  }

  /// Accrues the preferred return over a quarter.
  @inlinable
  public mutating func accrueQuarter() {
    let before = capital.preferredOwed
    capital.accrueQuarter()
    accrued += capital.preferredOwed - before
  }
}
