// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Lock-up and selling after a listing.
public struct ListingLaw: Hashable, Sendable {
  /// From the listing to the first sale.
  public var lockUp: Sourced<TimeSpan>

  /// Over how many quarters equal parts are sold; at least 1.
  public var saleQuarters: Sourced<Int>

  /// Takes every field.
  public init(lockUp: Sourced<TimeSpan>, saleQuarters: Sourced<Int>) {
    self.lockUp = lockUp
    self.saleQuarters = saleQuarters
  }
}
