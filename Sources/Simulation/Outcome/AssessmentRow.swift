// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// How one entity did in one period, over all replicates.
public struct AssessmentRow: Hashable, Sendable {
  /// Position of the entity among the design's entities.
  public var entity: Int
  /// Whether the period is a year; a quarter otherwise.
  public var isYear: Bool
  /// The last quarter of the period.
  public var quarter: Int
  /// Replicates.
  public var count: Int
  /// Mean of the points.
  public var score: Double
  /// Monte Carlo standard error of it; nil below two replicates.
  public var standardError: Double?
  /// Mean of the rank, 1 for the most points; those that are equal share the mean of their ranks.
  public var rank: Double
  /// Probability of being first; several that are equal share it.
  public var first: Double
  /// Probability of being last; likewise.
  public var last: Double
  /// Means of the numbers behind the points where they exist: indicators, then adjustments.
  public var values: [Double?]
}

extension AssessmentTally {
  /// A row for every period and entity.
  public func rows() -> [AssessmentRow] {
    guard count > 0 else { return [] }
    let n = Double(count)
    return periods.enumerated().flatMap { period, about in
      units.enumerated().map { unit, entity in
        let place = period * units.count + unit
        let cell = cells[place]
        let mean = cell.score / n
        let variance = max(0, cell.squares / n - mean * mean) * n / max(1, n - 1)
        let values = (0..<width).map { item -> Double? in
          let number = place * width + item
          return present[number] > 0 ? sums[number] / Double(present[number]) : nil
        }
        return AssessmentRow(
          entity: entity, isYear: about.isYear, quarter: about.last, count: count, score: mean,
          standardError: count > 1 ? (variance / n).squareRoot() : nil, rank: cell.rank / n, first: cell.first / n,
          last: cell.last / n, values: values)
      }
    }
  }
}
