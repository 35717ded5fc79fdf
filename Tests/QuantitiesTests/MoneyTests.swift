// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct MoneyTests {
  @Test("the largest remainders get the fen that are left over")
  func hamilton() {
    #expect(Money(fen: 100).split(by: [1, 1, 1]).map(\.fen) == [34, 33, 33])
    #expect(Money(fen: 10).split(by: [53, 24, 23]).map(\.fen) == [5, 3, 2])
    #expect(Money(fen: -10).split(by: [53, 24, 23]).map(\.fen) == [-5, -3, -2])
    #expect(Money(fen: 7).split(by: [0, 0]).map(\.fen) == [7, 0])
  }

  /// 20,000 random splits, seed fixed; a law, so no false alarms.
  @Test("parts sum to the whole and lie within a fen of the exact quota")
  func conserves() {
    var state: UInt64 = 42
    func next(below limit: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 11) % limit)
    }
    for round in 0..<20_000 {
      let weights = (0..<(1 + Int(next(below: 6)))).map { _ in next(below: round % 2 == 0 ? 100 : 900_000_000_000) }
      let amount = next(below: round % 3 == 0 ? 1000 : 4_000_000_000_000)
      let parts = Money(fen: amount).split(by: weights)
      #expect(parts.reduce(0) { $0 + $1.fen } == amount)
      let total = weights.reduce(0, +)
      guard total > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let (quota, remainder) = total.magnitude.dividingFullWidth(
          amount.magnitude.multipliedFullWidth(by: weight.magnitude))
        #expect(part.fen == Int64(quota) || (part.fen == Int64(quota) + 1 && remainder > 0))
      }
    }
  }

  @Test("rounding is to the nearest fen, ties to even, also beyond 2^51")
  func rounding() {
    #expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999].map(Money.nearestFen) == [0, 2, 2, 0, -2, 2])
    #expect(Money.nearestFen(0x1p53 + 2) == 9_007_199_254_740_994)
    #expect(Money.nearestFen(-0x1p51 - 0.5) == -2_251_799_813_685_248)
  }
}
