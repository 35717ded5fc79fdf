// SPDX-License-Identifier: GPL-3.0-or-later

/// What the government or the fund promises to other investors.
public enum FundPromise: String, Hashable, Sendable, CaseIterable {
  /// That nothing of the principal is lost.
  case principal
  /// A least return.
  case minimumReturn = "minimum_return"
  /// That the government bears more than its share of losses.
  case lossesOfOthers = "losses_of_others"
  /// A fixed return, as a debt has.
  case fixedReturn = "fixed_return"
  /// That the government buys a stake back.
  case governmentBuyBack = "government_buy_back"
  /// An exit at a stated date and price.
  case guaranteedExit = "guaranteed_exit"
}
