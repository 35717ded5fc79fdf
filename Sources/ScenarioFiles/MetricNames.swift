// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel

/// The metrics that a scenario may ask for by name. They are defined in a room that this one does not see, so whoever
/// loads a scenario brings their names along.
public struct MetricNames: Hashable, Sendable {
  /// What a scenario must respect when it holds a number against a metric.
  public struct Facts: Hashable, Sendable {
    /// The unit of the metric, such as `CNY`.
    public var unit: String
    /// The classes of entities that have it.
    public var members: Set<EntityClass>

    /// The facts of a metric.
    public init(unit: String, members: Set<EntityClass>) {
      self.unit = unit
      self.members = members
    }
  }

  /// Metrics with a number a replicate.
  public var headline: [String]
  /// Metrics with a number a quarter.
  public var periods: [String]
  /// What is known of the former, by name; nothing is checked of a metric that is not in it.
  public var headlineFacts: [String: Facts]
  /// The same of the latter.
  public var periodFacts: [String: Facts]

  /// The metrics that a scenario may ask for.
  public init(
    headline: [String], periods: [String], headlineFacts: [String: Facts] = [:], periodFacts: [String: Facts] = [:]
  ) {
    self.headline = headline
    self.periods = periods
    self.headlineFacts = headlineFacts
    self.periodFacts = periodFacts
  }

  /// What is known of a metric.
  func facts(of metric: String, byQuarter: Bool) -> Facts? {
    byQuarter ? periodFacts[metric] : headlineFacts[metric]
  }
}
