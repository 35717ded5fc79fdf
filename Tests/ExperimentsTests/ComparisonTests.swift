// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Simulation
import TestSupport
import Testing

@Suite struct ComparisonTests {
  private func compare(_ sets: [String], replicates: Int = 400) async throws -> [ComparisonRow] {
    let designs = [
      try ScenarioWorkshop.design("benchmark", ["outputs.replicate_entities=[]"]),
      try ScenarioWorkshop.design("benchmark", ["outputs.replicate_entities=[]"] + sets),
    ]
    let outcomes = try await Ensemble(designs).run(count: replicates, width: 2)
    return Comparison.rows(outcomes, names: ["a", "b"], baseline: 0)
  }

  @Test("a copy differs by exactly nothing")
  func copy() async throws {
    let rows = try await compare([])
    #expect(rows.count >= 15)
    for row in rows {
      #expect(row.meanDifference == 0 && row.standardError == 0 && row.varianceReduction == nil)
      #expect(row.probabilityBetter == 0.5)
    }
  }

  @Test("a lower hurdle: the shared luck saves more than nine tenths of the work")
  func hurdle() async throws {
    let rows = try await compare(["funds.fund.waterfall.hurdle.rate=6 %"], replicates: 2000)
    let row = try #require(rows.first { $0.entity == "fund/city_fiscal" && $0.metric == .tvpi })
    #expect(try #require(row.varianceReduction) > 10)
    #expect(row.meanDifference <= 0)
  }

  @Test("more carry never gives investors more, in any replicate")
  func carry() async throws {
    let rows = try await compare(["funds.fund.waterfall.carry=25 %"])
    let investors = try #require(rows.first { $0.entity == "fund" && $0.metric == .tvpi })
    #expect(investors.probabilityBetter <= 0.5)
    let manager = try #require(rows.first { $0.entity == "fund" && $0.metric == .carriedInterest })
    #expect(manager.meanDifference >= 0)
  }
}
