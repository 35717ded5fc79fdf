// SPDX-License-Identifier: GPL-3.0-or-later

/// Which side of a threshold a value must lie on.
public enum Inequality: String, Hashable, Sendable, CaseIterable {
  /// The threshold or more.
  case atLeast = "at_least"
  /// The threshold or less.
  case atMost = "at_most"
  /// More than the threshold.
  case above
  /// Less than the threshold.
  case below

  /// Whether more is asked for, not less.
  public var isFloor: Bool { self == .atLeast || self == .above }

  /// Whether a value lies on the right side; never for NaN.
  public func holds(_ value: Double, _ threshold: Double) -> Bool {
    switch self {
    case .atLeast: value >= threshold
    case .atMost: value <= threshold
    case .above: value > threshold
    case .below: value < threshold
    }
  }

  /// By how much a value misses the threshold, at least 0; NaN for NaN.
  public func shortfall(_ value: Double, _ threshold: Double) -> Double {
    let gap = isFloor ? threshold - value : value - threshold
    return gap.isNaN ? .nan : max(0, gap)
  }

  /// The sign that people write.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .above: ">"
    case .below: "<"
    }
  }
}
