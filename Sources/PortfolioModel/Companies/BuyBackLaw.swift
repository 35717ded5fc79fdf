// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Principal plus simple interest, if it can be recovered.
public struct BuyBackLaw: Hashable, Sendable {
  /// Simple interest a year from entry to the buy-back.
  public var rate: Sourced<AnnualRate>

  /// Probability that it is paid at all.
  public var recoveryProbability: Sourced<Share>

  /// The part of the latent recovery normal's variance that is the sector factor's.
  public var recoveryLoading: Sourced<Share>

  /// From the buy-back to the payment.
  public var delay: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    rate: Sourced<AnnualRate>, recoveryProbability: Sourced<Share>, recoveryLoading: Sourced<Share>,
    delay: Sourced<TimeSpan>
  ) {
    self.rate = rate
    self.recoveryProbability = recoveryProbability
    self.recoveryLoading = recoveryLoading
    self.delay = delay
  }
}
