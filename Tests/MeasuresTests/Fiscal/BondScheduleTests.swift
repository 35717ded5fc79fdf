// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Testing

@Suite struct BondScheduleTests {
  @Test("one issue by hand: half-yearly interest, a short last period, principal at the end")
  func byHand() {
    var issues = [Int64](repeating: 0, count: 12)
    issues[1] = 1_000_000
    let bond = BondSchedule(issues: issues, coupon: 0.04, payments: 2, tenor: 5)
    #expect(bond.service == [0, 0, 0, 20_000, 0, 20_000, 1_010_000, 0, 0, 0, 0, 0])
    #expect(bond.interest == 50_000 && bond.outstanding == 0 && bond.accrued == 0)
  }

  @Test("what falls due after the grid is outstanding, with interest since the last payment")
  func outstanding() {
    let bond = BondSchedule(issues: [1_000_000, 0, 0, 0, 0, 0, 0], coupon: 0.04, payments: 1, tenor: 40)
    #expect(bond.service == [0, 0, 0, 0, 40_000, 0, 0] && bond.outstanding == 1_000_000 && bond.accrued == 20_000)
  }

  @Test("at its own coupon a bond is worth what was issued", arguments: [0.01, 0.022, 0.08], [4, 20, 40])
  func par(coupon: Double, tenor: Int) {
    var issues = [Int64](repeating: 0, count: 60)
    for quarter in [0, 3, 11] { issues[quarter] = 123_456_789_00 }
    let bond = BondSchedule(issues: issues, coupon: coupon, payments: 1, tenor: tenor)
    var value = 0.0
    for quarter in 0..<60 {
      value += Double(issues[quarter] - bond.service[quarter]) * pow(1 + coupon, -Double(quarter) / 4)
    }
    #expect(value.magnitude < 100 && bond.outstanding == 0)
  }

  @Test("the gap is the most by which service ran ahead")
  func gap() {
    let bond = BondSchedule(issues: [1000, 0, 0, 0, 0, 0], coupon: 0, payments: 4, tenor: 3)
    #expect(bond.service == [0, 0, 0, 1000, 0, 0])
    #expect(bond.largestGap(receipts: [0, 200, 0, 0, 900, 0]) == 800)
    #expect(bond.largestGap(receipts: [0, 0, 0, 1000, 0, 0]) == 0)
  }
}
