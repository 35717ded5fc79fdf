// SPDX-License-Identifier: GPL-3.0-or-later

/// Means, squared deviations and products of deviations of a stream of pairs.
///
/// Source: as `RunningMoments`, with the product of deviations updated alike.
@frozen
public struct PairedMoments: Hashable, Sendable {
  /// The moments of the first numbers.
  public private(set) var first: RunningMoments
  /// The moments of the second numbers.
  public private(set) var second: RunningMoments
  /// The sum of `(x − mean x)(y − mean y)`.
  public private(set) var deviationProducts: Double

  /// Nothing added yet.
  public init() {
    first = RunningMoments()
    second = RunningMoments()
    deviationProducts = 0
  }

  /// Adds one pair.
  ///
  /// - Parameters:
  ///   - x: The first number, finite.
  ///   - y: The second number, finite.
  /// - Complexity: O(1).
  public mutating func add(_ x: Double, _ y: Double) {
    let before = x - first.mean
    first.add(x)
    second.add(y)
    deviationProducts += before * (y - second.mean)
  }

  /// Adds the pairs of another stream.
  ///
  /// - Parameter other: The moments of those pairs.
  /// - Complexity: O(1).
  public mutating func merge(_ other: PairedMoments) {
    guard other.count > 0 else { return }
    let weight = Double(count) * (Double(other.count) / Double(count + other.count))
    let gaps = (other.first.mean - first.mean) * (other.second.mean - second.mean)
    deviationProducts += other.deviationProducts + gaps * weight
    first.merge(other.first)
    second.merge(other.second)
  }

  /// How many pairs were added.
  public var count: Int { first.count }

  /// The unbiased covariance; NaN for fewer than two pairs.
  public var covariance: Double { count > 1 ? deviationProducts / Double(count - 1) : .nan }

  /// The correlation; NaN where a variance is zero or there are fewer than two pairs.
  public var correlation: Double { covariance / (first.variance * second.variance).squareRoot() }
}
