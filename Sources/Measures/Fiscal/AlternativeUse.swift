// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

/// What the same outlays would have brought in another use, at the dates at which they were made: a net present value.
public enum AlternativeUse: Hashable, Sendable {
  /// Kept in reserve at a rate a year to the end of the grid.
  case reserve(perYear: Double)
  /// Given away; each yuan brings so much a year to the budget, in equal quarterly parts, from the quarter after `delay`
  /// quarters on, for so many quarters, also beyond the grid.
  case transfer(perYear: Double, delay: Int, quarters: Int)

  /// Net present value in the unit of the outlays.
  ///
  /// Reserve: `Σ x_q (d_T (1+g)^((T−q)/4) − d_q)`, `T` the last quarter. Transfer: `Σ x_q d_q (ρ/4 Σ v^(delay+k) − 1)`,
  /// `k = 1 … quarters`.
  /// - Parameters:
  ///   - outlays: Per quarter.
  ///   - discount: Factor of each quarter to the first.
  ///   - rate: The rate a year behind the factors.
  /// - Returns: What the use brings less what was spent, in the unit of the outlays.
  public func netPresentValue(of outlays: Span<Double>, discount: [Double], rate: Double) -> Double {
    precondition(outlays.count == discount.count)
    switch self {
    case .reserve(let perYear):
      let last = discount.count - 1
      var sum = 0.0
      for quarter in outlays.indices where outlays[quarter] != 0 {
        let grown = Elementary.pow(1 + perYear, Double(last - quarter) / 4)
        sum += outlays[quarter] * (discount[last] * grown - discount[quarter])
      }
      return sum
    case .transfer(let perYear, let delay, let quarters):
      let quarterly = Elementary.pow(1 + rate, -0.25)
      var factor = Elementary.pow(1 + rate, -Double(delay) / 4)
      var annuity = 0.0
      for _ in 0..<max(0, quarters) {
        factor *= quarterly
        annuity += factor
      }
      var sum = 0.0
      for quarter in outlays.indices { sum += outlays[quarter] * discount[quarter] }
      return sum * (perYear / 4 * annuity - 1)
    }
  }
}
