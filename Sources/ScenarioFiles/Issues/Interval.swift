// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

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

  /// Whether a number is allowed.
  public func contains(_ number: Double) -> Bool {
    (includesLow ? number >= low : number > low) && (includesHigh ? number <= high : number < high)
  }

  /// The interval in words; an end at infinity is left out.
  func text(_ kind: QuantityKind) -> BilingualText {
    let low = low.isFinite ? kind.written(low) : nil
    let high = high.isFinite ? kind.written(high) : nil
    switch (low, high) {
    case (let low?, let high?) where includesLow && includesHigh:
      return BilingualText("\(low) to \(high)", "\(low) 至 \(high)")
    case (let low?, let high?):
      return BilingualText(
        "\(includesLow ? "at least" : "above") \(low) and \(includesHigh ? "at most" : "below") \(high)",
        "\(includesLow ? "不小于" : "大于") \(low) 且\(includesHigh ? "不大于" : "小于") \(high)")
    case (let low?, nil):
      return BilingualText("\(includesLow ? "at least" : "above") \(low)", "\(includesLow ? "不小于" : "大于") \(low)")
    case (nil, let high?):
      return BilingualText("\(includesHigh ? "at most" : "below") \(high)", "\(includesHigh ? "不大于" : "小于") \(high)")
    case (nil, nil): return BilingualText("any", "任意")
    }
  }
}
