// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet that scores many units by the same indicators and ranks them; plain numbers, no memory of its own, so that it
/// serves after a replicate and, where scores have consequences, within one.
public struct ScoreSheet: Hashable, Sendable {
  /// What earns points.
  public struct Indicator: Hashable, Sendable {
    /// Points for full marks.
    public var weight: Double
    /// The most that can be earned, over full marks.
    public var most: Double
    /// The value that earns a unit full marks; empty where the best unit earns them.
    public var fullMarks: [Double]

    /// What earns points.
    public init(weight: Double, most: Double, fullMarks: [Double]) {
      self.weight = weight
      self.most = most
      self.fullMarks = fullMarks
    }
  }

  /// What adds points or takes them away.
  public struct Adjustment: Hashable, Sendable {
    /// Points for each `per`.
    public var points: Double
    /// The amount that the points are for.
    public var per: Double
    /// The most points, either way.
    public var most: Double

    /// What adds points or takes them away.
    public init(points: Double, per: Double, most: Double) {
      self.points = points
      self.per = per
      self.most = most
    }
  }

  /// What earns points, in order.
  public var indicators: [Indicator]
  /// What adds points or takes them away, in order.
  public var adjustments: [Adjustment]

  /// A sheet.
  public init(indicators: [Indicator], adjustments: [Adjustment]) {
    self.indicators = indicators
    self.adjustments = adjustments
  }

  /// Numbers that it needs of a unit: one an indicator, then one an adjustment.
  public var width: Int { indicators.count + adjustments.count }

  /// The scores of all units.
  ///
  /// A unit earns `weight · min(most, max(0, value) / full marks)` for an indicator, where without full marks the
  /// greatest value stands for them, and `points · max(0, value) / per` for an adjustment, cut at ± `most`. A value that
  /// does not exist earns nothing.
  ///
  /// - Parameters:
  ///   - values: `width` numbers a unit, unit by unit.
  ///   - scores: Filled with one score a unit; its length is the number of units.
  public func score(_ values: [Double], into scores: inout [Double]) {
    for unit in scores.indices { scores[unit] = 0 }
    for (place, indicator) in indicators.enumerated() {
      let best = indicator.fullMarks.isEmpty ? greatest(place, values, units: scores.count) : 0
      for unit in scores.indices {
        let full = indicator.fullMarks.isEmpty ? best : indicator.fullMarks[unit]
        let value = max(0, values[unit * width + place])
        guard full > 0, value > 0 else { continue }
        scores[unit] += indicator.weight * min(indicator.most, value / full)
      }
    }
    for (place, adjustment) in adjustments.enumerated() {
      for unit in scores.indices {
        let value = values[unit * width + indicators.count + place]
        guard value > 0 else { continue }
        let points = adjustment.points * value / adjustment.per
        scores[unit] += min(adjustment.most, max(-adjustment.most, points))
      }
    }
  }

  private func greatest(_ place: Int, _ values: [Double], units: Int) -> Double {
    var greatest = 0.0
    for unit in 0..<units where values[unit * width + place] > greatest { greatest = values[unit * width + place] }
    return greatest
  }

  /// Ranks from 1 for the greatest score; those that are equal share the mean of their ranks.
  /// - Complexity: O(n²) in the units.
  public static func rank(_ scores: [Double], into ranks: inout [Double]) {
    for unit in scores.indices {
      var (ahead, equal) = (0, 0)
      for other in scores.indices {
        if scores[other] > scores[unit] { ahead += 1 }
        if scores[other] == scores[unit] { equal += 1 }
      }
      ranks[unit] = Double(ahead) + Double(equal + 1) / 2
    }
  }
}
