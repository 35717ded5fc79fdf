// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import ScenarioFiles
import TestSupport
import Testing

@testable import Simulation

/// The evaluation of the investment direction, on funds whose results can be worked out by hand.
@Suite struct EvaluationTests {
  /// Facts worth 79 points; open are early and small companies, social capital and the efficiency of capital, 14 points.
  private static func governance(_ more: String = "") -> String {
    "{established: 2026-01-01, level: city, reinvestment_ratio: 1, conditions: [], evaluation: {new_results: 6, "
      + "conversion: true, bottlenecks: 1, market_violations: 0, carbon_cut: 5 %, green_share: 25 %, "
      + "private_share: 60 %, contribution_rank: 30 %, key_fields: 2, regional_strategy: true, key_field_share: 90 %, "
      + "capacity_use: 1.1, asset_turnover: 1, manager_strengths: [senior_team, risk_control, credit_record, reporting]"
      + "\(more)}}"
  }

  private static let metrics =
    "outputs: {replicate_metrics: [direction_score, idle_share], replicate_entities: [funds]}"

  private func design(
    _ governance: String, law: String = SmallFund.fixed(2, years: 4), fund: [String: String] = [:],
    extra: String = metrics, sets: [String] = []
  ) throws -> ResolvedDesign {
    try ScenarioWorkshop.written(
      SmallFund.text(law: law, fund: fund.merging(["governance": governance]) { $1 }, extra: extra), sets)
  }

  private func outcome(_ design: ResolvedDesign, count: Int = 4) async throws -> DesignOutcome {
    try await Ensemble([design]).run(count: count, width: 1)[0]
  }

  /// Every quarter two companies of 2000 万元, seed, doubled after four years; 10 亿元, 60 % of it social; no costs.
  ///
  /// At the end of the fifth year 8 of 10 亿元 are paid in (1 point), nothing is idle (1), the rate of return is far above
  /// 3 % (1), and what is held is worth as much as a year before (0). All companies are early (5), social capital is 60 %
  /// (5): 79 + 13 = 92. A year after the start 16 % are paid in (0), and growth of assets is not known (0 to 1).
  @Test(
    "the score by hand, by the age at the evaluation",
    arguments: [
      ("", 92.0, 92.0, "grade_excellent"), ("age: 1 year", 91, 92, "grade_excellent"),
      ("age: 3 years", 92.5, 92.5, "grade_excellent"),
      ("private_share: null, age: 5 years", 87, 92, "grade_open"),
      ("regional_strategy: false", 82, 82, "grade_good"), ("key_field_share: 10 %", 82, 82, "grade_good"),
      ("regional_strategy: false, key_field_share: 10 %, market_violations: 2", 68, 68, "grade_qualified"),
    ])
  func byHand(more: String, least: Double, most: Double, grade: String) async throws {
    let sets = more.split(separator: ", ").map { part in
      let sides = part.split(separator: ": ")
      return "funds.fund.governance.evaluation.\(sides[0])=\(sides[1])"
    }
    let outcome = try await outcome(try design(Self.governance(", new_productive_share: 80 %"), sets: sets))
    #expect(try outcome.values(.directionScore).allSatisfy { $0 == least })
    #expect(try outcome.values(.directionScoreMost).allSatisfy { $0 == most })
    let grades = outcome.riskStatistics(levels: []).filter { $0.kind.rawValue.hasPrefix("grade") }
    #expect(grades.count == 5 && grades.filter { $0.value == 1 }.map(\.kind.rawValue) == [grade])
    #expect(grades.reduce(0) { $0 + $1.value } == 1)
  }

