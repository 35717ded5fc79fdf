// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Testing

@Suite struct BudgetAccountTests {
  @Test("by hand: what is old is spent first, what is late is covered first, what expires lapses")
  func byHand() {
    let releases = [
      BudgetRelease(quarter: 0, expires: 1, fen: 10), BudgetRelease(quarter: 1, expires: 3, fen: 10),
      BudgetRelease(quarter: 4, expires: 9, fen: 7),
    ]
    let account = BudgetAccount(calls: [4, 3, 12, 0, 0, 0], releases: releases)
    // 6 left, then 3 of them spent, 3 lapse; 10 cover 10 of 12; the last 2 wait for the release of quarter 4.
    #expect(account.available == [6, 10, 0, 0, 5, 5])
    #expect(account.arrears == [0, 0, 2, 2, 0, 0])
    #expect(account.spent == 19 && account.lapsed == 3 && account.mostArrears == 2)
    // Two fen wait at the ends of two quarters: 4 of 19 fen-quarters.
    #expect(account.meanDelay(of: [4, 3, 12, 0, 0, 0]) == 4.0 / 19 / 4)
    #expect(BudgetAccount(calls: [0, 0], releases: []).meanDelay(of: [0, 0]) == nil)
  }

  /// The same with a row a fen.
  private func slowly(calls: [Int64], releases: [BudgetRelease]) -> (spent: Int64, lapsed: Int64, arrears: [Int64]) {
    var money = releases.flatMap { release in (0..<Int(release.fen)).map { _ in (release.quarter, release.expires) } }
    var (spent, lapsed, owed) = (Int64(0), Int64(0), Int64(0))
    let arrears = calls.indices.map { quarter in
      owed += calls[quarter]
      while owed > 0, let place = money.firstIndex(where: { $0.0 <= quarter }) {
        money.remove(at: place)
        owed -= 1
        spent += 1
      }
      let kept = money.filter { $0.0 > quarter || $0.1 > quarter }
      lapsed += Int64(money.count - kept.count)
      money = kept
      return owed
    }
    return (spent, lapsed, arrears)
  }

  @Test(
    "every fen released is spent, lapsed or left, and every fen called is covered or in arrears: 200 random budgets")
  func conservation() {
    for trial in 0..<200 {
      let numbers = RandomNumbers(seed: 77, replicate: UInt32(trial))
      func draw(_ number: Int, _ most: Int64) -> Int64 {
        Int64(numbers.uniform(.root, Variable(rawValue: UInt16(number)), 0).value * Double(most))
      }
      let calls = (0..<16).map { draw($0, 30) }
      let releases = (0..<16).map { BudgetRelease(quarter: $0, expires: ($0 / 4 + 1) * 4 + 3, fen: draw(100 + $0, 25)) }
      let account = BudgetAccount(calls: calls, releases: releases)
      let released = releases.reduce(0) { $0 + $1.fen }
      #expect(account.spent + account.lapsed + account.available[15] == released)
      #expect(account.spent + account.arrears[15] == calls.reduce(0, +))
      let slow = slowly(calls: calls, releases: releases)
      #expect(account.spent == slow.spent && account.lapsed == slow.lapsed && account.arrears == slow.arrears)
    }
  }
}
