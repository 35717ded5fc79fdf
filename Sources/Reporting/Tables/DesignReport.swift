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

  /// As many more columns hold a column's numbers while its statistics are taken: as they came, in order, turned round, and
  /// the terms of its mean.
  public static let copiesOfColumn = 4

  /// Takes the statistics of an outcome.
  /// - Parameters:
  ///   - outcome: What became of the design.
  ///   - riskLevels: Tail probabilities at which value at risk and expected shortfall are stated.
  ///   - width: How many columns are worked on at a time; changes nothing but the time it takes.
  /// - Complexity: O(n log n) in the replicates, for each column; memory for `copiesOfColumn` more of each that is
  ///   worked on.
  public init(_ outcome: DesignOutcome, riskLevels: [Double], width: Int = 1) {
    self.outcome = outcome
    let places = outcome.headlinePlaces
    let statistics = SideBySide.map(places.count, width: width) {
      outcome.statistics(of: places[$0], riskLevels: riskLevels)
    }
    summaries = statistics.compactMap(\.summary)
    risks = statistics.flatMap(\.risks)
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
