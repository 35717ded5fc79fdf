// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Testing

@Suite struct AlternativeUseTests {
  private let rate = 0.03
  private var discount: [Double] { (0..<24).map { pow(1 + rate, -Double($0) / 4) } }
  private let outlays = (0..<24).map { Double($0 % 5) * 1e6 }

  private func value(_ use: AlternativeUse) -> Double {
    use.netPresentValue(of: outlays.span, discount: discount, rate: rate)
  }

  @Test("a reserve at the discount rate is worth nothing more, one without interest loses what waiting costs")
  func reserve() {
    #expect(value(.reserve(perYear: rate)).magnitude < 1e-6)
    let lost = zip(outlays, discount).reduce(0) { $0 + $1.0 * (discount[23] - $1.1) }
    #expect((value(.reserve(perYear: 0)) - lost).magnitude < 1e-6 && lost < 0)
    let single: [Double] = [100, 0, 0, 0, 0]
    let grown = AlternativeUse.reserve(perYear: 0.1).netPresentValue(
      of: single.span, discount: Array(discount.prefix(5)), rate: rate)
    #expect((grown - (110 / 1.03 - 100)).magnitude < 1e-9)
  }

  @Test("a transfer by the closed form of an annuity", arguments: [(0.05, 0, 40), (0.2, 8, 16), (0.05, 4, 0)])
  func transfer(perYear: Double, delay: Int, quarters: Int) {
    let v = pow(1 + rate, -0.25)
    let annuity = pow(v, Double(delay)) * v * (1 - pow(v, Double(quarters))) / (1 - v)
    let present = zip(outlays, discount).reduce(0) { $0 + $1.0 * $1.1 }
    let expected = present * (perYear / 4 * annuity - 1)
    #expect((value(.transfer(perYear: perYear, delay: delay, quarters: quarters)) / expected - 1).magnitude < 1e-12)
  }

  @Test func nothingSpentIsWorthNothing() {
    let none = [Double](repeating: 0, count: 24)
    for use in [AlternativeUse.reserve(perYear: 0.1), .transfer(perYear: 0.3, delay: 2, quarters: 9)] {
      #expect(use.netPresentValue(of: none.span, discount: discount, rate: rate) == 0)
    }
  }
}
