// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct PlatformBalanceTests {
  @Test("by hand: borrowed with interest, repaid first, the rest kept in cash")
  func byHand() {
    var balance = PlatformBalance(assets: 1000, debt: 600)
    #expect(balance.step(rate: 0.04, borrowing: (0, 0), others: (0, 0), value: 0) == 0.6)
    #expect(balance.step(rate: 0.04, borrowing: (100, 0), others: (0, 0), value: 100) == 700.0 / 1100)
    // Interest of 1 is added; 50 in cash become an interest worth 60.
    #expect(balance.step(rate: 0.04, borrowing: (0, 0), others: (50, 0), value: 160) == 701.0 / 1110)
    // 102.01 are owed, 150 come back: the rest and 30 of the others lie in cash.
    let owed = 101 * 1.01
    let last = balance.step(rate: 0.04, borrowing: (0, 150), others: (0, 30), value: 0)
    #expect((last - 600 / (1000 - 50 + 30 + 150 - owed)).magnitude < 1e-12)
  }

  @Test("who contributes nothing keeps his ratio; one without assets has the highest that is told")
  func limits() {
    var idle = PlatformBalance(assets: 500, debt: 300)
    for _ in 0..<40 { #expect(idle.step(rate: 0.05, borrowing: (0, 0), others: (0, 0), value: 0) == 0.6) }
    var poor = PlatformBalance(assets: 10, debt: 300)
    #expect(poor.step(rate: 0, borrowing: (0, 0), others: (10, 0), value: 0) == PlatformBalance.highestRatio)
  }
}
