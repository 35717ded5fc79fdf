// SPDX-License-Identifier: GPL-3.0-or-later

/// How a contribution was raised where it should not have been.
public enum FundingPractice: String, Hashable, Sendable, CaseIterable {
  /// With money that the government borrowed for it, or on credit against the law.
  case borrowed
  /// By asking state-owned enterprises or banks to contribute.
  case forcedOnEnterprises = "forced_on_enterprises"
  /// By letting others advance it.
  case advancedByEnterprises = "advanced_by_enterprises"
}
