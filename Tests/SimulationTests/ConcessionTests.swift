// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import NumericalCore
import Simulation
import TestSupport
import Testing

/// Concessions on a fund with one asset, whose value at the end is lognormal: closed forms of methods, section 7.3.
@Suite struct ConcessionTests {
  /// One asset bought for 1 亿元 on the first day and realised four years later; the city has 30 % of it.
  private static func text(_ concession: String) -> String {
    SmallFund.text(
      law:
        "{kind: multiple, multiple: {kind: log_normal, median: 0.726149037073691, sigma: 1.2}, "
        + "holding_time: {kind: fixed, time: 4 years}, factor_loading: 0 %, quality_loading: 0 %, time_correlation: 0, "
        + "max_multiple: 100000}",
      fund: [
        "investors":
          "{city: {class: city_fiscal, commitment: 3000 万元, source_of_funds: general_budget}, "
          + "social: {class: social_capital, commitment: 7000 万元, source_of_funds: own_funds}}",
        "portfolio":
          "{kind: companies, period: 5 years, streams: [], tickets_per_year: [0], tickets: {}, concentration_limit: 100 %, "
          + "named: [{company: only, ticket: 1 亿元}]}",
        "concessions": "{given: \(concession)}",
      ],
      extra: """
        companies:
          only: {name: {en: Only, zh: 唯一}, law: law, stage: seed, sector: all, enters: 2025-01-01, round_size: 2 亿元}
        outputs: {replicate_entities: [funds, classes, public_money], replicate_metrics: [distributed, net_present_value, receipts, conceded, tvpi, irr, npv]}
        """)
  }

  private func outcomes(_ concession: String, count: Int) async throws -> [DesignOutcome] {
    let design = try ScenarioWorkshop.written(Self.text(concession))
    let all = try ResolvedDesign.all(design.scenario, register: [])
    return try await Ensemble(all).run(count: count, width: 2)
  }

  /// `E[min(V, K)]` for a lognormal `V` with mean `m` and deviation `s` of its logarithm.
  private func expectedMinimum(mean m: Double, deviation s: Double, cap k: Double) -> Double {
    let d1 = (log(m / k) + s * s / 2) / s
    return m - (m * Elementary.normalCumulative(d1) - k * Elementary.normalCumulative(d1 - s))
  }

  @Test(
    "cap and option at the end leave the city the lesser of value and cost with its rate (within 4 standard errors)",
    arguments: [
      "{kind: capped_return, giver: city, receivers: [social], rate: 1 %}",
      "{kind: buyout_option, giver: city, receivers: [social], within: 4.25 years, rate: 1 %, exercise: at_end}",
    ])
  func closedForm(concession: String) async throws {
    let received = try await outcomes(concession, count: 10_000)[0].values(.receipts, entity: "public/city")
    let count = Double(received.count)
    let mean = received.reduce(0, +) / count
    let error = (received.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count).squareRoot()
    let expected = expectedMinimum(mean: 3e7 * exp(0.4), deviation: 1.2, cap: 3e7 * pow(1.01, 4))
    #expect((expected / 1e6 - 20.1657).magnitude < 1e-4, "the published number")
    #expect((mean - expected).magnitude < 4 * error)
  }

  @Test(
    "on true value no concession ever lowers what the receivers get, and what one gives the other receives",
    arguments: [
      "{kind: capped_return, giver: city, receivers: [social], rate: 3 %}",
      "{kind: excess_share, giver: city, receivers: [social], rate: 3 %, share: 40 %}",
      "{kind: first_loss, giver: city, receivers: [social], limit: 20 %}",
      "{kind: buyout_option, giver: city, receivers: [social], within: 4.25 years, rate: 2 %, exercise: at_end}",
    ])
  func neverLower(concession: String) async throws {
    let outcomes = try await outcomes(concession, count: 2000)
    let with = try outcomes[0].values(.tvpi, entity: "fund/social_capital")
    let without = try outcomes[1].values(.tvpi, entity: "fund/social_capital")
    let city = try (
      outcomes[0].values(.receipts, entity: "public/city"), outcomes[1].values(.receipts, entity: "public/city")
    )
    let given = try outcomes[0].values(.conceded, entity: "public/city")
    // An option is paid for in the quarter in which the value arrives: its price is no return, the difference is.
    for metric in [HeadlineMetric.irr, .npv] {
      let pair = (
        try outcomes[0].values(metric, entity: "fund/social_capital"),
        try outcomes[1].values(metric, entity: "fund/social_capital")
      )
      for replicate in pair.0.indices where !pair.1[replicate].isNaN {
        #expect(pair.0[replicate] >= pair.1[replicate] - 1e-9 * max(1, pair.1[replicate].magnitude), "\(metric.name)")
      }
    }
    var moved = 0
    for replicate in with.indices {
      let isOption = concession.contains("buyout")
      #expect(isOption || with[replicate] >= without[replicate] - 1e-9)
      #expect((city.1[replicate] - city.0[replicate] - given[replicate]).magnitude < 0.02)
      #expect(given[replicate] >= 0)
      if given[replicate] > 0 { moved += 1 }
    }
    #expect(moved > 200, "the concession must have an effect")
  }

  /// The fund buys for 5000 万元 and gets twice that; the mother's 40 % is 4000 万元, of which it keeps what it paid in.
  @Test("what a mother fund concedes its investors concede by their parts: 60 % of 2000 万元 is the city's")
  func throughMother() async throws {
    let text = PlainFunds.text(
      [PlainFunds.Company("alpha", 2, years: 4)],
      [
        PlainFunds.Fund("mother", [PlainFunds.city("6000 万元"), PlainFunds.social("4000 万元")]),
        PlainFunds.Fund(
          "below", [PlainFunds.owner("mother", "4000 万元"), PlainFunds.social("6000 万元")],
          buys: [("alpha", "5000 万元")],
          keys: ["concessions": "{given: {kind: capped_return, giver: owner, receivers: [social], rate: 0 %}}"]),
      ], metrics: ", conceded")
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 1, width: 1)[0]
    #expect(try outcome.values(.conceded, entity: "below")[0] == 2e7)
    #expect(try outcome.values(.conceded, entity: "mother")[0] == 0)
    #expect(try outcome.values(.conceded, entity: "public/city")[0] == 1.2e7)
    #expect(try outcome.values(.receipts, entity: "public/city")[0] == 2.4e7 - 1.2e7)
  }
}
