// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Probabilities of the event that ends a stage, worst to best; they add up to 1.
public struct StageOutcomes: Hashable, Sendable {
  /// The company dies.
  public var failed: Sourced<Share>

  /// It finds no further round.
  public var stalled: Sourced<Share>

  /// The founder buys the investor out.
  public var boughtBack: Sourced<Share>

  /// The holding is sold to another investor.
  public var transferred: Sourced<Share>

  /// The company is acquired.
  public var acquired: Sourced<Share>

  /// It closes its next round.
  public var graduates: Sourced<Share>

  /// Its shares are listed.
  public var listed: Sourced<Share>

  /// Takes every field.
  public init(
    failed: Sourced<Share>, stalled: Sourced<Share>, boughtBack: Sourced<Share>, transferred: Sourced<Share>,
    acquired: Sourced<Share>, graduates: Sourced<Share>, listed: Sourced<Share>
  ) {
    self.failed = failed
    self.stalled = stalled
    self.boughtBack = boughtBack
    self.transferred = transferred
    self.acquired = acquired
    self.graduates = graduates
    self.listed = listed
  }

  /// Worst to best, as the thresholds run.
  public var ordered: [Sourced<Share>] {
    [failed, stalled, boughtBack, transferred, acquired, graduates, listed]
  }
}
