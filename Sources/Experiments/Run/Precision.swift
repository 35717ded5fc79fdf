// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore
public import Simulation

/// A wish for a small standard error: of the mean of one metric of one entity.
///
/// Every metric has a finite variance, because every law of multiples is cut at its `max_multiple` and rates of return
/// at `HeadlineMetric.meanCap`. Where the tail before the cut is so heavy that it had none, the standard error of a
/// sample that has not seen the cut is too small; `heaviestShare(in:)` tells by how little it is supported.
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

  /// How often the scenario's number of replicates is simulated at most, to meet a wish.
  public static let mostTimes = 100
  /// Replicates that are simulated at most, to meet a wish: the most that a scenario may ask for.
  public static let mostReplicates = 1_000_000_000
  /// The part of the sum of squares from which on a single replicate makes a standard error doubtful.
  public static let doubtfulShare = 0.2

  /// The replicates beyond which a run does not go on.
  public static func limit(for replicates: Int) -> Int {
    max(replicates, replicates > mostReplicates / mostTimes ? mostReplicates : mostTimes * replicates)
  }

  /// Whether an outcome meets it: with fewer than two values there is no standard error, so it does not.
  public func isReached(by outcome: DesignOutcome) -> Bool {
    guard let found = standardError(in: outcome) else { return false }
    return found <= standardError
  }

  /// The standard error that an outcome has; nil below two values, or where it has no such column.
  public func standardError(in outcome: DesignOutcome) -> Double? {
    guard let terms = terms(in: outcome), !metric.isCategory else { return nil }
    var moments = RunningMoments()
    for term in terms { moments.add(term) }
    return moments.count > 1 ? moments.standardError : nil
  }

  /// What the mean is taken of, where it exists; nil without such a column.
  private func terms(in outcome: DesignOutcome) -> [Double]? {
    guard let column = outcome.labels.entities.firstIndex(of: entity),
      let position = outcome.wants.headline.firstIndex(of: metric), outcome.hasHeadline[column]
    else { return nil }
    return outcome.termsOfMean(entity: column, metric: position).filter { !$0.isNaN }
  }

  /// The largest part that a single replicate has in the sum of squared deviations from the mean; nil without spread.
  ///
  /// Of n values from a law with a small tail it is about `2 ln n / n`. Where it stays large the variance is
  /// that of a few replicates, and the standard error is not to be trusted.
  public func heaviestShare(in outcome: DesignOutcome) -> Double? {
    guard let terms = terms(in: outcome) else { return nil }
    let mean = terms.reduce(0, +) / Double(terms.count)
    let squares = terms.map { ($0 - mean) * ($0 - mean) }
    let sum = squares.reduce(0, +)
    guard terms.count > 1, sum > 0, sum.isFinite else { return nil }
    return squares.max().map { $0 / sum }
  }
}
