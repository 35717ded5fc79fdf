// SPDX-License-Identifier: GPL-3.0-or-later

public import Simulation

/// The outcome of one design with its statistics, taken once for all tables and texts.
public struct DesignReport: Sendable {
  /// What became of the design.
  public let outcome: DesignOutcome
  /// The distribution of every headline metric.
  public let summaries: [MetricSummary]
  /// Statements about bad ends, and probabilities.
  public let risks: [RiskStatistic]
  /// The distribution of every series by quarter.
  public let periods: [PeriodSummary]

  /// Takes the statistics of an outcome.
  /// - Parameters:
  ///   - outcome: What became of the design.
  ///   - riskLevels: Tail probabilities at which value at risk and expected shortfall are stated.
  /// - Complexity: O(n log n) in the replicates, for each column.
  public init(_ outcome: DesignOutcome, riskLevels: [Double]) {
    self.outcome = outcome
    (summaries, risks) = outcome.statistics(riskLevels: riskLevels)
    periods = outcome.periodSummaries()
  }

  /// The name of an entity, with the name of its design where that is not the base.
  func name(ofEntity entity: Int) -> String { outcome.labels.entities[entity] }

  /// What names of a derived design begin with, such as `without_city:`; empty for the base design.
  ///
  /// Ids hold no colon, so what precedes one in the name of an entity is the design.
  var prefix: String {
    guard let name = outcome.labels.entities.first, let colon = name.firstIndex(of: ":") else { return "" }
    return String(name[...colon])
  }
}
