// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension Interval {
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
