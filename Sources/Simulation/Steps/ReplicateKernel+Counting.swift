// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import Quantities

/// Money that markets and companies multiply is a real number before it is counted in fen; what no longer can be counted
/// marks the replicate instead of ending the program.
extension ReplicateKernel {
  /// Fen that all that comes in from outside may sum to on a replicate, some 1.15e16 yuan: whatever accounts it passes
  /// through, their sums stay within 64 bits.
  static let mostFen = 0x1p60

  /// The whole fen of an amount that comes in; none, and a mark, where it could not be counted.
  @inline(__always) mutating func counted(_ fen: Double) -> Int64 {
    let sum = countedFen + fen.magnitude
    // Refuses NaN too.
    guard sum < Self.mostFen else {
      isUncountable = true
      return 0
    }
    countedFen = sum
    return Money.nearestFen(fen)
  }

  /// The whole fen of a value that is only looked at; none, and a mark, where it could not be counted.
  @inline(__always) mutating func appraised(_ fen: Double) -> Int64 {
    guard fen.magnitude < Self.mostFen else {
      isUncountable = true
      return 0
    }
    return Money.nearestFen(fen)
  }

  /// Why a replicate in which something could not be counted says nothing.
  static func failure(in replicate: Int) -> NumericalFailure {
    NumericalFailure(
      routine: "ReplicateKernel", message: .init("amounts too large to be counted in fen", "金额过大，无法以分计数"),
      context: .init(
        "money of the replicate, or a value, exceeds 1.15e16 yuan; lower commitments, tickets, max_multiple, growth or "
          + "volatility",
        "该次模拟的资金或估值超过 1.15e16 元；请降低认缴、单笔投资、max_multiple、增长率或波动率")
    ).located(in: replicate)
  }
}
