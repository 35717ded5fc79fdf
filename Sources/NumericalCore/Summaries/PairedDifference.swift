// SPDX-License-Identifier: GPL-3.0-or-later

/// The comparison of two designs that shared their random numbers, replicate by replicate.
@frozen
public struct PairedDifference: Hashable, Sendable {
  /// The moments of the results of design A (first) and B (second).
  public private(set) var designs: PairedMoments
  /// The moments of `A − B`.
  public private(set) var difference: RunningMoments
  /// In how many replicates A exceeded B by more than rounding.
  public private(set) var wins: Int
  /// In how many replicates they were equal, to within `tieTolerance`.
  public private(set) var ties: Int

  /// The part of the larger magnitude up to which two results differ by rounding only: they are a tie, no win.
  ///
  /// Sums of a few thousand terms in another order differ by some 1e-13 of the largest; no real difference between two
  /// designs is as small as one fen in ten million yuan.
  public static let tieTolerance = 1e-9

  /// The least magnitude that `tieTolerance` is a part of: 1 for rates, which are rounded as growth, 1 + r, is.
  public let leastMagnitude: Double

  /// Nothing compared yet.
  ///
  /// - Parameter leastMagnitude: Not negative.
  public init(leastMagnitude: Double = 0) {
    self.leastMagnitude = leastMagnitude
    designs = PairedMoments()
    difference = RunningMoments()
    wins = 0
    ties = 0
  }

  /// Adds one replicate.
  ///
  /// - Parameters:
  ///   - a: The result of design A, finite.
  ///   - b: The result of design B, finite.
  /// - Complexity: O(1).
  public mutating func add(_ a: Double, _ b: Double) {
    designs.add(a, b)
    difference.add(a - b)
    if (a - b).magnitude <= PairedDifference.tieTolerance * max(a.magnitude, b.magnitude, leastMagnitude) {
      ties += 1
    } else if a > b {
      wins += 1
    }
  }

  /// Adds the replicates of another block.
  ///
  /// - Parameter other: The comparison of those replicates.
  /// - Complexity: O(1).
  public mutating func merge(_ other: PairedDifference) {
    designs.merge(other.designs)
    difference.merge(other.difference)
    wins += other.wins
    ties += other.ties
  }

  /// How many replicates were compared.
  public var count: Int { difference.count }

  /// The mean of `A − B` with its standard error.
  public var estimate: Estimate { Estimate(value: difference.mean, standardError: difference.standardError) }

  /// The probability that A is better, ties counting one half; NaN before the first replicate.
  public var probabilityOfBeingBetter: Double { (Double(wins) + 0.5 * Double(ties)) / Double(count) }

  /// `(Var A + Var B)/Var(A − B)`: how many times the replicates count because the numbers were shared.
  public var varianceReduction: Double {
    (designs.first.variance + designs.second.variance) / difference.variance
  }

  /// Limits for the mean difference by the normal quantile.
  ///
  /// - Parameter confidence: Inside 0..<1.
  /// - Returns: The limits; nil with fewer than two replicates.
  /// - Complexity: O(1).
  public func normalLimits(confidence: Double) -> ClosedRange<Double>? {
    estimate.normalLimits(confidence: confidence)
  }

  /// Limits for the mean difference by the quantile of Student's t, for few replicates.
  ///
  /// Source: Gosset ("Student"), *Biometrika* 6 (1908).
  ///
  /// - Parameter confidence: Inside 0..<1.
  /// - Returns: The limits; nil with fewer than two replicates.
  /// - Complexity: A few incomplete beta functions.
  public func studentLimits(confidence: Double) -> ClosedRange<Double>? {
    guard count > 1 else { return nil }
    let t = StudentT(degreesOfFreedom: Double(count - 1)).twoSided(confidence: confidence)
    let margin = t * difference.standardError
    guard margin >= 0 else { return nil }
    return difference.mean - margin...difference.mean + margin
  }
}
