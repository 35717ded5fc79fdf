// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import NumericalCore

/// What became of one design over all replicates.
public struct DesignOutcome: Sendable {
  /// Names of entities and accounts.
  public let labels: PlanLabels
  /// What investors could expect of the funds that raise capital.
  public let expectedReturns: [ExpectedReturn]
  /// What each entity is, in the order of `labels.entities`.
  public let kinds: [EntityKind]
  /// Whether an entity has headline columns.
  public let hasHeadline: [Bool]
  /// Whether an entity has series by quarter.
  public let hasPeriods: [Bool]
  /// What was recorded.
  public let wants: Wants
  /// Replicates.
  public internal(set) var count = 0
  /// Headline columns, entity by entity and metric by metric, a value a replicate; NaN where the metric does not exist.
  /// Empty where the entity has no such metric.
  public internal(set) var columns: [[Double]]
  /// Moments of the series by quarter, in the order of `series`.
  public internal(set) var moments: PeriodMoments
  /// Distributions of the series by quarter.
  public internal(set) var histograms: [LogLinearHistogram]
  /// The series by quarter, in order: entity, metric, quarter.
  public let series: [PeriodSeries]
  /// Fen through each channel over all replicates.
  public internal(set) var totals: [Int128]
  /// Fen by which each account was out of balance, over all replicates.
  public internal(set) var imbalances: [Int128]
  /// What became of the targets that the simulation tells about, in their order.
  public internal(set) var targets: [TargetColumn]
  /// Scores and ranks of the entities that are assessed.
  public internal(set) var assessment: AssessmentTally?
  /// The ledger's channels.
  public let channels: [LedgerChannel]

  /// The column of an entity's metric.
  public func column(entity: Int, metric: Int) -> [Double] { columns[entity * wants.headline.count + metric] }
}

/// One series by quarter.
public struct PeriodSeries: Hashable, Sendable {
  /// Position of the entity.
  public var entity: Int
  /// What is measured.
  public var metric: PeriodMetric
  /// Quarter of the grid.
  public var quarter: Int
  /// Its place in the record of a replicate.
  var cell: Int
}
