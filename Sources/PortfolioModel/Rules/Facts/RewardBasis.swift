// SPDX-License-Identifier: GPL-3.0-or-later

/// What the amount of a support package depends on.
public enum RewardBasis: String, Hashable, Sendable, CaseIterable {
  /// Taxes that the firm pays in the place.
  case localTax = "local_tax"
  /// Its contribution to the place's output or revenue.
  case economicContribution = "economic_contribution"
  /// What it builds and buys.
  case fixedAssetInvestment = "fixed_asset_investment"
  /// What it spends on research.
  case research
  /// Whom it employs.
  case jobs
}
