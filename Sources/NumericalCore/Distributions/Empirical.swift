// SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution given by observed values.
///
/// Without weights the quantile interpolates linearly between the order statistics (type 7 of Hyndman and Fan,
/// *American Statistician* 50, 1996), as for a continuous quantity. With weights it is a step function: every draw is one
/// of the values.
public struct Empirical: QuantileFunction {
  /// The values in rising order.
  @usableFromInline let values: [Double]
  /// The choice among the values; nil for interpolation.
  @usableFromInline let steps: Discrete?

  /// The continuous distribution through the values, by linear interpolation.
  ///
  /// - Parameter values: Finite, at least one, in any order.
  /// - Throws: `NumericalFailure` if there is none or one is not finite.
  /// - Complexity: O(n log n).
  public init(values: [Double]) throws(NumericalFailure) {
    try Self.check(values)
    self.values = values.sorted()
    steps = nil
  }

  /// The step distribution over the values.
  ///
  /// - Parameters:
  ///   - values: Finite, at least one, in any order.
  ///   - weights: One for every value, not negative, not all zero.
  /// - Throws: `NumericalFailure` if the values or weights are not such.
  /// - Complexity: O(n log n).
  public init(values: [Double], weights: [Double]) throws(NumericalFailure) {
    try Self.check(values)
    try Domain.require(values.count == weights.count, "Empirical", "count(weights) = count(values)") {
      "count(values) = \(values.count), count(weights) = \(weights.count)"
    }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    self.values = order.map { values[$0] }
    steps = try Discrete(weights: order.map { weights[$0] })
  }

  private static func check(_ values: [Double]) throws(NumericalFailure) {
    try Domain.require(!values.isEmpty && values.allSatisfy(\.isFinite), "Empirical", "count(values) >= 1, |value| < ∞")
    {
      "count(values) = \(values.count)"
    }
  }

  /// The quantile, interpolated or stepped.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The quantile.
  /// - Complexity: O(1) interpolated, O(n) stepped.
  @inlinable
  public func quantile(_ u: Uniform) -> Double {
    if let steps { return values[steps.quantile(u)] }
    let position = Double(values.count - 1) * u.value
    let below = Int(position)
    guard below + 1 < values.count else { return values[values.count - 1] }
    let low = values[below]
    let high = values[below + 1]
    let x = low + (high - low) * (position - Double(below))
    return x < high ? x : high
  }

  /// The inverse of the quantile function: interpolated, or the share of the values not above `x`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  /// - Complexity: O(n).
  public func cumulative(_ x: Double) -> Double {
    guard let above = values.firstIndex(where: { $0 > x }) else { return 1 }
    guard above > 0 else { return 0 }
    if let steps { return steps.cumulative[above - 1] }
    let share = (x - values[above - 1]) / (values[above] - values[above - 1])
    return (Double(above - 1) + share) / Double(values.count - 1)
  }

  /// The expected value of what `quantile` gives.
  public var mean: Double {
    if let steps { return values.indices.reduce(0) { $0 + values[$1] * steps.probability($1) } }
    guard values.count > 1 else { return values[0] }
    return zip(values, values.dropFirst()).reduce(0) { $0 + 0.5 * ($1.0 + $1.1) } / Double(values.count - 1)
  }

  /// The variance of what `quantile` gives.
  public var variance: Double {
    let centre = mean
    let deviations = values.map { $0 - centre }
    if let steps {
      return deviations.indices.reduce(0) { $0 + deviations[$1] * deviations[$1] * steps.probability($1) }
    }
    guard values.count > 1 else { return 0 }
    let squares = zip(deviations, deviations.dropFirst()).map { ($0 * $0 + $0 * $1 + $1 * $1) / 3 }
    return squares.reduce(0, +) / Double(values.count - 1)
  }
}
