// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Public support of companies beside the funds: a claim on each company of a pool, with dated cash flows that the
/// company's own fate triggers.
///
/// An instrument combines parts: money given (``GrantTerms``), money lent by a bank or by the payer (``CreditTerms``) with
/// interest subsidy, guarantee and warrant, an asset given or let (``ContributionTerms``), and the rescue of companies in
/// distress (``RescueTerms``). Only a rescue changes what becomes of a company.
public struct Instrument: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// The level of government that pays.
  public var payer: PublicLevel

  /// The budget that it pays from.
  public var sourceOfFunds: SourceOfFunds

  /// First and last quarter in which companies are admitted, or rescued; nothing for the ends of the grid.
  public var first: Quarter?

  /// The last of them.
  public var last: Quarter?

  /// Which companies.
  public var pool: InstrumentPool

  /// Most that grants, credit and assets may sum to, first come first served; nothing for no limit.
  public var ceiling: Sourced<Money>?

  /// Money that is given.
  public var grant: GrantTerms?

  /// Money that is lent.
  public var credit: CreditTerms?

  /// Land or a factory.
  public var contribution: ContributionTerms?

  /// What is done for companies in distress.
  public var rescue: RescueTerms?

  /// What rules of law ask for, as of a support package; without what the terms themselves tell.
  public var facts: SupportPackage

  /// Takes every field.
  public init(
    name: BilingualText, payer: PublicLevel, sourceOfFunds: SourceOfFunds, first: Quarter?, last: Quarter?,
    pool: InstrumentPool, ceiling: Sourced<Money>?, grant: GrantTerms?, credit: CreditTerms?,
    contribution: ContributionTerms?, rescue: RescueTerms?, facts: SupportPackage
  ) {
    self.name = name
    self.payer = payer
    self.sourceOfFunds = sourceOfFunds
    self.first = first
    self.last = last
    self.pool = pool
    self.ceiling = ceiling
    self.grant = grant
    self.credit = credit
    self.contribution = contribution
    self.rescue = rescue
    self.facts = facts
  }
}

/// The companies that an instrument is for: all that fit every condition, from the quarter of their entry on.
public struct InstrumentPool: Hashable, Sendable {
  /// Ids of funds, one of which bought the company at its entry; empty for any company that somebody finances.
  public var funds: [String]

  /// Ids of the streams that they come from; empty for all, named companies included.
  public var streams: [String]

  /// Stages at entry; empty for all.
  public var stages: [CompanyStage]

  /// Ids of sectors; empty for all.
  public var sectors: [String]

  /// Whether companies of the region only.
  public var onlyLocal: Bool

  /// Whether hard technology only.
  public var onlyHardTech: Bool

  /// The part of those companies that is admitted, each by a draw of its own.
  public var share: Sourced<Share>

  /// A company under a law of multiples counts as failed where it returns less than this part of cost.
  public var failedBelow: Sourced<Share>

  /// Takes every field.
  public init(
    funds: [String], streams: [String], stages: [CompanyStage], sectors: [String], onlyLocal: Bool,
    onlyHardTech: Bool, share: Sourced<Share>, failedBelow: Sourced<Share>
  ) {
    self.funds = funds
    self.streams = streams
    self.stages = stages
    self.sectors = sectors
    self.onlyLocal = onlyLocal
    self.onlyHardTech = onlyHardTech
    self.share = share
    self.failedBelow = failedBelow
  }
}

/// How much a company gets.
public enum InstrumentSize: Hashable, Sendable {
  /// The same for every company.
  case fixed(Sourced<Money>)

  /// A multiple of what the pool's funds paid at the entry, or of the round where the pool names no funds; up to a most.
  case ofTicket(Sourced<Double>, most: Sourced<Money>?)

  /// A multiple of the same instrument's grant, 奖贷联动.
  case ofGrant(Sourced<Double>)
}
