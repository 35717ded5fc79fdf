// SPDX-License-Identifier: GPL-3.0-or-later

/// Count, mean and sum of squared deviations of a stream of numbers.
///
/// Source: Welford, *Technometrics* 4 (1962) for `add`; Chan, Golub and LeVeque, *American Statistician* 37 (1983)
/// for `merge`. Merging is exact only up to rounding, so merge blocks in a fixed order.
@frozen
public struct RunningMoments: Hashable, Sendable {
  /// How many numbers were added.
  public private(set) var count: Int
  /// Their mean; zero before the first.
  public private(set) var mean: Double
  /// The sum of `(x − mean)²`.
  public private(set) var squaredDeviations: Double

  /// Nothing added yet.
  public init() {
    count = 0
    mean = 0
    squaredDeviations = 0
  }

  /// Adds one number.
  ///
  /// - Parameter x: A finite number.
  /// - Complexity: O(1), one division.
  public mutating func add(_ x: Double) {
    count += 1
    let before = x - mean
    mean += before / Double(count)
    squaredDeviations += before * (x - mean)
  }

  /// Adds the numbers of another stream.
  ///
  /// - Parameter other: The moments of those numbers.
  /// - Complexity: O(1).
  public mutating func merge(_ other: RunningMoments) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let share = Double(other.count) / Double(total)
    let gap = other.mean - mean
    squaredDeviations += other.squaredDeviations + gap * gap * Double(count) * share
    mean += gap * share
    count = total
  }

  /// The unbiased variance; NaN for fewer than two numbers.
  public var variance: Double { count > 1 ? squaredDeviations / Double(count - 1) : .nan }

  /// The square root of `variance`.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean, `√(variance/count)`; NaN for fewer than two numbers.
  public var standardError: Double { count > 1 ? (variance / Double(count)).squareRoot() : .nan }
}
