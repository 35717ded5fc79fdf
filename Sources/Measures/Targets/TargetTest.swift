// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a target asks of numbers by quarter, in plain numbers.
public struct TargetTest: Hashable, Sendable {
  /// Growth from each window to the next.
  public struct Growth: Hashable, Sendable {
    /// Quarters in each of the windows.
    public var every: Int
    /// The number of the window before the first, where it is not to be taken from the series.
    public var baseline: Double?

    /// Growth from window to window.
    public init(every: Int, baseline: Double?) {
      self.every = every
      self.baseline = baseline
    }
  }

  /// How quarters make the number of a window.
  public var accumulation: Accumulation
  /// The same for the series that it is divided by.
  public var divisor: Accumulation
  /// The quarters that count.
  public var window: ClosedRange<Int>
  /// Which side of the threshold is asked for.
  public var inequality: Inequality
  /// The threshold, in the unit of the series; a fraction a window for growth.
  public var threshold: Double
  /// Growth between windows, where it is growth that is asked for.
  public var growth: Growth?

  /// A test.
  public init(
    _ accumulation: Accumulation, over window: ClosedRange<Int>, _ inequality: Inequality, _ threshold: Double,
    growth: Growth? = nil, dividedBy divisor: Accumulation? = nil
  ) {
    self.accumulation = accumulation
    self.divisor = divisor ?? accumulation
    self.window = window
    self.inequality = inequality
    self.threshold = threshold
    self.growth = growth
  }

  /// The number that is held against the threshold.
  ///
  /// For growth that is the growth of the worst of the windows that follow each other: the least where more is asked for.
  ///
  /// - Parameters:
  ///   - numbers: An array that holds the series.
  ///   - start: Where quarter 0 of the series stands.
  ///   - divisor: Where quarter 0 of the series stands that it is divided by, if it is.
  /// - Returns: NaN where there is no such number.
  public func value(_ numbers: [Double], at start: Int, over divisor: Int? = nil) -> Double {
    guard let growth else { return amount(numbers, start, divisor, window) }
    var worst = Double.nan
    var before = growth.baseline
    if before == nil, window.lowerBound >= growth.every {
      before = amount(numbers, start, divisor, window.lowerBound - growth.every...window.lowerBound - 1)
    }
    for first in stride(from: window.lowerBound, through: window.upperBound + 1 - growth.every, by: growth.every) {
      let now = amount(numbers, start, divisor, first...first + growth.every - 1)
      if let before {
        guard before > 0, !now.isNaN else { return .nan }
        let rate = now / before - 1
        worst = worst.isNaN ? rate : inequality.isFloor ? min(worst, rate) : max(worst, rate)
      }
      before = now
    }
    return worst
  }

  /// The first quarter, from the beginning of the window on and beyond its end, at whose end the target is met.
  ///
  /// Amounts add up from the beginning of the window, so that a ceiling on them is never settled before its end and growth is
  /// known at the end of its last window only: neither has such a quarter.
  ///
  /// - Parameters:
  ///   - numbers: An array that holds the series.
  ///   - start: Where quarter 0 of the series stands.
  ///   - divisor: Where quarter 0 of the series stands that it is divided by, if it is.
  ///   - quarters: How long the series is.
  /// - Returns: A quarter of the series; nothing where the target is never met or no such quarter can be named.
  public func firstMet(_ numbers: [Double], at start: Int, over divisor: Int? = nil, quarters: Int) -> Int? {
    guard hasFirst(divided: divisor != nil) else { return nil }
    return (window.lowerBound..<quarters).first { quarter in
      inequality.holds(amount(numbers, start, divisor, window.lowerBound...quarter), threshold)
    }
  }

  private func hasFirst(divided: Bool) -> Bool {
    growth == nil && (inequality.isFloor || accumulation == .level || divided)
  }

  private func amount(_ numbers: [Double], _ start: Int, _ divisor: Int?, _ window: ClosedRange<Int>) -> Double {
    let amount = accumulation.value(numbers, at: start, over: window)
    guard let divisor else { return amount }
    let base = self.divisor.value(numbers, at: divisor, over: window)
    return base == 0 ? .nan : amount / base
  }
}
