// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

@Suite struct SelectionTests {
  private func mean(_ metric: HeadlineMetric, _ sets: [String], entity: String, count: Int = 600) async throws -> Double
  {
    let design = try ScenarioWorkshop.design(
      "yangjiang-2025", ScenarioWorkshop.fundsAlone + ["run.uncertainty=off"] + sets)
    let outcome = try #require(try await Ensemble([design]).run(count: count, width: 2).first)
    let summary = outcome.summaries().first { outcome.labels.entities[$0.entity] == entity && $0.metric == metric }
    return try #require(summary?.mean)
  }

  /// The seed is fixed; the difference found is some ten standard errors.
  @Test("a manager who sees more buys better companies, and no more of them")
  func skill() async throws {
    let quality = ["company_laws.venture.quality_loading=30 %"]
    let blind = try await mean(.moic, quality + ["funds.venture_fund.manager.skill=0"], entity: "venture_fund")
    let seeing = try await mean(.moic, quality + ["funds.venture_fund.manager.skill=0.9"], entity: "venture_fund")
    #expect(seeing > 1.2 * blind)
  }

  @Test("without deadweight only the fund's companies are financed; with all of it every candidate is")
  func deadweight() async throws {
    let none = ["local_start_ups", "greater_bay_area"].map { "candidate_streams.\($0).deadweight=0 %" }
    let all = ["local_start_ups", "greater_bay_area"].map { "candidate_streams.\($0).deadweight=100 %" }
    #expect(
      try await mean(.companiesFinanced, none, entity: "all") == (try await mean(.companiesFunded, none, entity: "all"))
    )
    #expect(
      try await mean(.companiesFinanced, all, entity: "all") == (try await mean(.candidates, all, entity: "all")))
  }

  @Test("least shares of the mandate hold at every purchase, and a tight mandate buys less")
  func mandate() async throws {
    let wide = ["early", "small", "hard_tech", "local"].map { "funds.venture_fund.portfolio.mandate.\($0)_minimum=0 %" }
    let tight = ["hard_tech", "local"].map { "funds.venture_fund.portfolio.mandate.\($0)_minimum=90 %" }
    let many = try await mean(.companiesFunded, wide, entity: "all")
    let few = try await mean(.companiesFunded, tight, entity: "all")
    #expect(few < many)
    let design = try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone + ["run.uncertainty=off"])
    for replicate in 0..<20 { try check(design, UInt32(replicate)) }
  }

  private func check(_ design: ResolvedDesign, _ replicate: UInt32) throws {
    var kernel = ReplicateKernel(design.plan)
    kernel.journal = Journal()
    kernel.run(replicate: replicate)
    let programme = design.plan.funds[0].programme
    var hardTech = 0.0
    var all = 0.0
    for entry in kernel.journal?.entries ?? [] where entry.happening == .investment {
      let company = kernel.companies[entry.company]
      all += Double(entry.amount)
      if company.isHardTech { hardTech += Double(entry.amount) }
      #expect(entry.amount <= programme.companyLimit)
      // A company that counts may be bought while the share still lags; any other only above the minimum.
      if !company.isHardTech
        && kernel.holdings.indices.allSatisfy({
          kernel.holdings[$0].company != entry.company || kernel.holdings[$0].price == 1
        })
      {
        #expect(hardTech >= programme.hardTechMinimum * all - 1)
      }
    }
  }

  @Test("planned shares of stages count first tickets, neither follow-ons nor what was held at the start")
  func planned() throws {
    let held = (0..<6).map {
      "h\($0): {name: {en: Held, zh: 已投}, law: law, stage: seed, sector: all, stage_since: 2024-12-01, "
        + "acquired: 2024-12-01, cost: 500 万元, multiple: 1}"
    }
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: 1000 万元, "
      + "planned: 50 %}, a: {ticket: 1000 万元, planned: 50 %}}, concentration_limit: 20 %, "
      + "follow_on: {reserve: 30 %}, opening_holdings: {\(held.joined(separator: ", "))}}"
    let law = SmallFund.staged(
      seed: "sojourn_mean: 1 year, outcomes: {graduates: 100 %}, step_up: {median: 1.5, sigma: 0}, dilution: 20 %",
      stages: ", a: {sojourn_mean: 3 years, outcomes: {acquired: 100 %}, acquisition: {median: 1, sigma: 0}}")
    let text = SmallFund.text(
      law: law,
      fund: [
        "portfolio": portfolio, "starts": "2024-Q1",
        "opening": "{paid_in: 3000 万元, distributed: 0 元, cash: 0 元}",
      ]
    )
    .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 200}")
    .replacing("stage_mix: {seed: 100 %}", with: "stage_mix: {seed: 50 %, a: 50 %}")
    .replacing(
      "rounds: {seed: {size: 2000 万元, sigma: 0}}",
      with: "rounds: {seed: {size: 2000 万元, sigma: 0}, a: {size: 2000 万元, sigma: 0}}")
    let kernel = try KernelProbe.kernel(ScenarioWorkshop.written(text))
    var count: [Int: Int] = [:]
    for entry in kernel.journal?.entries ?? [] where entry.happening == .investment {
      count[kernel.companies[entry.company].entryStage, default: 0] += 1
      let counts = (count.values.max() ?? 0, count.values.reduce(0, +))
      #expect(2 * counts.0 - counts.1 <= 1)
    }
    #expect(count.values.reduce(0, +) == 32)
    #expect(kernel.funds[0].followedOn > 0)
  }

  @Test("an unfunded world has the same candidates: leaving the fund out changes no arrival")
  func counterfactual() async throws {
    let (scenario, register) = try ScenarioWorkshop.load(
      "yangjiang-2025", ScenarioWorkshop.fundsAlone + ["run.uncertainty=off", "outputs.replicate_entities=[all]"])
    let designs = try ResolvedDesign.all(scenario, register: register)
    let outcomes = try await Ensemble(designs).run(count: 300, width: 2)
    func column(_ outcome: DesignOutcome, _ metric: HeadlineMetric) throws -> [Double] {
      let entity = try #require(outcome.kinds.firstIndex(of: .all))
      return outcome.column(entity: entity, metric: try #require(outcome.wants.headline.firstIndex(of: metric)))
    }
    #expect(try column(outcomes[0], .candidates) == (try column(outcomes[1], .candidates)))
    #expect(try column(outcomes[1], .companiesFunded).allSatisfy { $0 == 0 })
    let financed = zip(try column(outcomes[0], .companiesFinanced), try column(outcomes[1], .companiesFinanced))
    #expect(financed.allSatisfy { $0 >= $1 })
  }
}
