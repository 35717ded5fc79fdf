// SPDX-License-Identifier: GPL-3.0-or-later

/// What a support package gives to a firm.
public enum SupportKind: String, Hashable, Sendable, CaseIterable {
  /// Less tax than the law asks.
  case taxPreference = "tax_preference"
  /// Rewards or subsidies from the budget.
  case fiscalReward = "fiscal_reward"
  /// Land below its price.
  case cheapLand = "cheap_land"
  /// Power, gas or water below its price.
  case cheapEnergy = "cheap_energy"
  /// Fees that others pay.
  case feeRelief = "fee_relief"
}
