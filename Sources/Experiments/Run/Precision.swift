// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import Simulation

/// A wish for a small standard error: of the mean of one metric of one entity.
public struct Precision: Hashable, Sendable {
  /// Name of the entity.
  public var entity: String
  /// The metric.
  public var metric: HeadlineMetric
  /// The standard error that is small enough, in the metric's unit.
  public var standardError: Double

  /// A wish for a small standard error.
  public init(entity: String, metric: HeadlineMetric, standardError: Double) {
    self.entity = entity
    self.metric = metric
    self.standardError = standardError
  }

  /// Whether an outcome meets it; also when it has no such column, since no number of replicates would help.
  public func isReached(by outcome: DesignOutcome) -> Bool {
    let summary = outcome.summaries().first {
      outcome.labels.entities[$0.entity] == entity && $0.metric == metric
    }
    guard let error = summary?.standardError else { return true }
    return error <= standardError
  }
}
