// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A company without further rounds: its value decays until it is liquidated, bought back or transferred.
public struct StalledLaw: Hashable, Sendable {
  /// Mean time until that.
  public var sojournMean: Sourced<TimeSpan>

  /// Shape of the gamma law of that time.
  public var sojournShape: Sourced<Double>

  /// Yearly loss of value per share.
  public var valueDecay: Sourced<AnnualRate>

  /// Probability of liquidation.
  public var failed: Sourced<Share>

  /// Probability of a buy-back.
  public var boughtBack: Sourced<Share>

  /// Probability of a transfer.
  public var transferred: Sourced<Share>

  /// Takes every field.
  public init(
    sojournMean: Sourced<TimeSpan>, sojournShape: Sourced<Double>, valueDecay: Sourced<AnnualRate>,
    failed: Sourced<Share>, boughtBack: Sourced<Share>, transferred: Sourced<Share>
  ) {
    self.sojournMean = sojournMean
    self.sojournShape = sojournShape
    self.valueDecay = valueDecay
    self.failed = failed
    self.boughtBack = boughtBack
    self.transferred = transferred
  }
}
