// SPDX-License-Identifier: GPL-3.0-or-later

/// A way of giving industrial land that rules forbid.
public enum LandPractice: String, Hashable, Sendable, CaseIterable {
  /// Without auction.
  case negotiatedSale = "negotiated_sale"
  /// With the price, or part of it, paid back.
  case priceRefund = "price_refund"
}
