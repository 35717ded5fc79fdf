// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a fund besides its terms and facts, for the rules that judge results.
public struct FundOutcome: Hashable, Sendable {
  /// The range in which the score of the investment direction lies, 0 to 100.
  public var directionScore: ClosedRange<Double>?

  /// Idle cash over paid-in capital.
  public var idleShare: Double?

  /// The score on all replicates, which comes before the range that facts give.
  public var simulatedScore: SimulatedRange?

  /// The largest idle share on all replicates, which comes before the one of the opening.
  public var simulatedIdleShare: SimulatedRange?

  /// The names of the metrics that a run has for the fund; nothing before a run.
  public var simulated: Set<String>?

  /// Takes every field; what is left out is not known.
  public init(
    directionScore: ClosedRange<Double>? = nil, idleShare: Double? = nil, simulatedScore: SimulatedRange? = nil,
    simulatedIdleShare: SimulatedRange? = nil, simulated: Set<String>? = nil
  ) {
    self.directionScore = directionScore
    self.idleShare = idleShare
    self.simulatedScore = simulatedScore
    self.simulatedIdleShare = simulatedIdleShare
    self.simulated = simulated
  }
}
