// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a fund is to bring back to the region of its public investors, 返投.
///
/// Agreements ask for local investment of some multiple of what the government commits, by some age of the fund, and say
/// what is recognised as such, with which weight and up to which most. Sources of the form: Quanzhou's rules for its
/// government investment fund; a draft on recognition for a fund in Yancheng.
public struct ReinvestmentClause: Hashable, Sendable {
  /// Local investment asked for, over the commitments of `investors`.
  public var multiple: Sourced<Double>

  /// Ids of the investors whose commitments it is reckoned against; empty for all public money, also through the funds
  /// above this one.
  public var investors: [String]

  /// Age of the fund by which it is due.
  public var deadline: Sourced<TimeSpan>

  /// What the fund itself puts into local companies, at cost.
  public var ownInvestment: Recognition?

  /// What others put into the rounds in which the fund buys local companies, besides all funds of the scenario.
  public var attractedInvestment: Recognition?

  /// What funds in which it holds interests put into local companies, by its stake.
  public var subFund: Recognition?

  /// Takes every field.
  public init(
    multiple: Sourced<Double>, investors: [String], deadline: Sourced<TimeSpan>, ownInvestment: Recognition?,
    attractedInvestment: Recognition?, subFund: Recognition?
  ) {
    self.multiple = multiple
    self.investors = investors
    self.deadline = deadline
    self.ownInvestment = ownInvestment
    self.attractedInvestment = attractedInvestment
    self.subFund = subFund
  }
}

/// How a kind of local investment counts.
public struct Recognition: Hashable, Sendable {
  /// What a yuan of it counts for.
  public var weight: Sourced<Double>

  /// Most that it counts for in all, over the commitments that the multiple is reckoned against; nothing for no limit.
  public var most: Sourced<Double>?

  /// Takes every field.
  public init(weight: Sourced<Double>, most: Sourced<Double>?) {
    self.weight = weight
    self.most = most
  }
}
