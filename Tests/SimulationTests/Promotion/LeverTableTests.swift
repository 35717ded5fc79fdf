// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import Testing

@testable import Simulation

@Suite("Limits that spare a hazard's logarithm")
struct LeverTableTests {
  /// Eight levers in three groups, some that raise and some that lower.
  private static func table(_ strengths: [Double]) -> LeverTable {
    var table = LeverTable()
    table.quarters = 2
    table.groups = [0, 0, 0, 1, 1, 1, 2, 2]
    table.strengths = strengths
    table.expansion = 0b1111_1111
    table.closure = 0b0111_1110
    table.limitHazards()
    return table
  }

  @Test("no set of levers makes more of a hazard than the limit, and one makes just that")
  func hazards() {
    let strengths = (0..<16).map { Double(($0 * 7 + 3) % 16) / 10 - 0.6 }
    let table = Self.table(strengths)
    var (mostExpansion, mostClosure) = (0.0, 0.0)
    for quarter in 0..<2 {
      for set in UInt128(0)..<256 {
        mostExpansion = max(mostExpansion, table.factor(set & table.expansion, in: quarter))
        mostClosure = max(mostClosure, 1 - table.combined(set & table.closure, in: quarter))
      }
    }
    #expect(abs(mostExpansion - table.mostExpansion) < 1e-12)
    #expect(abs(mostClosure - table.mostClosure) < 1e-12)
    #expect(mostExpansion > 1.5 && mostClosure > 1.5)
  }

  @Test("a lever beyond 1 adds what is beyond, and more of any lever never does less")
  func beyondOne() {
    func combined(_ strengths: [Double]) -> Double {
      var table = LeverTable()
      table.quarters = 1
      table.groups = strengths.map { _ in 0 }
      table.strengths = strengths
      return table.combined((1 << UInt128(strengths.count)) - 1, in: 0)
    }
    #expect(combined([1.8]) == 1.8 && combined([0.9]) == 0.9 && combined([-0.5]) == -0.5)
    // 1 − 0 · 0 + 0.8 + 0.8; up to 1 it is 1 − Π(1 − e).
    #expect(abs(combined([1.8, 1.8]) - 2.6) < 1e-12)
    #expect(abs(combined([0.6, 0.6]) - 0.84) < 1e-12)
    let grid = (-8...16).map { Double($0) / 4 }
    for (first, second) in grid.flatMap({ one in grid.map { (one, $0) } }) {
      #expect(combined([first + 0.25, second]) >= combined([first, second]))
      #expect(combined([first, second]) == combined([second, first]))
      if first > 0, second > 0 { #expect(combined([first, second]) <= first + second + 1e-12) }
    }
  }

  @Test("the limits hold beyond 1 as well")
  func limitsBeyondOne() {
    var strengths = [Double](repeating: 0.1, count: 16)
    strengths[5] = 1.2
    strengths[8] = -1.5
    let table = Self.table(strengths)
    for set in UInt128(0)..<256 {
      for quarter in 0..<2 {
        #expect(table.factor(set & table.expansion, in: quarter) <= table.mostExpansion)
        #expect(1 - table.combined(set & table.closure, in: quarter) <= table.mostClosure)
      }
    }
  }

  @Test("filters that ask for the same words, and others, are passed as each asks")
  func words() {
    var table = FilterTable(units: 1, sectors: 1, regions: 1)
    for (bit, flags) in [UInt32(0b01), 0b01, 0b10, 0b11, 0].enumerated() {
      for isLever in [false, true] {
        table.add(
          FilterTable.Place(isLever: isLever, bit: bit), units: nil, sectors: nil, origins: nil, regions: nil,
          expansions: nil, from: 0, below: .infinity, flags: flags)
      }
    }
    for (flags, expected) in [(UInt32(0), [4]), (0b01, [0, 1, 3, 4]), (0b10, [2, 3, 4]), (0b11, [0, 1, 2, 3, 4])] {
      let bits = table.bits(
        ProjectTraits(
          unit: 0, source: 0, sector: 0, origin: 0, region: 0, isExpansion: false, flags: flags, investment: 1))
      #expect((0..<5).filter { bits.passes($0) } == expected)
      #expect((0..<5).filter { bits.levers >> UInt128($0) & 1 == 1 } == expected)
    }
  }

  @Test("the limit of the exponential holds where it is one")
  func exponential() {
    for step in -4000...4000 {
      let x = Double(step) / 1000
      #expect(PromotionKernel.mostOfExponential(x) >= Elementary.exp(x))
    }
    #expect(PromotionKernel.mostOfExponential(0) == 1)
    #expect(PromotionKernel.mostOfExponential(1.4) < 5)
  }
}
