// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A line of credit that a fund draws on before it calls capital (认缴出资授信、过桥贷款), secured by what its investors have
/// yet to pay in.
///
/// It moves calls to a later date and costs interest: investors' rate of return rises, their multiple falls. Source of
/// the terms: custom of such facilities; see Albertus and Denes, "Private Equity Fund Debt", 2020.
public struct CreditLine: Hashable, Sendable {
  /// What a derived plan calls the line that it leaves out, after its fund.
  public static let id = "credit_line"

  /// Most that may be drawn, as a share of commitments that are not yet called.
  public var limit: Sourced<Share>

  /// Interest a year on what is drawn, over the lending rate.
  public var spread: Sourced<AnnualRate>

  /// Fee a year on what may be drawn and is not.
  public var fee: Sourced<AnnualRate>

  /// Time after the first drawing by which everything is repaid by a call; nothing is drawn in that quarter.
  public var cleanDown: Sourced<TimeSpan>

  /// Age of the fund from which nothing is drawn any more.
  public var until: Sourced<TimeSpan>

  /// Which needs it pays before capital is called.
  public var bridges: BridgedNeeds

  /// Takes every field.
  public init(
    limit: Sourced<Share>, spread: Sourced<AnnualRate>, fee: Sourced<AnnualRate>, cleanDown: Sourced<TimeSpan>,
    until: Sourced<TimeSpan>, bridges: BridgedNeeds
  ) {
    self.limit = limit
    self.spread = spread
    self.fee = fee
    self.cleanDown = cleanDown
    self.until = until
    self.bridges = bridges
  }
}

/// The needs of a fund that a line of credit pays before capital is called.
public enum BridgedNeeds: String, Hashable, Sendable, CaseIterable {
  /// Purchases only; fees and costs are called.
  case purchases
  /// Purchases, fees and costs.
  case allNeeds = "all_needs"
}
