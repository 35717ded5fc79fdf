// SPDX-License-Identifier: GPL-3.0-or-later

/// What a run needs besides the design.
public struct RunSettings: Hashable, Sendable {
  /// The key of all random numbers.
  public var seed: UInt64

  /// How many times the design is simulated.
  public var replicates: Int

  /// Whether numbers graded as assumptions are drawn from their ranges once a replicate, so that probabilities are
  /// predictive.
  public var uncertainty: Bool

  /// Which uncertain numbers are drawn jointly.
  public var correlations: [ParameterCorrelation]

  /// Takes every field.
  public init(seed: UInt64, replicates: Int, uncertainty: Bool, correlations: [ParameterCorrelation]) {
    self.seed = seed
    self.replicates = replicates
    self.uncertainty = uncertainty
    self.correlations = correlations
  }
}
