// SPDX-License-Identifier: GPL-3.0-or-later

/// The Poisson distribution: counts of independent rare events.
///
/// `P(N = n) = e^−m mⁿ/n!`. Source: Johnson, Kemp and Kotz, *Univariate Discrete Distributions*, chapter 4. Both tails
/// are tabulated from their far ends, so that quantiles are right at either end of the uniforms.
public struct PoissonCount: Sendable {
  /// The expected count.
  public let mean: Double
  /// The first count that is tabulated; smaller ones have a probability below 1e-17.
  @usableFromInline let first: Int
  /// `P(N ≤ first + i)`, rising.
  @usableFromInline let below: [Double]
  /// `P(N > first + i)`, falling.
  @usableFromInline let above: [Double]

  /// The distribution with the given mean.
  ///
  /// - Parameter mean: 0 to 1,000,000.
  /// - Throws: `NumericalFailure` if the mean is outside its domain.
  /// - Complexity: O(√mean).
  public init(mean: Double) throws(NumericalFailure) {
    try Domain.require((0...1_000_000).contains(mean), "PoissonCount", "0 <= mean <= 1000000") { "mean \(mean)" }
    self.mean = mean
    let start = max(0, Int(mean - 10 * mean.squareRoot() - 10))
    let end = Int(mean + 10 * mean.squareRoot() + 40)
    first = start
    let masses = Self.masses(mean: mean, start: start, end: end)
    var sum = 0.0
    below = masses.map { mass in
      sum += mass
      return sum
    }
    sum = 0
    var falling = [Double]()
    for mass in masses.reversed() {
      falling.append(sum)
      sum += mass
    }
    above = falling.reversed()
  }

  /// The smallest `n` with `P(N ≤ n) ≥ u`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The count; it never decreases in `u`.
  /// - Complexity: O(log mean).
  @inlinable
  public func quantile(_ u: Uniform) -> Int {
    let tail = u.tail
    let isUpper = u.isUpperHalf
    var low = 0
    var high = below.count - 1
    while low < high {
      let middle = (low + high) &>> 1
      if isUpper ? above[middle] <= tail : below[middle] >= tail { high = middle } else { low = middle + 1 }
    }
    return first + low
  }

  /// The smallest count whose cumulative probability exceeds `probability`, for a mean that is used once: no table.
  ///
  /// Summed from ten deviations below the mean, where less than 1e-17 is left.
  ///
  /// - Parameters:
  ///   - probability: From 0 to below 1.
  ///   - mean: Not negative.
  /// - Returns: The count; it never decreases in `probability`.
  /// - Complexity: O(√mean), no allocation.
  @inlinable
  public static func quantile(at probability: Double, mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    let spread = 10 * (mean.squareRoot() + 1)
    var count = max(0, Int(mean - spread))
    var term =
      count == 0
      ? Elementary.exp(-mean)
      : Elementary.exp(Double(count) * Elementary.log(mean) - mean - Elementary.logGamma(Double(count) + 1))
    var sum = term
    let last = Int(mean + 2 * spread)
    while sum <= probability, count < last {
      count += 1
      term *= mean / Double(count)
      sum += term
    }
    return count
  }

  /// `P(N ≤ n)`.
  ///
  /// - Parameter n: Any whole number.
  /// - Returns: The probability of a count not above `n`.
  public func cumulative(_ n: Int) -> Double {
    guard n >= first else { return 0 }
    guard n - first < below.count else { return 1 }
    return min(1, below[n - first])
  }

  /// The mean.
  public var variance: Double { mean }

  /// The probabilities from `start` to `end`, by the recurrence `P(n+1) = P(n) m/(n+1)` outwards from the mode.
  private static func masses(mean: Double, start: Int, end: Int) -> [Double] {
    var masses = [Double](repeating: 0, count: end - start + 1)
    guard mean > 0 else {
      masses[0] = 1
      return masses
    }
    let mode = Int(mean)
    let n = Double(mode)
    masses[mode - start] = Elementary.exp(n * Elementary.log(mean) - mean - Elementary.logGamma(n + 1))
    for n in stride(from: mode, to: start, by: -1) { masses[n - 1 - start] = masses[n - start] * Double(n) / mean }
    for n in mode..<end { masses[n + 1 - start] = masses[n - start] * mean / Double(n + 1) }
    // The logarithms leave an error in the last digits; the probabilities must sum to 1 on both sides.
    let total = masses.reduce(0, +)
    return masses.map { $0 / total }
  }
}
