// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel

/// All levers by number: what they do in each quarter, and which of them touch what.
struct LeverTable: Sendable {
  var quarters = 0
  /// Effect in each quarter relative to the level at calibration, a column a quarter.
  var strengths: [Double] = []
  /// Group of each lever; levers stand in the order of groups.
  var groups: [Int] = []
  /// Most projects that each serves at a time, or −1.
  var slots: [Int] = []
  var withSlots: UInt128 = 0
  /// Levers by what they change.
  var rate: UInt128 = 0
  /// Levers on capacity by resource, and those of them that touch pools besides units.
  var capacity = [UInt128](repeating: 0, count: PromotionKernel.resources)
  var ofPools: UInt128 = 0
  var cost: UInt128 = 0
  var expansion: UInt128 = 0
  var closure: UInt128 = 0
  /// Levers on odds and on durations, by stage.
  var odds: [UInt128] = []
  var durations: [UInt128] = []
  /// The most that levers make of these hazards in any quarter, whichever of them touch a company.
  var mostExpansion = 1.0
  var mostClosure = 1.0
  var mostOdds = 1.0
  var mostDuration = 0.5

  /// What some levers together do in a quarter: the sum over groups of 1 − Π(1 − min(e, 1)) + Σ max(0, e − 1). Up to 1 the
  /// levers of a group take from what the others leave; what a lever does beyond 1 adds to that, so that one is worth its own
  /// effect and none takes away from another.
  @inline(__always) func combined(_ levers: UInt128, in quarter: Int) -> Double {
    var rest = levers
    var sum = 0.0
    var group = -1
    var product = 1.0
    while rest != 0 {
      let lever = rest.trailingZeroBitCount
      rest &= rest &- 1
      if groups[lever] != group {
        sum += 1 - product
        product = 1
        group = groups[lever]
      }
      let strength = strengths[lever &* quarters &+ quarter]
      if strength > 1 {
        sum += strength - 1
        product = 0
      } else {
        product *= 1 - strength
      }
    }
    return sum + 1 - product
  }

  /// Sets the limits of hazards: what a group does is greatest with all that raise and least with all that lower.
  mutating func limitHazards() {
    mostExpansion = 1
    mostClosure = 1
    for quarter in 0..<quarters {
      mostExpansion = max(mostExpansion, 1 + combined(those(of: expansion, in: quarter) { $0 > 0 }, in: quarter))
      mostClosure = max(mostClosure, 1 - combined(those(of: closure, in: quarter) { $0 < 0 }, in: quarter))
    }
  }

  /// Those of some levers whose strength in a quarter is as asked.
  private func those(of levers: UInt128, in quarter: Int, _ isMeant: (Double) -> Bool) -> UInt128 {
    var those: UInt128 = 0
    for lever in groups.indices where isMeant(strengths[lever * quarters + quarter]) { those |= 1 << UInt128(lever) }
    return levers & those
  }

  /// The factor on a rate, not below 0.
  @inline(__always) func factor(_ levers: UInt128, in quarter: Int) -> Double {
    levers == 0 ? 1 : max(0, 1 + combined(levers, in: quarter))
  }
}
