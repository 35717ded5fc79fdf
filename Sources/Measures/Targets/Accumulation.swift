// SPDX-License-Identifier: GPL-3.0-or-later

/// How the numbers of single quarters make the number of a window.
public enum Accumulation: String, Hashable, Sendable, CaseIterable {
  /// A state: the number of the last quarter of the window.
  case level
  /// An amount a quarter: the sum over the window.
  case flow
  /// An amount to date: the last quarter's less that of the quarter before the window.
  case running

  /// The number of a window of a series that lies in a longer array.
  ///
  /// A running amount of a window that begins with the series counts what was there before it too, since the series
  /// does not say how much that was.
  ///
  /// - Parameters:
  ///   - numbers: An array that holds the series.
  ///   - start: Where its quarter 0 stands.
  ///   - window: Quarters, the last included; within the series.
  /// - Returns: The number, in the unit of the series; NaN where a quarter that counts has none.
  public func value(_ numbers: [Double], at start: Int, over window: ClosedRange<Int>) -> Double {
    switch self {
    case .level: return numbers[start + window.upperBound]
    case .flow:
      var sum = 0.0
      for quarter in window { sum += numbers[start + quarter] }
      return sum
    case .running:
      let before = window.lowerBound > 0 ? numbers[start + window.lowerBound - 1] : 0
      return numbers[start + window.upperBound] - before
    }
  }
}

extension PeriodMetric {
  /// How its quarters make the number of a window.
  public var accumulation: Accumulation {
    if let pipeline { return pipeline.isLevel ? .level : .flow }
    return accumulationOfFunds
  }

  private var accumulationOfFunds: Accumulation {
    switch self {
    case .paidIn, .distributed, .cumulativeNetCashFlow: .running
    case .netCashFlow, .outlay, .receipts, .managementFee, .debtService: .flow
    default: .level
    }
  }
}
