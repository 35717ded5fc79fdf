// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Least shares, by cost, that hold at every new investment, and limits on each company.
public struct Mandate: Hashable, Sendable {
  /// Ids of the sectors allowed; empty for all.
  public var sectors: [String]

  /// Least share of early-stage companies.
  public var earlyMinimum: Sourced<Share>

  /// Least share of small companies.
  public var smallMinimum: Sourced<Share>

  /// A company is small when its valuation after the round is at most this.
  public var smallValuationLimit: Sourced<Money>

  /// Least share of hard technology.
  public var hardTechMinimum: Sourced<Share>

  /// Least share of companies in the region.
  public var localMinimum: Sourced<Share>

  /// Takes every field.
  public init(
    sectors: [String], earlyMinimum: Sourced<Share>, smallMinimum: Sourced<Share>, smallValuationLimit: Sourced<Money>,
    hardTechMinimum: Sourced<Share>, localMinimum: Sourced<Share>
  ) {
    self.sectors = sectors
    self.earlyMinimum = earlyMinimum
    self.smallMinimum = smallMinimum
    self.smallValuationLimit = smallValuationLimit
    self.hardTechMinimum = hardTechMinimum
    self.localMinimum = localMinimum
  }
}
