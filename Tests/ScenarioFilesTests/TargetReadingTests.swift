// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// Targets and the assessment in files: what is read, and what is refused where.
@Suite struct TargetReadingTests {
  private static let section = """
    targets:
      money:
        name: {en: Paid in, zh: 实缴}
        entity: fund
        metric: paid_in
        window: {to: 2027-Q4}
        threshold: {value: 4 亿元, source: assumption, grade: prior}
      rate:
        name: {en: Growth, zh: 增长}
        entity: fund/*
        metric: paid_in
        window: {from: 2026-Q1, to: 2027-Q4}
        growth: {every: 12 months}
        comparison: above
        threshold: 15 %
      ratio: {name: {en: R, zh: 比}, entity: public/city, metric: distributed, over: paid_in, threshold: 30 %}
    assessment:
      entities: [fund/*]
      periods: [quarter, year]
      indicators:
        paid: {name: {en: P, zh: 缴}, metric: paid_in, weight: 100, full_marks: 4 亿元, most: 90 %, quotas: [{entity: fund/city_fiscal, full_marks: 1 亿元}]}

    """

  private func issues(_ text: String) throws -> [ScenarioIssue] {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    return ScenarioFile.issues(of: folder.path, metrics: ScenarioWorkshop.metrics)
  }

  /// A small fund with all that targets and an assessment can say.
  static var whole: String {
    SmallFund.text(law: SmallFund.fixed(1, years: 4), extra: section.replacing("public/city,", with: "fund,"))
  }

