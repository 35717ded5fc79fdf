// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Listed shares that investors receive as such (非现金分配), instead of the money that the fund would sell them for.
public struct InKindDistribution: Hashable, Sendable {
  /// What a derived plan calls the clause that it leaves out, after its fund.
  public static let id = "distribution_in_kind"

  /// When shares are handed out.
  public var at: InKindDate

  /// What investors lose of the market price when they sell; shares count at what is left.
  public var discount: Sourced<Share>

  /// Takes every field.
  public init(at: InKindDate, discount: Sourced<Share>) {
    self.at = at
    self.discount = discount
  }
}

/// When listed shares are handed out to investors.
public enum InKindDate: String, Hashable, Sendable, CaseIterable {
  /// What is not sold by the end of the fund, locked up or not.
  case end
  /// All of them when their lock-up ends; and what is left at the end of the fund.
  case lockUp = "lock_up"
}
