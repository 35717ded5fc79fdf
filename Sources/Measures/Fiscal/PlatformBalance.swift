// SPDX-License-Identifier: GPL-3.0-or-later

/// Debt over assets of a state-owned platform that contributes to funds, quarter by quarter.
///
/// Contributions from debt raise it, with interest that is added to it; what they bring back repays it first. Other
/// contributions lower cash. Interests in funds stand among the assets at net asset value; everything else stays as it is.
public struct PlatformBalance: Hashable, Sendable, BitwiseCopyable {
  /// The ratio beyond which none is told: debt ten times the assets.
  public static let highestRatio = 10.0

  /// Assets besides the interests in the funds, and debt besides what is borrowed for them.
  private let assets: Double
  private let debt: Double
  private var borrowed = 0.0
  private var cash = 0.0

  /// A platform before it contributes to any of the funds, in one unit of money.
  public init(assets: Double, debt: Double) {
    self.assets = assets
    self.debt = debt
  }

  /// One quarter on.
  /// - Parameters:
  ///   - rate: Interest a year on what was borrowed for the funds.
  ///   - borrowing: Contributions from debt, and what those brought back.
  ///   - others: Contributions from other sources, and what those brought back.
  ///   - value: Net asset value of all interests at the end of the quarter.
  /// - Returns: Debt over assets at the end of the quarter.
  public mutating func step(
    rate: Double, borrowing: (paid: Double, received: Double), others: (paid: Double, received: Double), value: Double
  ) -> Double {
    borrowed += borrowed * max(0, rate) / 4 + borrowing.paid
    let repaid = min(borrowed, borrowing.received)
    borrowed -= repaid
    cash += borrowing.received - repaid + others.received - others.paid
    let worth = assets + cash + value
    return worth > 0
      ? min(PlatformBalance.highestRatio, (debt + borrowed) / worth)
      : debt + borrowed > 0 ? PlatformBalance.highestRatio : 0
  }
}