  @Test func reads() throws {
    let (scenario, register) = try ScenarioWorkshop.read(Self.whole)
    #expect(scenario.targets.map(\.id) == ["money", "rate", "ratio"])
    let money = scenario.targets[0].value
    #expect(
      money.inequality == .atLeast && money.threshold.value == 4e8 && money.unit == "CNY" && money.basis == .simulated)
    #expect(register[money.threshold.parameter].path == "targets.money.threshold")
    #expect(money.window == TargetWindow(from: nil, to: Quarter(index: 2027 * 4 + 3)))
    let rate = scenario.targets[1].value
    #expect(rate.unit == "1" && rate.threshold.value == 0.15 && rate.growth?.every.value.years == 1)
    #expect(scenario.targets[2].value.unit == "1" && scenario.targets[2].value.threshold.value == 0.3)
    let paid = try #require(scenario.assessment?.indicators.first?.value)
    #expect(paid.quotas == ["fund/city_fiscal": 1e8] && paid.fullMarks?.value == 4e8 && paid.most.value == 0.9)
    #expect(paid.measure.span == .period)
  }

  @Test(
    "a ratio may be more than the whole or below nothing, as a number or in percent",
    arguments: [("120 %", 1.2), ("1.2", 1.2), ("-5 %", -0.05), ("150 ‰", 0.15), ("1.2 倍", 1.2)])
  func ratios(text: String, value: Double) throws {
    let whole = Self.whole.replacing("threshold: 30 %", with: "threshold: \(text)")
    let scenario = try ScenarioWorkshop.read(whole).0
    #expect(scenario.targets[2].value.threshold.value == value && scenario.targets[2].value.unit == "1")
  }

  @Test(
    "mistakes",
    arguments: [
      (
        "metric: paid_in\n    window: {to", "metric: paid_on\n    window: {to",
        "targets.money.metric: unknown choice (paid_on)"
      ),
      (
        "metric: paid_in\n    window: {to", "metric: irr\n    window: {to",
        "targets.money.metric: irr is one number of the whole run, not by quarter: leave out window"
      ),
      (
        "metric: distributed, over: paid_in", "metric: distributed, over: net_cash_flow",
        "targets.ratio.over: net_cash_flow is a metric by quarter: give the quarters that count, window: {to: 2030-Q4}"
      ),
      ("entity: fund\n", "entity: fnd\n", "targets.money.entity: nothing has this id (fnd)"),
      ("entity: fund/*\n", "entity: fund/*/x\n", "targets.rate.entity: nothing has this id (fund/*/x)"),
      ("entity: fund\n", "entity: public/city\n", "targets.money.entity: public/city has no metric paid_in by quarter"),
      ("threshold: {value: 4 亿元", "threshold: {value: 4", "targets.money.threshold: "),
      ("value: 4 亿元, source", "value: 4 亿元, low: 3 亿元, high: 5 亿元, source", "targets.money.threshold.low"),
      ("threshold: 15 %", "threshold: 15 亿元", "targets.rate.threshold: "),
      (
        "{to: 2027-Q4}", "{to: 2047-Q4}",
        "targets.money.window: not within the quarters that are simulated, 2025-Q1 to 2039-Q4"
      ),
      (
        "from: 2026-Q1, to: 2027-Q4", "from: 2028-Q1, to: 2027-Q4",
        "targets.rate.window: the window ends before it begins"
      ),
      ("every: 12 months", "every: 9 months", "targets.rate.growth: the window is not a whole number of such periods"),
      ("every: 12 months", "every: 12 months, baseline: 0 元", "targets.rate.growth.baseline: out of range (0 元)"),
      ("{from: 2026-Q1, to: 2027-Q4}", "{to: 2025-Q4}", "targets.rate.growth: nothing to grow from"),
      ("window: {from: 2026-Q1, to: 2027-Q4}", "", "targets.rate.growth: growth needs a window"),
      ("comparison: above", "comparison: over", "targets.rate.comparison: unknown choice (over)"),
      (
        "threshold: 30 %}", "threshold: 30 %, decision: {field: funds.fund.nowhere}}",
        "targets.ratio.decision.field: nothing has this id"
      ),
      (
        "threshold: 30 %}", "threshold: 30 %, decision: {field: funds.fund.life.term}}",
        "targets.ratio.decision.field: 10 years is not in the unit of the target"
      ),
      (
        "threshold: 30 %}", "threshold: 30 %, circular: {because: {en: a, zh: b}}, no_data: {because: {en: a, zh: b}}}",
        "targets.ratio.no_data: a target is a decision, circular or without data, not several"
      ),
      ("threshold: 30 %}", "threshold: 30 %, no_data: {}}", "targets.ratio.no_data.because: missing key (because)"),
      ("entities: [fund/*]", "entities: [fond/*]", "assessment.entities.0: nothing has this id (fond/*)"),
      (
        "entity: fund/city_fiscal,", "entity: fund/bank,",
        "assessment.indicators.paid.quotas: fund/bank is not assessed"
      ),
      ("full_marks: 4 亿元, most", "most", "assessment.indicators.paid.quotas: full_marks is missing"),
      ("weight: 100,", "weight: 0,", "assessment.indicators.paid.weight: out of range (0)"),
      ("weight: 100,", "weight: 90,", "assessment.indicators: the weights sum to 90, usually 100"),
      ("periods: [quarter, year]", "periods: [month]", "assessment.periods.0: unknown choice (month)"),
    ])
  func mistakes(original: String, mistake: String, message: String) throws {
    try #require(Self.whole.contains(original))
    let found = try issues(Self.whole.replacing(original, with: mistake, maxReplacements: 1))
    #expect(found.count == 1 && found.allSatisfy { $0.description.contains(message) }, "\(found)")
    #expect(found.allSatisfy { $0.position.line > 1 && !$0.text(.chinese).isEmpty })
  }

  @Test(
    "patterns",
    arguments: [
      ("city", "city", true), ("city", "cities", false), ("*", "city", true), ("*", "city/county", false),
      ("city/*", "city/a", true), ("city/*/*", "city/a/b", true), ("city/dep_*", "city/dep_trade", true),
      ("city/dep_*", "city/team", false), ("*_a", "x_b_a", true), ("a*b*c", "a_b_b_c", true), ("a*b*c", "a_c_b", false),
      ("*", "", true), ("", "", true), ("**", "ab", true), ("a*", "", false),
    ])
  func patterns(pattern: String, name: String, fits: Bool) {
    #expect(EntityPattern(pattern).matches(name) == fits)
  }
}
