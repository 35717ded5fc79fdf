// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The pacing law of Takahashi and Alexander, Journal of Portfolio Management 28(2), 2002.
public struct PacingLaw: Hashable, Sendable {
  /// Share of the undrawn commitment that is called in years 1, 2, …; the last repeats.
  public var contributionRates: [Sourced<Share>]

  /// L: years.
  public var life: Sourced<Int>

  /// B: how late distributions come.
  public var bow: Sourced<Double>

  /// G: growth net of all costs.
  public var growth: Sourced<AnnualRate>

  /// Y: floor of the yearly distribution rate.
  public var yield: Sourced<Share>

  /// Whether flows are yearly or quarterly.
  public var step: PacingStep

  /// Takes every field.
  public init(
    contributionRates: [Sourced<Share>], life: Sourced<Int>, bow: Sourced<Double>, growth: Sourced<AnnualRate>,
    yield: Sourced<Share>, step: PacingStep
  ) {
    self.contributionRates = contributionRates
    self.life = life
    self.bow = bow
    self.growth = growth
    self.yield = yield
    self.step = step
  }
}
