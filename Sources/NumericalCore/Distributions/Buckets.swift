// SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution given as a published table: shares of the cases between bounds.
///
/// Between two bounds the logarithm is uniform; the first bucket is uniform from zero; the last, open one is a Pareto
/// tail cut off at a maximum, because the mean and variance of an open tail may not exist. The shape inside a bucket
/// is an assumption, the shares are the table's.
public struct Buckets: QuantileFunction {
  /// The bounds between buckets, rising, above 0.
  public let bounds: [Double]
  /// The tail above the last bound.
  public let tail: TruncatedPareto
  @usableFromInline let choice: Discrete
  /// `ln(upper/lower)` of the inner buckets, one for every bound but the first.
  @usableFromInline let reaches: [Double]

  /// The distribution of a table.
  ///
  /// - Parameters:
  ///   - bounds: Rising, above 0, at least one.
  ///   - shares: Of the cases below the first bound, between the bounds, and above the last: one more than bounds.
  ///   - tailExponent: `β` of `P(X > x) ~ x^−β` above the last bound.
  ///   - maximum: The largest value, above the last bound.
  /// - Throws: `NumericalFailure` if the table is not such.
  public init(
    bounds: [Double], shares: [Double], tailExponent: Double, maximum: Double
  ) throws(NumericalFailure) {
    let isRising = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
    guard let first = bounds.first, let last = bounds.last, first > 0, isRising, shares.count == bounds.count + 1
    else {
      throw NumericalFailure(
        routine: "Buckets", message: Domain.outside,
        context: Domain.context(
          given: "bounds \(bounds), count(shares) = \(shares.count)",
          demand: "0 < bound[1] < bound[2] < …, count(shares) = count(bounds) + 1"))
    }
    self.bounds = bounds
    tail = try TruncatedPareto(minimum: last, exponent: tailExponent, maximum: maximum)
    choice = try Discrete(weights: shares)
    reaches = zip(bounds, bounds.dropFirst()).map { Elementary.log($1 / $0) }
  }

  /// The quantile: the bucket first, then the place inside it.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(number of buckets).
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    let bucket = choice.quantile(u)
    let start = bucket > 0 ? choice.cumulative[bucket - 1] : 0
    let width = choice.cumulative[bucket] - start
    let rest = bucket == choice.last ? u.upperTail : choice.cumulative[bucket] - u.lowerTail
    let above = min(1, max(0, rest / width))
    let below = min(1, max(0, (u.lowerTail - start) / width))
    if bucket == bounds.count { return tail.value(below: below, above: above) }
    guard bucket > 0 else { return bounds[0] * below }
    let x = bounds[bucket - 1] * Elementary.exp(reaches[bucket - 1] * below)
    return min(bounds[bucket], max(bounds[bucket - 1], x))
  }

  /// The share below the bucket of `x` plus that of its part up to `x`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let bucket = bounds.firstIndex { x < $0 } ?? bounds.count
    let start = bucket > 0 ? choice.cumulative[bucket - 1] : 0
    let part =
      bucket == 0
      ? x / bounds[0]
      : bucket == bounds.count
        ? tail.cumulative(x) : Elementary.log(x / bounds[bucket - 1]) / reaches[bucket - 1]
    return start + choice.probability(bucket) * part
  }

  /// The mean of the buckets' means, weighted by shares.
  public var mean: Double {
    weighted(first: bounds[0] / 2, tail: tail.mean) { ($1 - $0) / $2 }
  }

  /// The mean of the buckets' second moments, less the squared mean.
  public var variance: Double {
    let squares = weighted(first: bounds[0] * bounds[0] / 3, tail: tail.variance + tail.mean * tail.mean) {
      ($1 - $0) * ($1 + $0) / (2 * $2)
    }
    return squares - mean * mean
  }

  /// The mean of one number a bucket; `inner` gets lower bound, upper bound and the logarithm of their ratio.
  private func weighted(first: Double, tail: Double, inner: (Double, Double, Double) -> Double) -> Double {
    var sum = choice.probability(0) * first
    for index in reaches.indices {
      sum += choice.probability(index + 1) * inner(bounds[index], bounds[index + 1], reaches[index])
    }
    return sum + choice.probability(bounds.count) * tail
  }
}
