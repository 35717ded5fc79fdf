// SPDX-License-Identifier: GPL-3.0-or-later

/// A restriction of the market by a government that promotes investment.
public enum MarketRestriction: String, Hashable, Sendable, CaseIterable {
  /// Licences without a basis in law.
  case licence
  /// Lists of chosen firms or products.
  case closedList = "closed_list"
  /// Access for firms with a local presence only.
  case localPresence = "local_presence"
  /// Firms are made to register in the place.
  case forcedRegistration = "forced_registration"
  /// Firms are made to buy in the place.
  case forcedPurchase = "forced_purchase"
  /// Firms are made to open a branch in the place.
  case forcedBranch = "forced_branch"
  /// Firms of other places are kept out.
  case outsideFirmsExcluded = "outside_firms_excluded"
  /// Prices are interfered with.
  case priceInterference = "price_interference"
  /// The running of firms is interfered with.
  case operationInterference = "operation_interference"
}
