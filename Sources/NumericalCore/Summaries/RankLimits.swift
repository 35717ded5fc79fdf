// SPDX-License-Identifier: GPL-3.0-or-later

/// The ranks of two order statistics, counted from 1, that enclose a true quantile.
@frozen
public struct RankLimits: Hashable, Sendable {
  /// The rank of the lower limit; nil if even the smallest number is not low enough.
  public let lower: Int?
  /// The rank of the upper limit; nil if even the largest number is not high enough.
  public let upper: Int?

  /// A pair of ranks.
  ///
  /// - Parameters:
  ///   - lower: From 1, or nil.
  ///   - upper: From 1, or nil.
  public init(lower: Int?, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// The limits in a sample.
  ///
  /// - Parameter sorted: The sample in rising order, of the size the ranks were computed for.
  /// - Returns: The two order statistics; infinite where there is none.
  /// - Complexity: O(1).
  public func values(in sorted: [Double]) -> ClosedRange<Double> {
    (lower.map { sorted[$0 - 1] } ?? -.infinity)...(upper.map { sorted[$0 - 1] } ?? .infinity)
  }
}
