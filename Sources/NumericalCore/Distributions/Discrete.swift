// SPDX-License-Identifier: GPL-3.0-or-later

/// A choice among numbered alternatives with given weights.
public struct Discrete: Sendable {
  /// The share of the alternatives up to each, rising to 1.
  @usableFromInline let cumulative: [Double]
  /// The last alternative with a positive weight, which takes what rounding leaves over.
  @usableFromInline let last: Int

  /// The choice with the given weights.
  ///
  /// - Parameter weights: Not negative, finite, not all zero; they need not sum to 1.
  /// - Throws: `NumericalFailure` that names the offending weight.
  /// - Complexity: O(n).
  public init(weights: [Double]) throws(NumericalFailure) {
    for (index, weight) in weights.enumerated() {
      try Domain.require(weight >= 0 && weight.isFinite, "Discrete", "weight >= 0") {
        "weight[\(index + 1)] = \(weight)"
      }
    }
    let total = weights.reduce(0, +)
    try Domain.require(total > 0 && total.isFinite, "Discrete", "0 < Σ weight < ∞") {
      "Σ weight = \(total)"
    }
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum / total
    }
    last = weights.lastIndex { $0 > 0 } ?? 0
  }

  /// The alternative at a uniform; one of weight zero is never chosen.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: The index of the first alternative whose cumulative share exceeds `u`; it never decreases in `u`.
  /// - Complexity: O(n): the number of alternatives is small.
  @inlinable
  public func quantile(_ u: Uniform) -> Int {
    let value = u.value
    var index = 0
    while index < last && cumulative[index] <= value { index += 1 }
    return index
  }

  /// The probability of an alternative.
  ///
  /// - Parameter index: Of the alternative.
  /// - Returns: Its share.
  public func probability(_ index: Int) -> Double {
    cumulative[index] - (index > 0 ? cumulative[index - 1] : 0)
  }
}
