// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A gross multiple of cost and a holding time, joined by a normal copula with the sector factor at the exit.
public struct MultipleLaw: Hashable, Sendable {
  /// The law of the multiple.
  public var multiple: MultipleDistribution

  /// The law of the time from entry to exit.
  public var holdingTime: HoldingTime

  /// The part ρ of the multiple's normal score that is the sector factor's at the exit.
  public var factorLoading: Sourced<Share>

  /// The part that is the company's lasting quality.
  public var qualityLoading: Sourced<Share>

  /// Correlation of the rest of the score with the normal score of the holding time.
  public var timeCorrelation: Sourced<Double>

  /// Cap on the multiple.
  public var maxMultiple: Sourced<Double>

  /// Takes every field.
  public init(
    multiple: MultipleDistribution, holdingTime: HoldingTime, factorLoading: Sourced<Share>,
    qualityLoading: Sourced<Share>, timeCorrelation: Sourced<Double>, maxMultiple: Sourced<Double>
  ) {
    self.multiple = multiple
    self.holdingTime = holdingTime
    self.factorLoading = factorLoading
    self.qualityLoading = qualityLoading
    self.timeCorrelation = timeCorrelation
    self.maxMultiple = maxMultiple
  }
}
