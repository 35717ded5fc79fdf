// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The manager's duty to give back, at the end of the fund, carried interest that it was paid too much.
public struct ClawbackClause: Hashable, Sendable {
  /// The share of carried interest paid out that went to taxes, and is not given back.
  public var taxShare: Sourced<Share>

  /// Takes every field.
  public init(taxShare: Sourced<Share>) {
    self.taxShare = taxShare
  }
}
