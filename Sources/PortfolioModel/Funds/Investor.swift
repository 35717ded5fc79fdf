// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A partner of a fund with its commitment.
public struct Investor: Hashable, Sendable {
  /// What kind of investor it is.
  public var investorClass: InvestorClass

  /// The id of the fund of the scenario that it is, for a tier above; nothing for everybody else.
  public var fund: String?

  /// What it committed.
  public var commitment: Sourced<Money>

  /// Where its money comes from.
  public var sourceOfFunds: SourceOfFunds

  /// How it honours calls; nothing where it pays every call at once.
  public var honouring: Honouring?

  /// Takes every field.
  public init(
    investorClass: InvestorClass, fund: String? = nil, commitment: Sourced<Money>, sourceOfFunds: SourceOfFunds,
    honouring: Honouring? = nil
  ) {
    self.investorClass = investorClass
    self.fund = fund
    self.commitment = commitment
    self.sourceOfFunds = sourceOfFunds
    self.honouring = honouring
  }

  /// Whether the money is a government's contribution: a fiscal investor's, or what a government gave to a state-owned
  /// enterprise.
  public var isOfGovernment: Bool {
    investorClass.isFiscal
      || (investorClass == .stateOwnedEnterprise && SourceOfFunds.ofGovernments.contains(sourceOfFunds))
  }
}