  @Test("a share of purchases is taken from the companies bought, and is then no fact")
  func purchases() async throws {
    let sectors = ["economy.sectors={all: null, chips: {name: {en: C, zh: 芯}}, farms: {name: {en: F, zh: 农}}}"]
    let mix = sectors + ["candidate_streams.any.sector_mix={all: null, chips: 50 %, farms: 50 %}"]
    let governance = Self.governance(", purchases: {new_productive: [chips]}")
    let design = try design(governance, sets: mix)
    let scores = try await outcome(design, count: 60).values(.directionScore)
    var kernel = ReplicateKernel(design.plan)
    for replicate in 0..<60 {
      kernel.run(replicate: UInt32(replicate))
      let chips = kernel.holdings.indices.filter { kernel.companies[kernel.holdings[$0].company].sector == 0 }.count
      // 40 companies of one ticket; a point a tenth, and 84 points besides: 92 less the 8 of 80 %.
      let share = Double(chips) / Double(kernel.holdings.count)
      #expect(kernel.holdings.count == 40 && scores[replicate] == 84 + (share * 10 + 1e-9).rounded(.down))
    }
    #expect(Set(scores).count > 3, "chance decides what is bought")
    let hardTech = try self.design(
      Self.governance(", purchases: {hard_tech: true}"), sets: ["candidate_streams.any.hard_tech_share=100 %"])
    #expect(try await outcome(hardTech).values(.directionScore).allSatisfy { $0 == 94 })
    #expect(throws: ScenarioRejected.self) {
      try self.design(Self.governance(", new_productive_share: 80 %, purchases: {hard_tech: true}"))
    }
  }

  @Test("idle cash at the year's end: a first call of everything, of which a fifth is spent in the first year")
  func idle() async throws {
    let calls = ["calls": "{method: instalments, offset: gross, first: 100 %, instalment: 100 %}"]
    let governance = Self.governance(", new_productive_share: 80 %")
    let early = try await outcome(try design(governance, fund: calls))
    #expect(try early.values(.idleShare).allSatisfy { $0 == 0.8 })
    #expect(try await outcome(try design(governance)).values(.idleShare).allSatisfy { $0 == 0 })
    // A fund of the year's last quarter has its first year's end before the money has been there for a year: at the next
    // one five quarters have bought two companies each.
    let late = try await outcome(try design(governance, fund: calls.merging(["starts": "2025-Q4"]) { $1 }))
    #expect(try late.values(.idleShare).allSatisfy { $0 == 0.75 })
    let risk = try #require(
      early.riskStatistics(levels: []).first { $0.metric == .idleShare && $0.kind == .probabilityAtLeast })
    #expect(risk.level == 0.3 && risk.value == 1)
  }

  @Test("without facts, without a date or without public money nothing is scored, and nobody is asked for it")
  func none() async throws {
    #expect(try design("{level: city}", extra: "").plan.evaluations.isEmpty)
    #expect(try design(Self.governance(", age: null"), extra: "").plan.evaluations.isEmpty)
    #expect(try !design("{level: city}", extra: "").plan.wants.headline.contains(.directionScore))
    #expect(try design(Self.governance(), extra: "").plan.wants.headline.contains(.directionScore))
    let social = ["investors": "{social: {class: social_capital, commitment: 10 亿元}}"]
    let outcome = try await outcome(try design(Self.governance(), fund: social))
    #expect(try outcome.values(.directionScore).allSatisfy(\.isNaN))
  }

  @Test("facts of the evaluation move no other number")
  func nullChange() async throws {
    let plain = try await outcome(try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone), count: 30)
    let sets = ["funds.venture_fund.governance.evaluation={regional_strategy: true}"]
    let scored = try await outcome(
      try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone + sets), count: 30)
    for metric in plain.wants.headline {
      for entity in plain.kinds.indices where plain.hasHeadline[entity] && metric.kinds.contains(plain.kinds[entity]) {
        let name = plain.labels.entities[entity]
        let pairs = zip(try plain.values(metric, entity: name), try scored.values(metric, entity: name))
        #expect(pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(name) \(metric.name)")
      }
    }
    #expect(try scored.values(.directionScore, entity: "venture_fund").allSatisfy { $0 >= 10 && $0 <= 100 })
  }

  // MARK: What is read back from a replicate

  @Test(
    "small companies read back are those that counted when they were bought",
    arguments: ["yangjiang-2025", "designs/base"])
  func small(name: String) throws {
    let design = try ScenarioWorkshop.design(name, ["run.uncertainty=off"])
    let measures = ReplicateMeasures(design.plan)
    var kernel = ReplicateKernel(design.plan)
    for replicate in 0..<10 {
      kernel.run(replicate: UInt32(replicate))
      for fund in kernel.funds.indices {
        var small: Int64 = 0
        for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
          let company = kernel.companies[kernel.holdings[holding].company]
          let isFirst = kernel.holdings[holding].bought == company.entered
          if isFirst, measures.isSmallAtEntry(company, for: fund) { small += kernel.holdings[holding].cost }
        }
        #expect(small == kernel.funds[fund].smallCost)
      }
    }
  }

  @Test("the last payment read back is the one of the story", arguments: ["yangjiang-2025", "designs/base"])
  func payments(name: String) throws {
    let design = try ScenarioWorkshop.design(name, ["run.uncertainty=off"])
    var checked = 0
    for replicate in 0..<10 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      var last: [[Int]: Int] = [:]
      for entry in kernel.journal?.entries ?? [] where [.payment, .soldAtEnd].contains(entry.happening) {
        last[[entry.fund, entry.company]] = max(last[[entry.fund, entry.company]] ?? 0, entry.quarter)
      }
      var own: [[Int]: Double] = [:]
      for holding in kernel.holdings.indices where kernel.holdings[holding].proceeds > 0 {
        let state = kernel.holdings[holding]
        own[[state.fund, state.company]] = max(own[[state.fund, state.company]] ?? 0, kernel.lastPayment(on: holding))
      }
      for (key, time) in own where time.isFinite {
        checked += 1
        #expect(last[key] == Int((time * 4 - 1e-9).rounded(.up)) - 1, "replicate \(replicate), \(key): \(time)")
      }
    }
    #expect(checked > 100)
  }

  @Test("cash read back from the ledger is what the kernel kept", arguments: ["yangjiang-2025", "designs/base"])
  func cash(name: String) throws {
    let design = try ScenarioWorkshop.design(name, ["run.uncertainty=off", "outputs.replicate_metrics=[idle_share]"])
    var measures = ReplicateMeasures(design.plan)
    var kernel = ReplicateKernel(design.plan)
    for replicate in 0..<10 {
      kernel.run(replicate: UInt32(replicate))
      for fund in kernel.funds.indices {
        measures.takeEvaluation(0, fund: fund, from: kernel)
        #expect(measures.cash[design.plan.quarters - 1] == kernel.funds[fund].cash)
        #expect(measures.cash.allSatisfy { $0 >= 0 })
      }
    }
  }

  // MARK: Rules

  @Test("rules about results are judged by the replicates of the run")
  func rules() async throws {
    func findings(_ governance: String, _ fund: [String: String] = [:]) async throws -> [RuleFinding] {
      let design = try design(governance, fund: fund, sets: ["time.start=2026-Q1", "funds.fund.starts=2026-Q1"])
      let results = FundOutcome.results(of: design.scenario, in: try await outcome(design))
      return RuleBook.shipped.judge(design.scenario, outcomes: results).filter { ["R28", "R44"].contains($0.rule.id) }
    }
    let kept = try await findings(Self.governance(", new_productive_share: 80 %"))
    #expect(kept.map(\.status) == [.kept, .kept])
    #expect(kept[0].message.english.hasSuffix("idle_share = 0 % at the median, kept in 100.0 % of the replicates"))
    #expect(kept[1].message.chinese.hasSuffix("direction_score = 中位数 92，100.0 % 的模拟符合"))
    let broken = try await findings(
      "{established: 2026-01-01, evaluation: {regional_strategy: false}}",
      ["calls": "{method: instalments, offset: gross, first: 100 %, instalment: 100 %}"])
    #expect(broken.map(\.status) == [.broken, .noData])
    #expect(broken[0].message.english.contains("idle_share = 80 % at the median, kept in 0.0 % of the replicates"))
    #expect(broken[1].message.english.hasSuffix("what is not given decides"))
  }

  /// Social capital closes on demand with a spread of 50 %, and less than 60 % in all dissolves the fund; everything is called
  /// at once, so that most of it lies idle wherever there is a fund.
  @Test("a fund that is not formed has no score and no idle cash, and rules are judged where it is")
  func notFormed() async throws {
    let fund = [
      "calls": "{method: instalments, offset: gross, first: 100 %, instalment: 100 %}",
      "raising":
        "{demand_ratio: 0.3, sensitivity: 0, factor_loading: 0, sigma: 0.5, minimum_closing: 60 %, below_minimum: dissolve}",
    ]
    let design = try design(
      Self.governance(), fund: fund,
      extra: "outputs: {replicate_metrics: [direction_score, idle_share, p_forms], replicate_entities: [funds]}",
      sets: ["time.start=2026-Q1", "funds.fund.starts=2026-Q1"])
    let outcome = try await outcome(design, count: 60)
    let formed = try outcome.values(.pForms)
    let count = formed.count { $0 == 1 }
    #expect(count > 5 && count < 55)
    for metric in [HeadlineMetric.directionScore, .directionScoreMost, .idleShare] {
      #expect(zip(formed, try outcome.values(metric)).allSatisfy { ($0 == 0) == $1.isNaN }, "\(metric.name)")
    }
    let results = FundOutcome.results(of: design.scenario, in: outcome)
    let finding = try #require(
      RuleBook.shipped.judge(design.scenario, outcomes: results).first { $0.rule.id == "R28" })
    #expect(finding.status == .broken && finding.path == "funds.fund.calls")
    #expect(finding.message.english.hasSuffix("kept in 0.0 % of the \(count) of 60 replicates that have it"))
    #expect(finding.message.chinese.hasSuffix("60 次模拟中 \(count) 次有此数，其中 0.0 % 符合"))
  }
}
