// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What one investor of a fund, as a rule a public one, gives up for others (让利).
///
/// It comes after the fund's waterfall, from what the giver would receive; what the giver keeps first is its capital with
/// the agreed return.
public struct Concession: Hashable, Sendable {
  /// The id of the investor that gives.
  public var giver: String

  /// The ids of the investors that receive, in proportion to their stakes.
  public var receivers: [String]

  /// What is given.
  public var kind: ConcessionKind

  /// Takes every field.
  public init(giver: String, receivers: [String], kind: ConcessionKind) {
    self.giver = giver
    self.receivers = receivers
    self.kind = kind
  }
}

/// The forms of a concession.
public enum ConcessionKind: Hashable, Sendable {
  /// The giver's return stops at a rate, compounded by the year; the rest goes to the receivers.
  case cappedReturn(rate: Sourced<AnnualRate>)

  /// The receivers may buy the giver's stake, with what it still has to pay in, at cost plus a rate within some years.
  case buyoutOption(within: Sourced<TimeSpan>, rate: Sourced<AnnualRate>, exercise: OptionExercise)

  /// A share of what the giver receives beyond a rate, if the conditions hold when it is paid.
  case excessShare(rate: Sourced<AnnualRate>, share: Sourced<Share>, conditions: ConcessionConditions)

  /// The giver stands behind the receivers until they have their capital back, up to a share of the fund's commitments.
  case firstLoss(limit: Sourced<Share>)
}

/// When an option is exercised.
public enum OptionExercise: String, Hashable, Sendable, CaseIterable {
  /// At the end of the window, if the stake is worth more than its price.
  case atEnd = "at_end"
  /// In the first quarter in which the stake is worth more than its price.
  case firstInTheMoney = "first_in_the_money"
}

/// Least shares of what the fund has bought, by cost of first tickets, that a concession asks for.
public struct ConcessionConditions: Hashable, Sendable {
  /// Of early-stage companies.
  public var early: Sourced<Share>

  /// Of hard technology.
  public var hardTech: Sourced<Share>

  /// Of companies in the region.
  public var local: Sourced<Share>

  /// Takes every field.
  public init(early: Sourced<Share>, hardTech: Sourced<Share>, local: Sourced<Share>) {
    self.early = early
    self.hardTech = hardTech
    self.local = local
  }
}
