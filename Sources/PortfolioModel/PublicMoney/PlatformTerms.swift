// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The balance sheet of the state-owned enterprises that contribute, before they hold interests in the scenario's funds.
public struct PlatformTerms: Hashable, Sendable {
  /// Assets.
  public var assets: Sourced<Money>

  /// Debt.
  public var debt: Sourced<Money>

  /// Interest on what is borrowed for the funds, over the lending rate.
  public var spread: Sourced<AnnualRate>

  /// The ratio of debt to assets that must not be passed.
  public var redLine: Sourced<Share>

  /// Takes every field.
  public init(
    assets: Sourced<Money>, debt: Sourced<Money>, spread: Sourced<AnnualRate>, redLine: Sourced<Share>
  ) {
    self.assets = assets
    self.debt = debt
    self.spread = spread
    self.redLine = redLine
  }
}
