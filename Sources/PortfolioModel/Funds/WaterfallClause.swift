// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How proceeds are divided between investors and manager.
public struct WaterfallClause: Hashable, Sendable {
  /// Over what the carried interest is reckoned.
  public var kind: WaterfallKind

  /// Preferred return; none: carried interest from the first gain.
  public var hurdle: HurdleClause?

  /// Share of the catch-up tier that goes to the manager; 0: no catch-up.
  public var catchUp: Sourced<Share>

  /// The manager's share of gains.
  public var carry: Sourced<Share>

  /// Where the catch-up tier ends.
  public var catchUpEnd: CatchUpEnd

  /// How days become years for the preferred return, of all classes.
  public var dayCount: HurdleDayCount

  /// Whether the account of what investors are owed may fall below zero, for all classes.
  public var balanceFloor: BalanceFloor

  /// What the manager gives back in the end, if anything.
  public var clawback: ClawbackClause?

  /// What is held back of carried interest, if anything.
  public var escrow: EscrowClause?

  /// Classes of investors with terms of their own, in the order of the classes.
  public var classes: [ClassTerms]

  /// Takes every field; those that have a default here are the usual terms.
  public init(
    kind: WaterfallKind, hurdle: HurdleClause?, catchUp: Sourced<Share>, carry: Sourced<Share>,
    catchUpEnd: CatchUpEnd = .parity, dayCount: HurdleDayCount = .thirty360, balanceFloor: BalanceFloor = .zero,
    clawback: ClawbackClause? = nil, escrow: EscrowClause? = nil, classes: [ClassTerms] = []
  ) {
    self.kind = kind
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.carry = carry
    self.catchUpEnd = catchUpEnd
    self.dayCount = dayCount
    self.balanceFloor = balanceFloor
    self.clawback = clawback
    self.escrow = escrow
    self.classes = classes
  }

  /// The terms of the fund, which hold for every class that has none of its own.
  public var sharing: SharingClause {
    SharingClause(hurdle: hurdle, catchUp: catchUp, catchUpEnd: catchUpEnd, carry: carry)
  }

  /// The terms of a class.
  public func sharing(of investorClass: InvestorClass) -> SharingClause {
    classes.first { $0.investorClass == investorClass }?.sharing ?? sharing
  }
}
