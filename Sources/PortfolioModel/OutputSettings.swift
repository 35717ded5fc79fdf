// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Which rows and columns the run folder holds; empty lists mean all that exist.
public struct OutputSettings: Hashable, Sendable {
  /// Entities with a row a replicate.
  public var replicateEntities: [EntityClass]

  /// Names of the headline metrics with a column.
  public var replicateMetrics: [String]

  /// Entities with a row a quarter.
  public var periodEntities: [EntityClass]

  /// Names of the metrics with a row a quarter.
  public var periodMetrics: [String]

  /// Tail probabilities at which value at risk and expected shortfall are stated.
  public var riskLevels: [Sourced<Share>]

  /// Numbers of the replicates whose projects are written one by one.
  public var projectReplicates: [Sourced<Int>]

  /// Takes every field.
  public init(
    replicateEntities: [EntityClass], replicateMetrics: [String], periodEntities: [EntityClass],
    periodMetrics: [String], riskLevels: [Sourced<Share>],
    projectReplicates: [Sourced<Int>] = []
  ) {
    self.replicateEntities = replicateEntities
    self.replicateMetrics = replicateMetrics
    self.periodEntities = periodEntities
    self.periodMetrics = periodMetrics
    self.riskLevels = riskLevels
    self.projectReplicates = projectReplicates
  }
}
