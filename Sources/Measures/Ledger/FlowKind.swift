// SPDX-License-Identifier: GPL-3.0-or-later

/// What a movement of money is for.
public enum FlowKind: String, Hashable, Sendable, CaseIterable {
  /// From a treasury or a source of capital to the contributor.
  case appropriation
  /// From a contributor to the fund.
  case capitalCall = "capital_call"
  /// From the fund into a company, first ticket.
  case investment
  /// From the fund into a company already held.
  case followOn = "follow_on"
  /// From the fund to the manager.
  case managementFee = "management_fee"
  /// From the fund to those who set it up, once.
  case setUpCost = "set_up_cost"
  /// From the fund to the custodian.
  case custody
  /// From the fund to auditors and other providers.
  case fixedCost = "fixed_cost"
  /// What a failed company leaves.
  case liquidation
  /// What a founder pays for a buy-back.
  case buyBack = "buy_back"
  /// Price of a transfer to another investor.
  case transfer
  /// Price of an acquisition.
  case acquisition
  /// Sales after a listing.
  case listing
  /// Proceeds of a law that names no route.
  case realisation
  /// Sale of the rest to a secondary fund.
  case secondarySale = "secondary_sale"
  /// Interest on idle cash.
  case interest
  /// From the fund to a contributor.
  case distribution
  /// From the fund to the manager.
  case carriedInterest = "carried_interest"
  /// Carried interest that is held back, and what of it goes to the manager, or back to the fund for its investors.
  case escrow
  case escrowRelease = "escrow_release"
  case escrowReturn = "escrow_return"
  /// Carried interest that the manager gives back.
  case clawback
  /// Price that investors pay for the stake of another.
  case buyOut = "buy_out"
  /// What later investors pay for what earlier ones paid in, and earlier ones get back.
  case equalisation
  /// Interest that later investors pay to earlier ones.
  case equalisationInterest = "equalisation_interest"
  /// A grant to a company, and what of it is paid back.
  case grant
  case grantRepayment = "grant_repayment"
  /// What shares from a converted grant or a contribution in kind bring.
  case stakeProceeds = "stake_proceeds"
  /// A loan to a company, its interest, its repayment, what is recovered after a default.
  case loan
  case loanInterest = "loan_interest"
  case loanRepayment = "loan_repayment"
  case loanRecovery = "loan_recovery"
  /// What a lender's warrant brings.
  case warrant
  /// Interest that the public takes over.
  case interestSubsidy = "interest_subsidy"
  /// From a company to its guarantor, and from this to the re-guarantor.
  case guaranteeFee = "guarantee_fee"
  case reGuaranteeFee = "re_guarantee_fee"
  /// From a guarantor to the bank after a default, and what of it comes back.
  case guaranteeCompensation = "guarantee_compensation"
  case guaranteeRecovery = "guarantee_recovery"
  /// Land or a factory, at what the public gives up, and what comes back at a failure.
  case assetInKind = "asset_in_kind"
  case assetReturn = "asset_return"
  /// Rent that is not asked for.
  case rentRelief = "rent_relief"
  /// What an attempt to rescue a company costs, and what a new investor pays.
  case rescueCost = "rescue_cost"
  case rescueRound = "rescue_round"
  /// Listed shares that pass through the fund to its investors, at what they count for.
  case inKind = "in_kind"
  /// From a lender to the fund.
  case creditDrawing = "credit_drawing"
  /// From the fund back to its lender.
  case creditRepayment = "credit_repayment"
  /// From the fund to its lender: interest on what is drawn, and the fee on what is not.
  case creditInterest = "credit_interest"
  case creditFee = "credit_fee"
  /// From a contributor to its treasury or source of capital.
  case receipt
}
