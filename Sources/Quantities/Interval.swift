// SPDX-License-Identifier: GPL-3.0-or-later

/// The numbers that a field allows, in the base unit of its kind.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// Whether the lower end itself is allowed.
  public var includesLow: Bool
  /// Whether the upper end itself is allowed.
  public var includesHigh: Bool

  /// All numbers from `low` to `high`.
  public static func between(_ low: Double, _ high: Double) -> Interval {
    Interval(low: low, high: high, includesLow: true, includesHigh: true)
  }

  /// All numbers strictly between `low` and `high`.
  public static func strictlyBetween(_ low: Double, _ high: Double) -> Interval {
    Interval(low: low, high: high, includesLow: false, includesHigh: false)
  }

  /// All numbers from `low` on.
  public static func atLeast(_ low: Double) -> Interval {
    Interval(low: low, high: .infinity, includesLow: true, includesHigh: false)
  }

  /// All numbers above `low`.
  public static func above(_ low: Double) -> Interval {
    Interval(low: low, high: .infinity, includesLow: false, includesHigh: false)
  }

  /// All numbers above `low` up to `high`.
  public static func above(_ low: Double, upTo high: Double) -> Interval {
    Interval(low: low, high: high, includesLow: false, includesHigh: true)
  }

  /// All numbers from `low` on that are below `high`.
  public static func from(_ low: Double, below high: Double) -> Interval {
    Interval(low: low, high: high, includesLow: true, includesHigh: false)
  }

  /// Whether a number is allowed.
  public func contains(_ number: Double) -> Bool {
    (includesLow ? number >= low : number > low) && (includesHigh ? number <= high : number < high)
  }

  /// The numbers that both intervals allow; they have some in common.
  public func intersection(_ other: Interval) -> Interval {
    let low = max(low, other.low)
    let high = min(high, other.high)
    return Interval(
      low: low, high: high, includesLow: (low > self.low || includesLow) && (low > other.low || other.includesLow),
      includesHigh: (high < self.high || includesHigh) && (high < other.high || other.includesHigh))
  }

  /// The part of the interval that draws about a range may reach: up to an end that is allowed, and half way from the
  /// range to one that is not. The range lies in the interval.
  public func room(about range: ClosedRange<Double>) -> ClosedRange<Double> {
    let least = includesLow ? low : (low + range.lowerBound) / 2
    let most = includesHigh ? high : (high + range.upperBound) / 2
    return least...most
  }
}
