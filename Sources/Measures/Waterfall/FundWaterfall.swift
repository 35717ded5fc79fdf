// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The waterfall of a fund, or of those of its investors who share the same terms: either kind, with its safeguards.
///
/// In a period: accrue (the fund, and each deal's account), then take contributions, then write off and distribute; at the
/// end of the fund ``settle()``. A fund whose carried interest is reckoned over the whole takes the same calls and leaves
/// the deals' accounts alone. Plain data, no allocation; a copy, with copies of the deals' accounts, is a what-if.
@frozen public struct FundWaterfall: Hashable, Sendable, BitwiseCopyable {
  /// Over what carried interest is reckoned.
  @frozen public enum Kind: Hashable, Sendable, BitwiseCopyable {
    /// The whole fund: ``EuropeanWaterfall``.
    case european
    /// Each deal, with losses carried forward: ``AmericanWaterfall``.
    case american
  }

  /// Over what carried interest is reckoned.
  public let kind: Kind
  /// Of a European fund only its inner one is used.
  @usableFromInline var american: AmericanWaterfall
  /// Escrow and clawback; without safeguards it stays empty.
  @usableFromInline var account: CarryAccount
  private var settled = WaterfallSettlement()

  /// A fund before its first contribution.
  public init(_ kind: Kind, _ terms: WaterfallTerms, _ safeguards: CarrySafeguards = .none) {
    self.kind = kind
    american = AmericanWaterfall(terms)
    account = CarryAccount(terms, safeguards)
  }

  /// The terms it was made with.
  public var terms: WaterfallTerms { american.terms }
  /// Everything contributed so far.
  public var contributed: Money { american.contributed }
  /// Everything that investors received so far, with what came back to them in the end.
  public var investorsTotal: Money { american.investorsTotal + settled.toInvestors }
  /// Carried interest so far, what is held back included, less what went back in the end.
  public var managerTotal: Money { american.managerTotal - settled.toInvestors }
  /// Carried interest that is held back.
  public var escrow: Money { account.escrow }

  /// The account of a deal before its first contribution.
  public func newDeal() -> DealAccount { american.newDeal() }

  /// The waterfall over the whole fund, where nothing is held back or given back: for whoever makes many steps at once.
  @inlinable public var plain: EuropeanWaterfall {
    get {
      precondition(kind == .european && !account.safeguards.isActive, "a European waterfall without safeguards")
      return american.fund
    }
    set {
      precondition(kind == .european && !account.safeguards.isActive, "a European waterfall without safeguards")
      american.fund = newValue
    }
  }

  /// Accrues the preferred return over a time, at most until the next flow; the deals' accounts accrue by themselves.
  public mutating func accrue(years: Double) {
    american.accrue(years: years)
    if account.safeguards.isActive { account.accrue(years: years) }
  }

  /// Accrues the preferred return over a quarter; the deals' accounts accrue by themselves.
  @inlinable
  public mutating func accrueQuarter() {
    if kind == .american { american.accrueQuarter() } else { american.fund.accrueQuarter() }
    if account.safeguards.isActive { account.accrueQuarter() }
  }

  /// Takes a contribution for a deal.
  public mutating func contribute(_ amount: Money, to deal: inout DealAccount) {
    guard kind == .american else { return contribute(amount) }
    american.contribute(amount, to: &deal)
    if account.safeguards.isActive { account.contribute(amount) }
  }

  /// Takes a contribution for no deal in particular: fees and costs, and everything where there are no deals.
  public mutating func contribute(_ amount: Money) {
    kind == .american ? american.contributeCosts(amount) : american.fund.contribute(amount)
    if account.safeguards.isActive { account.contribute(amount) }
  }

  /// Puts capital that was contributed for no deal into a deal that it paid for; how much of the amount there was.
  public mutating func assign(_ amount: Money, to deal: inout DealAccount) -> Money {
    kind == .american ? american.assign(amount, to: &deal) : .zero
  }

  /// Writes off capital of a deal; what exceeds the capital in it is no loss.
  public mutating func writeOff(_ amount: Money, of deal: inout DealAccount) {
    if kind == .american { american.writeOff(amount, of: &deal) }
  }

  /// Distributes cash of a deal.
  public mutating func distribute(_ cash: Money, from deal: inout DealAccount) -> WaterfallPayment {
    guard kind == .american else { return distribute(cash) }
    return pay(american.distribute(cash, from: &deal))
  }

  /// Distributes cash of no deal in particular.
  public mutating func distribute(_ cash: Money) -> WaterfallPayment {
    pay(kind == .american ? american.distribute(cash) : american.fund.distribute(cash))
  }

  /// Takes note of capital that went back to an investor past the tiers; deal by deal, that of losses and costs.
  ///
  /// - Parameter amount: Not negative.
  /// - Returns: What is left of the amount when all that capital is back.
  public mutating func payBack(_ amount: Money) -> Money {
    if account.safeguards.isActive { account.payBack(amount) }
    return kind == .american ? american.payBack(amount) : american.fund.payBack(amount)
  }

  /// Takes note of the rest of it as capital in a deal.
  ///
  /// - Parameters:
  ///   - amount: Not negative, of what ``payBack(_:)`` left.
  ///   - deal: Whose capital it is.
  /// - Returns: How much of the amount the deal had.
  public mutating func payBack(_ amount: Money, of deal: inout DealAccount) -> Money {
    kind == .american ? american.payBack(amount, of: &deal) : .zero
  }

  private mutating func pay(_ tiers: WaterfallTiers) -> WaterfallPayment {
    account.safeguards.isActive ? account.take(tiers) : WaterfallPayment(tiers: tiers)
  }

  /// Settles the accounts at the end of the fund, when nothing is left in it; once.
  public mutating func settle() -> WaterfallSettlement {
    if account.safeguards.isActive { settled = account.settle() }
    return settled
  }
}
