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

  @Test("leverages are compared as ratios of means; the error of the difference is about that of the jackknife")
  func leverage() async throws {
    func investors(_ city: String) -> String {
      "{city: {class: city_fiscal, source_of_funds: general_budget, commitment: \(city)}, "
        + "social: {class: social_capital, source_of_funds: own_funds, "
        + "commitment: {value: 6 亿元, low: 2 亿元, high: 8 亿元, grade: prior}}}"
    }
    let outcomes = try await Ensemble(
      try [
        "{value: 4 亿元, low: 1 亿元, high: 6 亿元, grade: prior}", "{value: 3 亿元, low: 1 亿元, high: 6 亿元, grade: prior}",
      ].map {
        try ScenarioWorkshop.written(
          SmallFund.text(law: SmallFund.fixed(2, years: 4), fund: ["investors": investors($0)]), ["run.uncertainty=on"])
      }
    ).run(count: 400, width: 1)
    let row = try #require(
      Comparison.rows(outcomes, names: ["a", "b"], baseline: 0).first { $0.metric == .leverageFund })
    let columns = try outcomes.map { outcome in
      try [HeadlineMetric.paidIn, .publicPaidIn].map { metric in
        outcome.column(entity: 0, metric: try #require(outcome.wants.headline.firstIndex(of: metric)))
      }
    }
    let sums = columns.map { $0.map { $0.reduce(0, +) } }
    let ratios = sums.map { $0[0] / $0[1] }
    #expect((row.meanBaseline / ratios[0] - 1).magnitude < 1e-13 && (row.meanDesign / ratios[1] - 1).magnitude < 1e-13)
    #expect((row.meanDifference - (ratios[1] - ratios[0])).magnitude < 1e-12 && row.count == 400)
    let without = (0..<400).map { replicate in
      let rest = (0..<2).map { design in
        (sums[design][0] - columns[design][0][replicate]) / (sums[design][1] - columns[design][1][replicate])
      }
      return rest[1] - rest[0]
    }
    let middle = without.reduce(0, +) / 400
    let variance = without.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } * 399 / 400
    #expect((try #require(row.standardError) / variance.squareRoot() - 1).magnitude < 0.05)
    #expect(row.probabilityBetter > 0.5 && row.meanDifference > 0)
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
