// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Money that moved before the run began.
public struct OpeningAccount: Hashable, Sendable {
  /// Paid in by all investors together, in proportion to commitments.
  public var paidIn: Sourced<Money>

  /// Paid out to them.
  public var distributed: Sourced<Money>

  /// In the fund's account.
  public var cash: Sourced<Money>

  /// Takes every field.
  public init(paidIn: Sourced<Money>, distributed: Sourced<Money>, cash: Sourced<Money>) {
    self.paidIn = paidIn
    self.distributed = distributed
    self.cash = cash
  }
}
