// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
internal import Quantities

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

/// Metrics of the other kind than a target asks for, and what would make them right.
struct MisplacedMetrics {
  var names: Set<String>
  var remedy: (String) -> BilingualText
}

extension MetricNames {
  /// Metrics that a target with a window cannot name, or one without.
  func misplaced(byQuarter: Bool) -> MisplacedMetrics {
    guard byQuarter else {
      return MisplacedMetrics(names: Set(periods).subtracting(headline)) { metric in
        BilingualText(
          "\(metric) is a metric by quarter: give the quarters that count, window: {to: 2030-Q4}",
          "\(metric) 是逐季指标：请给出考核时段，如 window: {to: 2030-Q4}")
      }
    }
    return MisplacedMetrics(names: Set(headline).subtracting(periods)) { metric in
      BilingualText(
        "\(metric) is one number of the whole run, not by quarter: leave out window",
        "\(metric) 是整个模拟期的指标，没有逐季数值：请去掉 window")
    }
  }
}
