// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Measures
import TestSupport
import Testing

@testable import Simulation

@Suite struct MarketTests {
  /// `log P(q) − log P(q−1) = (log(1+g) − σ²/2)/4 + σ/2 η(q)`, summed here with the C library's exponential.
  @Test("levels follow the innovations to the last quarter, whatever their number", arguments: 58...61)
  func levels(quarters: Int) throws {
    var plan = try ScenarioWorkshop.design("benchmark", ["time.length=\(quarters) quarters"]).plan
    // A fund that is run alone draws no more of the economy than it lives through.
    plan.lone = LonePlan()
    var kernel = ReplicateKernel(plan)
    for replicate in 0..<20 {
      kernel.run(replicate: UInt32(replicate))
      #expect(kernel.plan.quarters == quarters)
      var level = 0.0
      for quarter in 0..<quarters {
        if quarter > 0 { level += (0.06 - 0.25 * 0.25 / 2) / 4 + 0.25 / 2 * kernel.innovations[quarter] }
        #expect(abs(kernel.markets[quarter] / exp(level) - 1) < 1e-12, "replicate \(replicate), quarter \(quarter)")
      }
      #expect(kernel.innovations[quarters - 1] != 0)
    }
  }
}
