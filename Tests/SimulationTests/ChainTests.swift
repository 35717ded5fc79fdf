// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Leverage link by link: from budgets through mother funds and sub-funds to companies.
@Suite struct ChainTests {
  private static let metrics: [HeadlineMetric] = [
    .chainPublic, .chainUpperPartners, .chainFundPartners, .chainCoInvestors, .chainLaterRounds,
  ]

  private func values(_ design: ResolvedDesign, count: Int = 20) async throws -> (HeadlineMetric, Int) throws -> Double
  {
    let outcome = try await Ensemble([design]).run(count: count, width: 1)[0]
    let entity = try #require(outcome.kinds.firstIndex(of: .all))
    return { metric, replicate in
      outcome.column(entity: entity, metric: try #require(outcome.wants.headline.firstIndex(of: metric)))[replicate]
    }
  }

  private func direct(_ round: String, deadweight: String, law: String = SmallFund.fixed(2, years: 4)) throws
    -> ResolvedDesign
  {
    let sets = ["candidate_streams.any.deadweight=\(deadweight)", "candidate_streams.any.rounds.seed.size=\(round)"]
    return try ScenarioWorkshop.written(
      SmallFund.text(law: law, extra: "outputs: {replicate_entities: [all]}"), sets)
  }

  /// 40 tickets of 2000 万元, 40 % of it the city's, in rounds of 5000 万元: 3.2 of 8 亿元, and 12 beside.
  @Test("a direct fund by hand")
  func byHand() async throws {
    let value = try await values(try direct("5000 万元", deadweight: "0 %"))
    #expect(try Self.metrics.map { try value($0, 0) } == [3.2e8, 0, 4.8e8, 12e8, 0])
    let wanted: [(HeadlineMetric, Double)] = [
      (.chainTotal, 20e8), (.chainTotalNet, 20e8), (.leverageProject, 6.25), (.leverageCommitted, 2.5),
      (.leverageAnnounced, 2.5), (.announcedTotal, 10e8), (.committedPublic, 4e8),
    ]
    for (metric, number) in wanted { #expect(try value(metric, 0) == number, "\(metric.name)") }
    let anyway = try await values(try direct("5000 万元", deadweight: "100 %"))
    #expect(try anyway(.chainTotal, 0) == 20e8)
    #expect(try anyway(.chainTotalNet, 0) == 0, "the tickets took the place of others' money")
    #expect(try anyway(.leverageProjectNet, 0) == 0)
    let alone = try await values(try direct("2000 万元", deadweight: "0 %"))
    #expect(try alone(.chainCoInvestors, 0) == 0)
    #expect(try alone(.leverageProjectNet, 0) == 2.5)
  }

  @Test("of companies half of which others would have financed, about half of the money is net")
  func deadweight() async throws {
    let value = try await values(try direct("5000 万元", deadweight: "50 %"), count: 50)
    // 2000 fair draws: within 5 standard errors of a half.
    let net = try (0..<50).reduce(0.0) { try $0 + value(.chainTotalNet, $1) / 20e8 } / 50
    #expect((net - 0.5).magnitude < 5 * 0.5 / 2000.0.squareRoot())
  }

  @Test("later rounds are what companies raised beyond the first, less further tickets of the funds")
  func laterRounds() async throws {
    // A seed round of 2000 万元 sells 20 %: 1 亿元. Doubled in the next round, which sells a quarter of 8/3 亿元.
    let law = SmallFund.staged(
      seed: "sojourn_mean: 1 year, sojourn_shape: 50, outcomes: {graduates: 100 %}, step_up: {median: 2, sigma: 0}, "
        + "dilution: 25 %, entry_dilution: 20 %",
      stages: ", a: {sojourn_mean: 30 years, sojourn_shape: 50, outcomes: {failed: 100 %}, entry_dilution: 20 %}")
    let value = try await values(try direct("2000 万元", deadweight: "0 %", law: law))
    #expect(try value(.chainCoInvestors, 0) == 0)
    #expect(try (value(.chainLaterRounds, 0) / (40 * 8e8 / 3 / 4) - 1).magnitude < 1e-9)
    let pieces = try Self.metrics.reduce(0.0) { try $0 + value($1, 0) }
    #expect(try value(.chainTotal, 0) == pieces)
  }

  @Test("in a tree every yuan of the investors outside counts once, and the announced size counts tiers twice")
  func tree() async throws {
    let design = try ScenarioWorkshop.design("designs/base", ["outputs.replicate_entities=[funds, all]"])
    let value = try await values(design, count: 5)
    let outcome = try await Ensemble([design]).run(count: 5, width: 1)[0]
    let paidIn = try #require(outcome.wants.headline.firstIndex(of: .paidIn))
    var kernel = ReplicateKernel(design.plan)
    for replicate in 0..<5 {
      kernel.shared = SharedPlan(try design.plan(.init(seed: design.plan.seed, replicate: UInt32(replicate))))
      kernel.run(replicate: UInt32(replicate))
      var all = 0.0
      for fund in kernel.funds.indices { all += Double(kernel.funds[fund].paidIn) / 100 }
      var between = 0.0
      for party in kernel.plan.parties.indices where kernel.plan.parties[party].owner >= 0 {
        let sale = kernel.sales[party]
        between += Double(sale.isDone ? sale.paidIn : kernel.paidIn[party]) / 100
      }
      let outside = try [HeadlineMetric.chainPublic, .chainUpperPartners, .chainFundPartners].reduce(0.0) {
        try $0 + value($1, replicate)
      }
      #expect((outside - (all - between)).magnitude < 1 && between > 0)
      #expect(outcome.column(entity: 0, metric: paidIn)[replicate] > 0)
      let announced = kernel.plan.funds.reduce(0.0) { $0 + Double($1.commitment) / 100 }
      #expect(try value(.announcedTotal, replicate) == announced)
      #expect(try value(.committedTotal, replicate) < announced)
      #expect(try value(.chainTotalNet, replicate) <= value(.chainTotal, replicate))
      #expect(try value(.chainUpperPartners, replicate) == 0, "the mother fund's money is all public")
    }
  }

  /// In the rounds that another fund finds, a follower takes the place of co-investors: without it the companies get the same.
  @Test("a fund that only follows another moves no money to companies, but its own costs")
  func follower() async throws {
    let (scenario, register) = try ScenarioWorkshop.load("designs/base", ["outputs.replicate_entities=[funds, all]"])
    let with = try await values(try ResolvedDesign(scenario, register: register))
    let without = try await values(try ResolvedDesign(scenario, register: register, without: ["sleeve"]))
    func mean(_ metric: HeadlineMetric) throws -> Double {
      try (0..<20).reduce(0) { try $0 + (with(metric, $1) - without(metric, $1)) / 20 }
    }
    let (paid, uplift) = (try mean(.chainPublic), try mean(.chainTotalNet))
    #expect(paid > 5e7 && uplift.magnitude < 0.1 * paid, "\(uplift) of \(paid)")
  }

  @Test("without the only fund that invests in it a fund is not there either")
  func alone() throws {
    let (scenario, register) = try ScenarioWorkshop.load(
      "designs/base",
      ["funds.early.investors.county=null", "funds.early.investors.social=null", "funds.early.investors.manager=null"])
    #expect(scenario.funds.leftOut(with: ["mother"]) == ["mother", "early", "sleeve"])
    #expect(scenario.funds.leftOut(with: ["growth"]) == ["growth"] && scenario.funds.leftOut(with: []) == [])
    let design = try ResolvedDesign(scenario, register: register, without: ["mother"])
    #expect(design.labels.funds == scenario.funds.map(\.id).filter { !["mother", "early", "sleeve"].contains($0) })
    var kernel = ReplicateKernel(design.plan)
    kernel.run(replicate: 0)
    #expect(kernel.funds.count == 2 && kernel.funds[0].paidIn > 0)
  }

  @Test("companies that an unlimited stream makes are named by their fund, so no two of a story share a name")
  func names() throws {
    let story = try ReplicateStory(try ScenarioWorkshop.design("designs/fiscal-share-20"), replicate: 0)
    let bought = story.entries.filter { $0.happening == .investment }.map { story.companies[$0.company] }
    let alone = Set(story.entries.filter { $0.happening == .investment }.map(\.company)).count
    #expect(Set(bought).count == alone && bought.contains { $0.contains("/growth/") })
  }
}
