// SPDX-License-Identifier: GPL-3.0-or-later

/// What a fund does that some rule forbids.
public enum FundActivity: String, Hashable, Sendable, CaseIterable {
  /// Guarantees other than a financing guarantee's business.
  case guarantee
  /// Mortgages of its assets.
  case mortgage
  /// Entrusted loans.
  case entrustedLoan = "entrusted_loan"
  /// Listed stock outside mergers, placements and strategic allotments.
  case secondaryStock = "secondary_stock"
  /// Futures.
  case futures
  /// Other derivatives.
  case derivative
  /// Real estate.
  case realEstate = "real_estate"
  /// Funds of listed securities.
  case securitiesFund = "securities_fund"
  /// Corporate bonds rated below AAA.
  case lowGradeBond = "low_grade_bond"
  /// Trust products.
  case trustProduct = "trust_product"
  /// Wealth-management products without protected principal.
  case unprotectedWealthProduct = "unprotected_wealth_product"
  /// Sponsorship and donations.
  case donation
  /// Taking deposits, openly or in disguise.
  case depositTaking = "deposit_taking"
  /// Loans and money lent to third parties.
  case lending
  /// Investments with unlimited joint liability.
  case unlimitedLiability = "unlimited_liability"
  /// Raising money by trusts or collective wealth products.
  case collectiveFundRaising = "collective_fund_raising"
}
