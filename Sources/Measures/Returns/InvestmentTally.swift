// SPDX-License-Identifier: GPL-3.0-or-later

/// What a number of investments cost and brought, added one by one: MOIC and the loss ratios.
@frozen public struct InvestmentTally: Hashable, Sendable {
  /// How many investments.
  public private(set) var count = 0
  /// What they cost, fees excluded.
  public private(set) var cost = 0.0
  /// What they brought and are still worth.
  public private(set) var value = 0.0
  /// How many brought less than they cost.
  public private(set) var losingCount = 0
  /// The cost of those.
  public private(set) var losingCost = 0.0
  /// `Σ max(0, cost − value)`.
  public private(set) var lostCapital = 0.0

  /// No investments.
  public init() {}

  /// Adds an investment.
  ///
  /// - Parameters:
  ///   - cost: What was invested, above 0; one unit of money throughout.
  ///   - value: Proceeds so far plus the value still held.
  /// - Complexity: O(1).
  public mutating func add(cost: Double, value: Double) {
    precondition(cost > 0)
    count += 1
    self.cost += cost
    self.value += value
    guard value < cost else { return }
    losingCount += 1
    losingCost += cost
    lostCapital += cost - value
  }

  /// Multiple on invested cost, `Σ value / Σ cost`; missing where nothing was invested.
  public var moic: Double? { cost == 0 ? nil : value / cost }
  /// The part of the investments, by number, that brought less than they cost.
  public var lossRateByCount: Double? { count == 0 ? nil : Double(losingCount) / Double(count) }
  /// The same by cost.
  public var lossRateByCost: Double? { cost == 0 ? nil : losingCost / cost }
  /// Capital lost per capital invested, `Σ max(0, cost − value) / Σ cost`: gains elsewhere do not offset it.
  public var capitalLossRatio: Double? { cost == 0 ? nil : lostCapital / cost }
}
