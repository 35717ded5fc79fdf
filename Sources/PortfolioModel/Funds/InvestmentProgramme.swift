// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a fund buys, when and for how much.
public struct InvestmentProgramme: Hashable, Sendable {
  /// The investment period, from the start of the fund.
  public var period: Sourced<TimeSpan>

  /// Ids of the candidate streams that the manager looks at.
  public var streams: [String]

  /// New companies in the years of the investment period; the last number holds for further years.
  public var ticketsPerYear: [Sourced<Int>]

  /// Ticket by stage; a stage that is not listed is outside the mandate.
  public var tickets: [TicketPlan]

  /// What the companies must be.
  public var mandate: Mandate

  /// Most that may be invested in one company, of commitments.
  public var concentrationLimit: Sourced<Share>

  /// Money kept for further rounds of companies already held.
  public var followOn: FollowOn?

  /// The right to be bought out after a date.
  public var redemption: RedemptionClause?

  /// What the fund buys beside another fund.
  public var coInvestment: CoInvestment?

  /// Companies of the scenario that the fund buys whatever the manager's ranking.
  public var named: [NamedInvestment]

  /// Holdings on the first day of the run.
  public var openingHoldings: [Identified<OpeningHolding>]

  /// Takes every field.
  public init(
    period: Sourced<TimeSpan>, streams: [String], ticketsPerYear: [Sourced<Int>], tickets: [TicketPlan],
    mandate: Mandate, concentrationLimit: Sourced<Share>, followOn: FollowOn?, redemption: RedemptionClause?,
    coInvestment: CoInvestment? = nil, named: [NamedInvestment], openingHoldings: [Identified<OpeningHolding>]
  ) {
    self.period = period
    self.streams = streams
    self.ticketsPerYear = ticketsPerYear
    self.tickets = tickets
    self.mandate = mandate
    self.concentrationLimit = concentrationLimit
    self.followOn = followOn
    self.redemption = redemption
    self.coInvestment = coInvestment
    self.named = named
    self.openingHoldings = openingHoldings
  }
}
