// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import ScenarioFiles
import TestSupport
import Testing

@testable import Simulation

/// Losses against what is tolerated, on funds whose results can be worked out by hand.
@Suite struct ToleranceTests {
  private static let metrics =
    "outputs: {replicate_metrics: [projects_over_tolerance, over_tolerance_share, tolerance_loss, tolerance_breach, "
    + "tolerance_passed_after, loss_ratio, moic], replicate_entities: [funds]}"

  private func outcome(
    _ clause: String, law: String, fund: [String: String] = [:], sets: [String] = [], count: Int = 4
  ) async throws -> DesignOutcome {
    let text = SmallFund.text(law: law, fund: fund.merging(["tolerance": clause]) { $1 }, extra: Self.metrics)
    return try await Ensemble([try ScenarioWorkshop.written(text, sets)]).run(count: count, width: 1)[0]
  }

  /// Forty companies, two a quarter, each back after four years at a fixed multiple: the first two in the 17th quarter.
  /// A loss of exactly what is tolerated is tolerated.
  @Test(
    "thresholds by hand",
    arguments: [
      (0.3, "{}", 0.0, 0.7, true), (0.3, "{project: {seed: 60 %}}", 40, 0.7, true),
      (0.3, "{project: {seed: 70 %}, fund: 70 %}", 0, 0.7, false), (0, "{}", 0, 1, true),
      (0, "{project: {seed: 99 %}, fund: 100 %}", 40, 1, false), (0.6, "{}", 0, 0.4, false),
      (0.6, "{project: {early: 0 %, later: 0 %}, fund: 39 %}", 0, 0.4, true),
      (2, "{project: {seed: 0 %}}", 0, 0, false),
    ])
  func byHand(multiple: Double, clause: String, projects: Double, loss: Double, isOver: Bool) async throws {
    let outcome = try await outcome(clause, law: SmallFund.fixed(multiple, years: 4))
    #expect(try outcome.values(.projectsOverTolerance).allSatisfy { $0 == projects })
    #expect(try outcome.values(.overToleranceShare).allSatisfy { $0 == projects / 40 })
    #expect(try outcome.values(.toleranceLoss).allSatisfy { abs($0 - loss) < 1e-9 })
    #expect(try outcome.values(.toleranceBreach).allSatisfy { $0 == (isOver ? 1 : 0) })
    #expect(try outcome.values(.tolerancePassedAfter).allSatisfy { isOver ? $0 == 4.25 : $0.isNaN })
    let risk = outcome.riskStatistics(levels: [])
    let breach = try #require(risk.first { $0.metric == .toleranceBreach })
    #expect(breach.kind == .probabilityAtLeast && breach.level == 1 && breach.value == (isOver ? 1 : 0))
    let low = try #require(breach.low)
    let high = try #require(breach.high)
    #expect(low <= breach.value && breach.value <= high && high - low > 0.3, "four replicates tell little")
    let passed = try #require(risk.first { $0.metric == .tolerancePassedAfter && $0.kind == .probabilityExists })
    #expect(passed.value == breach.value && passed.count == 4)
  }

  @Test(
    "a project is held against the threshold of its stage",
    arguments: [("a", 40.0), ("angel", 0), ("b", 0), ("seed", 0)])
  func stages(stage: String, projects: Double) async throws {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {\(stage): {ticket: 2000 万元}}, "
      + "concentration_limit: 20 %}"
    let sets = [
      "candidate_streams.any.stage_mix={seed: null, \(stage): 100 %}",
      "candidate_streams.any.rounds={seed: null, \(stage): {size: 2000 万元, sigma: 0}}",
    ]
    let outcome = try await outcome(
      "{project: {early: 69 %, later: 71 %}}", law: SmallFund.fixed(0.3, years: 4), fund: ["portfolio": portfolio],
      sets: sets.map { stage == "seed" ? $0.replacing("seed: null, ", with: "") : $0 })
    #expect(try outcome.values(.projectsOverTolerance).allSatisfy { $0 == projects })
  }

  @Test("what is not over does not count: a fund cut off by the grid")
  func open() async throws {
    let early = try await outcome("{}", law: SmallFund.fixed(0.3, years: 4), sets: ["time.length=4 years"])
    #expect(try early.values(.projectsOverTolerance).allSatisfy { $0 == 0 })
    #expect(try early.values(.overToleranceShare).allSatisfy(\.isNaN))
    #expect(try early.values(.toleranceBreach).allSatisfy(\.isNaN))
    #expect(early.riskStatistics(levels: []).allSatisfy { $0.metric != .tolerancePassedAfter })
    let later = try await outcome(
      "{project: {seed: 50 %}}", law: SmallFund.fixed(0.3, years: 4), sets: ["time.length=17 quarters"])
    #expect(try later.values(.projectsOverTolerance).allSatisfy { $0 == 2 })
    #expect(try later.values(.overToleranceShare).allSatisfy { $0 == 1 })
  }

