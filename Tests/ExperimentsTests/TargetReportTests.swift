// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import PortfolioModel
import Quantities
import Simulation
import TestSupport
import Testing

@testable import Experiments

/// Targets of a fund whose results can be worked out by hand: forty tickets of 2000 万元, two a quarter for five years,
/// each back after four years at one and a half times. Called as needed: 4000 万元 a quarter.
@Suite struct TargetReportTests {
  private static let head = "name: {en: T, zh: 目标}, entity: fund"

  private func report(
    _ targets: [String], sets: [String] = [], count: Int = 4, width: Int = 1, ticket: String = "2000 万元"
  ) async throws -> (report: TargetReport, outcome: DesignOutcome) {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: \(ticket)}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, concentration_limit: 20 %}"
    let section = "targets:\n" + targets.map { "  \($0)\n" }.joined()
    let text = SmallFund.text(
      law: SmallFund.fixed(1.5, years: 4), fund: ["portfolio": portfolio], extra: targets.isEmpty ? "" : section)
    let (scenario, register) = try ScenarioWorkshop.read(text, ["run.replicates=\(count)"] + sets)
    let experiment = try Experiment(scenario, register: register)
    let outcome = try await experiment.run(width: width)[0]
    let report = try #require(try await experiment.targets(after: outcome, width: width))
    return (report, outcome)
  }

  @Test(
    "by hand",
    arguments: [
      ("metric: paid_in, window: {from: 2026-Q1, to: 2026-Q4}, threshold: 1.6 亿元", 1.0, 1.6e8, Int?(7)),
      ("metric: paid_in, window: {from: 2026-Q1, to: 2026-Q4}, comparison: above, threshold: 1.6 亿元", 0, 1.6e8, 8),
      ("metric: paid_in, window: {to: 2029-Q4}, threshold: 8 亿元", 1, 8e8, 19),
      ("metric: distributed, window: {to: 2029-Q4}, threshold: 2.5 亿元", 0, 2.4e8, 20),
      ("metric: distributed, over: paid_in, window: {to: 2030-Q4}, threshold: 0.6", 1, 0.6, 23),
      (
        "metric: net_cash_flow, window: {from: 2025-Q1, to: 2025-Q4}, comparison: at_most, threshold: -1 亿元", 1, -1.6e8,
        nil
      ),
      ("metric: dpi, threshold: 1.5", 1, 1.5, nil), ("metric: dpi, threshold: 150.1 %", 0, 1.5, nil),
      ("metric: distributed, over: paid_in, threshold: 1.5", 1, 1.5, nil),
      // 1.5 × 8 亿元 over the city's 3.2 亿元.
      ("metric: distributed, over: paid_in, over_entity: fund/city_fiscal, threshold: 3.75", 1, 3.75, nil),
      (
        "metric: paid_in, over: paid_in, over_entity: fund/city_fiscal, window: {to: 2029-Q4}, threshold: 2.5", 1, 2.5,
        0
      ),
      (
        "metric: paid_in, window: {from: 2025-Q1, to: 2026-Q4}, growth: {every: 1 year, baseline: 8000 万元}, threshold: 0 %",
        1, 0, nil
      ),
      (
        "metric: paid_in, window: {from: 2025-Q1, to: 2025-Q4}, growth: {every: 1 year, baseline: 8000 万元}, threshold: 90 %",
        1, 1, nil
      ),
    ])
  func byHand(fields: String, probability: Double, mean: Double, first: Int?) async throws {
    // 150.1 % is more than a share can be, so that it is written as a number.
    let written = fields.replacing("150.1 %", with: "1.501")
    let finding = try await report(["t: {\(Self.head), \(written)}"]).report.findings[0]
    #expect(finding.status == .estimated && finding.count == 4 && finding.missing == 0)
    #expect(finding.probability == probability && finding.probabilityAtBase == probability)
    #expect(abs(try #require(finding.mean) - mean) < 1e-6 && finding.firstMet == first)
    let threshold = finding.target.threshold.value
    let shortfall = try #require(finding.expectedShortfall)
    #expect(abs(shortfall - finding.target.inequality.shortfall(mean, threshold)) < 1e-6)
    #expect(
      threshold <= 0
        ? finding.medianOverThreshold == nil
        : finding.medianOverThreshold.map { abs($0 - mean / threshold) < 1e-9 } == true)
    let limits = try #require(finding.limits)
    #expect(limits.contains(probability) && limits.upperBound - limits.lowerBound > 0.3, "four replicates tell little")
  }

  @Test("each of several entities must meet it, and the one that is worst is named")
  func several() async throws {
    func finding(_ threshold: String, comparison: String = "at_least") async throws -> TargetFinding {
      try await report([
        "t: {name: {en: T, zh: 目标}, entity: fund/*, metric: paid_in, comparison: \(comparison), window: {to: 2029-Q4}, threshold: \(threshold)}"
      ]).report.findings[0]
    }
    // The city pays 40 % of 8 亿元.
    let missed = try await finding("4 亿元")
    #expect(missed.probability == 0 && missed.mean == 3.2e8 && missed.bindingUnit == "fund/city_fiscal")
    #expect(missed.firstMet == nil, "one of them never does")
    let met = try await finding("3.2 亿元")
    #expect(met.probability == 1 && met.bindingUnit == nil && met.firstMet == 19)
    let most = try await finding("4 亿元", comparison: "at_most")
    #expect(most.probability == 0 && most.mean == 4.8e8 && most.bindingUnit == "fund/social_capital")
  }

  /// Tickets drawn evenly from 1000 to 2000 万元: forty of them come to 6 亿元 or more in half of the replicates, and to
  /// 8 亿元 at base values.
  @Test("the headline is predictive, the probability at base values stands beside it, and both are on the same luck")
  func predictive() async throws {
    let targets = [
      "a: {\(Self.head), metric: paid_in, window: {to: 2029-Q4}, threshold: 6 亿元}",
      "b: {\(Self.head), metric: paid_in, window: {to: 2029-Q4}, threshold: 7 亿元}",
    ]
    let (report, _) = try await report(
      targets, sets: ["run.uncertainty=on"], count: 500,
      ticket: "{value: 2000 万元, low: 1000 万元, high: 2000 万元, shape: uniform, grade: prior}")
    let (half, quarter) = (report.findings[0], report.findings[1])
    // Four standard errors of what 500 replicates give.
    #expect(abs(try #require(half.probability) - 0.5) < 0.09 && half.probabilityAtBase == 1)
    #expect(abs(try #require(quarter.probability) - 0.25) < 0.078 && quarter.probabilityAtBase == 1)
    #expect(abs(try #require(half.medianOverThreshold) - 1) < 0.06)
    // Mean of max(0, 6 − U) for U even on 4 … 8 is (2²/2)/4 亿元.
    #expect(abs(try #require(half.expectedShortfall) - 0.5e8) < 0.115e8)
    let joint = try #require(report.joint)
    #expect(joint.all.probability == joint.ifComonotone, "who has 7 has 6")
    #expect(joint.ifIndependent < joint.all.probability && joint.allAtBase == 1)
    #expect(joint.exactly.reduce(0) { $0 + $1.successes } == 500)
  }

  @Test("what the simulation does not tell about has no probability, a decision is held against itself")
  func otherStatus() async throws {
    let reason = "{because: {en: Why, zh: 原因}}"
    let (report, _) = try await report([
      "circle: {\(Self.head), metric: dpi, threshold: 1.5, circular: \(reason)}",
      "decided: {\(Self.head), metric: city_commitment, threshold: 5 亿元, decision: {field: funds.fund.investors.city.commitment}}",
      "done: {\(Self.head), metric: city_commitment, threshold: 4 亿元, decision: {field: funds.fund.investors.city.commitment}}",
      "events: {\(Self.head), metric: matching_events, threshold: 20, no_data: \(reason)}",
      "never: {\(Self.head), metric: direction_score, threshold: 60}",
      "rate: {\(Self.head), metric: in_place, window: {from: 2024-Q1, to: 2026-Q4}, growth: {every: 1 year, baseline: 5961.26 亿元}, threshold: 15 %, no_data: \(reason)}",
    ])
    let found = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.id, $0) })
    #expect(report.findings.map(\.status) == [.circular, .input, .input, .noData, .noData, .noData])
    for id in ["circle", "events", "never", "rate"] {
      #expect(found[id]?.probability == nil && found[id]?.limits == nil && found[id]?.probabilityAtBase == nil)
      #expect(found[id]?.reason?.english.isEmpty == false)
    }
    #expect(found["circle"]?.required == 1.5 && found["events"]?.required == 20)
    #expect(found["decided"]?.probability == 0 && found["done"]?.probability == 1 && found["done"]?.limits == nil)
    #expect(found["decided"]?.expectedShortfall == 1e8 && found["decided"]?.medianOverThreshold == 0.8)
    let rate = try #require(found["rate"])
    #expect(abs(rate.required - 5961.26e8 * 1.520875) < 1 && rate.requiredUnit == "CNY")
    #expect(report.joint == nil, "nothing was estimated")
  }

  @Test("targets move no other number, and neither do workers")
  func nullChange() async throws {
    let target = "t: {\(Self.head), metric: paid_in, window: {to: 2027-Q4}, threshold: 4 亿元}"
    let ticket = "{value: 2000 万元, low: 1000 万元, high: 2000 万元, grade: prior}"
    let one = try await report([target], sets: ["run.uncertainty=on"], count: 1100, width: 1, ticket: ticket)
    let two = try await report([target], sets: ["run.uncertainty=on"], count: 1100, width: 2, ticket: ticket)
    #expect(one.report == two.report)
    let other = "t: {\(Self.head), metric: paid_in, window: {to: 2028-Q4}, threshold: 1 亿元, comparison: below}"
    let changed = try await report([other], sets: ["run.uncertainty=on"], count: 1100, width: 2, ticket: ticket)
    #expect(one.outcome.columns.map(\.count) == changed.outcome.columns.map(\.count))
    for (left, right) in zip(one.outcome.columns, changed.outcome.columns) {
      #expect(zip(left, right).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    }
  }

  /// The early-stage, the growth and the industry fund in turn, against the definition on the same replicates.
  @Test("ranks of a year are those of the scores, and probabilities sum to one")
  func assessment() async throws {
    let (scenario, register) = try ScenarioWorkshop.load("designs/targets", ["run.replicates=600"])
    let experiment = try Experiment(scenario, register: register)
    let outcome = try await experiment.run(width: 2)[0]
    let rows = try #require(outcome.assessment).rows()
    #expect(rows.count == 14 * 3 && rows.allSatisfy { $0.isYear && $0.count == 600 && $0.quarter % 4 == 3 })
    for year in stride(from: 0, to: rows.count, by: 3) {
      let part = rows[year..<year + 3]
      #expect(abs(part.reduce(0) { $0 + $1.first } - 1) < 1e-9 && abs(part.reduce(0) { $0 + $1.last } - 1) < 1e-9)
      #expect(abs(part.reduce(0) { $0 + $1.rank } - 6) < 1e-9)
      #expect(part.allSatisfy { $0.score > -5 && $0.score <= 100 })
    }
    // The last year counts everything that was paid in and distributed.
    let paid = try #require(outcome.wants.headline.firstIndex(of: .paidIn))
    for row in rows.suffix(3) {
      let column = outcome.column(entity: row.entity, metric: paid)
      let mean = column.reduce(0, +) / Double(column.count)
      #expect(abs(try #require(row.values[0]) / mean - 1) < 1e-9)
    }
    let again = try await Experiment(scenario, register: register).run(width: 1)[0]
    #expect(again.assessment?.rows() == rows)
  }
}
