// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The size of rounds that companies of a stage seek.
public struct RoundLaw: Hashable, Sendable {
  /// The stage.
  public var stage: CompanyStage

  /// Median size of the round.
  public var size: Sourced<Money>

  /// Standard deviation of the logarithm of the size.
  public var sigma: Sourced<Double>

  /// Takes every field.
  public init(stage: CompanyStage, size: Sourced<Money>, sigma: Sourced<Double>) {
    self.stage = stage
    self.size = size
    self.sigma = sigma
  }
}
