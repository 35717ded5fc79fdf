// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Testing

@testable import Simulation

/// What makes the pipeline fast and must not change what it gives.
@Suite struct ProjectStateTests {
  @Test("a project takes five lines of memory, and what events ask for first lies in the first ones")
  func layout() {
    #expect(MemoryLayout<ProjectState>.stride == 320)
    let offsets = [
      MemoryLayout<ProjectState>.offset(of: \.token), MemoryLayout<ProjectState>.offset(of: \.filters),
      MemoryLayout<ProjectState>.offset(of: \.began), MemoryLayout<ProjectState>.offset(of: \.inPlace),
      MemoryLayout<ProjectState>.offset(of: \.slots),
    ]
    #expect(offsets == [0, 64, 128, 192, 256])
  }

  @Test("filters by size are those of a comparison with each limit")
  func bands() {
    let limits: [(from: Double, below: Double)] = [
      (0, .infinity), (1e8, .infinity), (0, 1e8), (1e8, 1e9), (1e8, 5e8), (1e9, .infinity), (5e7, 1e8), (0, 5e7),
    ]
    var table = FilterTable(units: 1, sectors: 1, regions: 1)
    for (bit, limit) in limits.enumerated() {
      for isLever in [false, true] {
        table.add(
          .init(isLever: isLever, bit: isLever ? bit : bit + 60), units: nil, sectors: nil, origins: nil, regions: nil,
          expansions: nil, from: limit.from, below: limit.below, flags: 0)
      }
    }
    for size in [1, 5e7.nextDown, 5e7, 1e8.nextDown, 1e8, 3e8, 5e8, 1e9.nextDown, 1e9, 1e13] {
      let bits = table.bits(
        ProjectTraits(
          unit: 0, source: 0, sector: 0, origin: 0, region: 0, isExpansion: false, flags: 0, investment: size))
      for (bit, limit) in limits.enumerated() {
        let fits = size >= limit.from && size < limit.below
        #expect(bits.passes(bit + 60) == fits && (bits.levers >> UInt128(bit) & 1 == 1) == fits, "\(size) \(limit)")
      }
    }
  }

  @Test("no project stalls that is not asked when it would, and few are asked in vain")
  func stallBound() {
    #expect(!PromotionKernel.mayEnd(Uniform(nearest: 0.5), hazard: 0.1, within: 1))
    var bits: UInt64 = 1
    for _ in 0..<100_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let uniform = Uniform(words: bits)
      let hazard = 0.001 + Double(bits % 1000) / 300
      let wait = -Elementary.log(uniform.value) / hazard
      // Durations just above the wait, where the bound is nearest to failing.
      for duration in [wait.nextUp, wait * (1 + 1e-15), wait * 1.5] {
        #expect(PromotionKernel.mayEnd(uniform, hazard: hazard, within: duration))
      }
    }
  }
}
