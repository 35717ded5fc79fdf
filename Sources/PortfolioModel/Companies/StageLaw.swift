// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// One stage of a staged law. The seven shares of outcomes add up to 1.
public struct StageLaw: Hashable, Sendable {
  /// Which stage it is.
  public var stage: CompanyStage

  /// Mean time in the stage.
  public var sojournMean: Sourced<TimeSpan>

  /// Shape of the gamma law of that time; above 0.
  public var sojournShape: Sourced<Double>

  /// Probabilities of the event that ends the stage.
  public var outcomes: StageOutcomes

  /// Factor of value per share at graduation; needed where a company can graduate.
  public var stepUp: LogNormalLaw?

  /// Share of the company that the round sells which opens the next stage.
  public var dilution: Sourced<Share>

  /// Price of an acquisition over the last round's value; needed where it can happen.
  public var acquisition: LogNormalLaw?

  /// Value at listing over the last round's value; needed where it can happen.
  public var listing: LogNormalLaw?

  /// Share of the company that is sold in the round in which this stage's candidates seek money.
  public var entryDilution: Sourced<Share>

  /// Takes every field.
  public init(
    stage: CompanyStage, sojournMean: Sourced<TimeSpan>, sojournShape: Sourced<Double>, outcomes: StageOutcomes,
    stepUp: LogNormalLaw?, dilution: Sourced<Share>, acquisition: LogNormalLaw?, listing: LogNormalLaw?,
    entryDilution: Sourced<Share>
  ) {
    self.stage = stage
    self.sojournMean = sojournMean
    self.sojournShape = sojournShape
    self.outcomes = outcomes
    self.stepUp = stepUp
    self.dilution = dilution
    self.acquisition = acquisition
    self.listing = listing
    self.entryDilution = entryDilution
  }
}
