// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension AmericanWaterfall {
  /// Takes a contribution for a deal, not negative; it bears the hurdle from now on.
  public mutating func contribute(_ amount: Money, to deal: inout DealAccount) {
    precondition(amount.fen >= 0)
    deal.capital.unreturned += amount
    deal.cost += amount
    dealsCost += amount
    if deal.isRealised { realisedCost += amount }
    fund.contributed += amount
  }

  /// Takes a contribution for fees and costs of the fund, not negative; it bears the hurdle from now on.
  public mutating func contributeCosts(_ amount: Money) {
    precondition(amount.fen >= 0)
    costs.unreturned += amount
    costsTotal += amount
    fund.contributed += amount
  }

  /// Puts capital that was contributed for no deal, and that no realised deal bears yet, into a deal that it paid for,
  /// with its part of the preferred return.
  ///
  /// - Returns: How much of the amount there was; the rest was no contribution, such as proceeds that are invested again.
  public mutating func assign(_ amount: Money, to deal: inout DealAccount) -> Money {
    precondition(amount.fen >= 0)
    let moved = min(amount, costs.unreturned)
    costs.move(moved, to: &deal.capital)
    costsTotal -= moved
    deal.cost += moved
    dealsCost += moved
    if deal.isRealised { realisedCost += moved }
    return moved
  }

  /// Writes off capital of a deal, not negative: from now on cash of any deal makes it good before the manager shares.
  /// What exceeds the capital in the deal is no loss.
  public mutating func writeOff(_ amount: Money, of deal: inout DealAccount) {
    precondition(amount.fen >= 0)
    guard amount.fen > 0 else { return }
    realise(&deal)
    deal.capital.move(min(amount, deal.unreturnedCapital), to: &fund.capital)
  }

  /// Distributes cash of a deal through the tiers; roundings as in ``EuropeanWaterfall/distribute(_:)``.
  ///
  /// - Parameters:
  ///   - cash: Not negative.
  ///   - deal: The deal that it comes from.
  /// - Returns: Six whole amounts that sum to `cash`.
  /// - Complexity: O(1), no allocation.
  public mutating func distribute(_ cash: Money, from deal: inout DealAccount) -> WaterfallTiers {
    precondition(cash.fen >= 0)
    guard cash.fen > 0 else { return WaterfallTiers() }
    realise(&deal)
    var rest = cash.fen
    var tiers = WaterfallTiers()
    tiers.returnOfCapital.fen = deal.capital.returnCapital(&rest) + fund.capital.returnCapital(&rest)
    tiers.preferred.fen = deal.capital.payPreferred(&rest, and: &fund.capital)
    // What a deal that has returned its capital still owes is no longer its own.
    if deal.unreturnedCapital.fen == 0 && deal.capital.preferredOwed > 0 {
      deal.capital.preferred.move(1, to: &fund.capital.preferred)
    }
    fund.share(rest, &tiers)
    if terms.floor == .unbounded { deal.capital.preferred.credit(Double(tiers.gains.fen)) }
    return tiers
  }

  /// Distributes cash of no deal, such as interest on deposits: all costs fall due before it.
  public mutating func distribute(_ cash: Money) -> WaterfallTiers {
    guard cash.fen > 0 else { return fund.distribute(cash) }
    allocate(costsTotal)
    return fund.distribute(cash)
  }

  /// Takes note of capital that went back to an investor past the tiers, not negative: losses and all costs come first.
  /// - Returns: What is left of the amount for capital in deals.
  mutating func payBack(_ amount: Money) -> Money {
    allocate(costsTotal)
    return fund.payBack(amount)
  }

  /// Takes note of the rest of it, not negative, as capital in a deal.
  /// - Returns: How much of the amount the deal had.
  mutating func payBack(_ amount: Money, of deal: inout DealAccount) -> Money {
    precondition(amount.fen >= 0)
    var rest = amount.fen
    let returned = Money(fen: deal.capital.returnCapital(&rest))
    fund.returned += returned
    return returned
  }

  /// Marks a deal as realised, and lets it bear its part of the costs.
  private mutating func realise(_ deal: inout DealAccount) {
    if !deal.isRealised {
      deal.isRealised = true
      realisedCost += deal.cost
    }
    guard realisedCost < dealsCost else { return allocate(costsTotal) }
    // The quotient is no greater than the costs, so it fits.
    let product = costsTotal.fen.magnitude.multipliedFullWidth(by: realisedCost.fen.magnitude)
    allocate(Money(fen: Int64(dealsCost.fen.magnitude.dividingFullWidth(product).quotient)))
  }

  /// Carries costs until so much of them is allocated.
  private mutating func allocate(_ wanted: Money) {
    guard wanted > costsAllocated else { return }
    costs.move(wanted - costsAllocated, to: &fund.capital)
    costsAllocated = wanted
  }
}
