// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import Simulation

/// Something that a test asked an outcome for and that is not there.
public struct NoSuchValues: Error, CustomStringConvertible {
  /// What was asked for.
  public let description: String
}

extension DesignOutcome {
  /// A metric on every replicate.
  ///
  /// - Parameters:
  ///   - metric: One that the scenario has a column of.
  ///   - entity: Its name without the prefix of a derived plan.
  /// - Returns: One value a replicate.
  /// - Throws: `NoSuchValues` where there is no such column.
  public func values(_ metric: HeadlineMetric, entity: String = "fund") throws -> [Double] {
    guard let position = wants.headline.firstIndex(of: metric),
      let row = labels.entities.firstIndex(of: labels.prefix + entity)
    else { throw NoSuchValues(description: "\(metric.name) of \(entity)") }
    return column(entity: row, metric: position)
  }
}