  /// Every company fails with nothing, or is acquired at five times: chance decides.
  @Test("gains offset losses where the clause says so, and an early loss may be made good")
  func offset() async throws {
    let law = SmallFund.staged(
      seed: "sojourn_mean: 2 years, sojourn_shape: 2, outcomes: {failed: 60 %, acquired: 40 %}, "
        + "acquisition: {median: 5, sigma: 0}")
    let net = try await outcome("{}", law: law, count: 60)
    let gross = try await outcome("{offset_gains: false}", law: law, count: 60)
    let netLoss = try net.values(.toleranceLoss)
    let grossLoss = try gross.values(.toleranceLoss)
    #expect(zip(netLoss, grossLoss).allSatisfy { $0 <= $1 })
    #expect(netLoss.reduce(0, +) < grossLoss.reduce(0, +) / 2)
    let multiples = try net.values(.moic)
    #expect(zip(netLoss, multiples).allSatisfy { abs($0 - max(0, 1 - $1)) < 1e-9 }, "all is over at the end")
    #expect(zip(grossLoss, try gross.values(.lossRatio)).allSatisfy { abs($0 - $1) < 1e-9 })
    let passed = try net.values(.tolerancePassedAfter)
    let over = try net.values(.toleranceBreach)
    #expect(zip(passed, over).allSatisfy { $1 == 0 || !$0.isNaN }, "who is over in the end passed the threshold once")
    #expect(zip(passed, over).contains { !$0.isNaN && $1 == 0 }, "lemons ripen early")
  }

  @Test("a portfolio under a pacing law has no projects, and its loss is known when the fund ends")
  func pacing() async throws {
    let portfolio = "{kind: pacing, contribution_rates: [50 %, 100 %], life: 10, bow: 2, growth: -15 %, yield: 0 %}"
    let outcome = try await outcome("{}", law: SmallFund.fixed(1, years: 4), fund: ["portfolio": portfolio])
    #expect(try outcome.values(.projectsOverTolerance).allSatisfy(\.isNaN))
    let losses = try outcome.values(.toleranceLoss)
    #expect(zip(losses, try outcome.values(.moic)).allSatisfy { abs($0 - (1 - $1)) < 1e-9 && $0 > 0.4 })
    #expect(try outcome.values(.tolerancePassedAfter).allSatisfy { $0 == 10.25 })
  }

  @Test(
    "the closing quarter read back is the one of the story's last payment",
    arguments: ["yangjiang-2025", "designs/base"])
  func closing(name: String) throws {
    let design = try ScenarioWorkshop.design(name, ["run.uncertainty=off"])
    var checked = 0
    for replicate in 0..<10 {
      let kernel = try KernelProbe.kernel(design, replicate: UInt32(replicate))
      var last: [[Int]: Int] = [:]
      for entry in kernel.journal?.entries ?? [] where [.payment, .soldAtEnd].contains(entry.happening) {
        last[[entry.fund, entry.company]] = max(last[[entry.fund, entry.company]] ?? 0, entry.quarter)
      }
      var own: [[Int]: Int] = [:]
      for holding in kernel.holdings.indices where kernel.holdings[holding].proceeds > 0 {
        let state = kernel.holdings[holding]
        guard let quarter = kernel.closingQuarter(of: holding) else { continue }
        own[[state.fund, state.company]] = max(own[[state.fund, state.company]] ?? 0, quarter)
      }
      for (key, quarter) in own {
        checked += 1
        #expect(last[key] == quarter, "replicate \(replicate), \(key)")
      }
    }
    #expect(checked > 100)
  }

  @Test("through tiers: the loss of a fund whose investments are all over is that of its multiple")
  func tiers() async throws {
    let ids = try ScenarioWorkshop.load("designs/base").0.funds.map(\.id)
    let sets = ids.map { "funds.\($0).tolerance={fund: 30 %}" } + ["run.uncertainty=off", "time.length=20 years"]
    let design = try ScenarioWorkshop.design("designs/base", sets)
    let outcome = try await Ensemble([design]).run(count: 40, width: 1)[0]
    for id in ids {
      let pairs = zip(try outcome.values(.toleranceLoss, entity: id), try outcome.values(.moic, entity: id))
      #expect(pairs.allSatisfy { abs($0 - max(0, 1 - $1)) < 1e-9 }, "\(id)")
    }
  }

  @Test("without the clause there is no column, and the clause moves no other number")
  func nullChange() async throws {
    let bare = try ScenarioWorkshop.design("designs/base")
    #expect(bare.plan.tolerances.isEmpty && !bare.plan.wants.asks(HeadlineMetric.ofTolerance))
    let held = try ScenarioWorkshop.design("designs/base", ["funds.mother.tolerance={}"])
    #expect(held.plan.tolerances.compactMap(\.self).count == 1)
    let plain = try await Ensemble([bare]).run(count: 20, width: 1)[0]
    let judged = try await Ensemble([held]).run(count: 20, width: 1)[0]
    for metric in plain.wants.headline {
      for entity in plain.kinds.indices where plain.hasHeadline[entity] && metric.kinds.contains(plain.kinds[entity]) {
        let name = plain.labels.entities[entity]
        let pairs = zip(try plain.values(metric, entity: name), try judged.values(metric, entity: name))
        #expect(pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(name) \(metric.name)")
      }
    }
    let other = judged.riskStatistics(levels: []).filter { $0.metric == .tolerancePassedAfter }.map(\.entity)
    #expect(other.allSatisfy { judged.labels.entities[$0] == "mother" }, "no probability for funds without the clause")
  }
}
