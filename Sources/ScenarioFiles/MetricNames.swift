// SPDX-License-Identifier: GPL-3.0-or-later

/// The metrics that a scenario may ask for by name. They are defined in a room that this one does not see, so whoever
/// loads a scenario brings their names along.
public struct MetricNames: Hashable, Sendable {
  /// Metrics with a number a replicate.
  public var headline: [String]
  /// Metrics with a number a quarter.
  public var periods: [String]

  /// The metrics that a scenario may ask for.
  public init(headline: [String], periods: [String]) {
    self.headline = headline
    self.periods = periods
  }
}
