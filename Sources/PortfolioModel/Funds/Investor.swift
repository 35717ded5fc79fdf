// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A partner of a fund with its commitment.
public struct Investor: Hashable, Sendable {
  /// What kind of investor it is.
  public var investorClass: InvestorClass

  /// What it committed.
  public var commitment: Sourced<Money>

  /// Where its money comes from.
  public var sourceOfFunds: SourceOfFunds

  /// Takes every field.
  public init(investorClass: InvestorClass, commitment: Sourced<Money>, sourceOfFunds: SourceOfFunds) {
    self.investorClass = investorClass
    self.commitment = commitment
    self.sourceOfFunds = sourceOfFunds
  }
}
