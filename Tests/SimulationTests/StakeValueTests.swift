// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// What stakes are worth on their day: after concessions, and by whom they then belonged to.
@Suite struct StakeValueTests {
  /// One asset bought for 1 亿元 on the first day, worth 2 亿元 from then on and paid after four years; 30 % the city's.
  private static func text(_ concession: String) -> String {
    SmallFund.text(
      law: SmallFund.fixed(2, years: 4),
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
        outputs: {replicate_entities: [funds, classes], period_entities: [funds, classes], period_metrics: [nav]}
        """)
  }

  private func series(_ design: ResolvedDesign, _ entity: String, _ metric: PeriodMetric = .nav) async throws
    -> [Double]
  {
    let outcome = try await Ensemble([design]).run(count: 1, width: 1)[0]
    let row = try #require(outcome.labels.entities.firstIndex(of: entity))
    return outcome.series.indices.filter { outcome.series[$0].metric == metric && outcome.series[$0].entity == row }
      .map { outcome.moments.means[$0] }
  }

  @Test(
    "the city's net asset value is what it would keep of it that day, and the others have the rest",
    arguments: [
      "{kind: capped_return, giver: city, receivers: [social], rate: 4 %}",
      "{kind: buyout_option, giver: city, receivers: [social], within: 3 years, rate: 4 %, exercise: at_end}",
    ])
  func afterConcessions(concession: String) async throws {
    let design = try ScenarioWorkshop.written(Self.text(concession))
    let (fund, city, social) = (
      try await series(design, "fund"), try await series(design, "fund/city_fiscal"),
      try await series(design, "fund/social_capital")
    )
    #expect(fund[0..<16].allSatisfy { ($0 - 2e8).magnitude < 1e-3 })
    for quarter in 0..<16 {
      #expect((city[quarter] + social[quarter] - fund[quarter]).magnitude < 0.02, "quarter \(quarter)")
      // The option is exercised in its last quarter, the twelfth; until then the stake is the city's.
      let isSold = concession.contains("buyout") && quarter >= 11
      let kept = isSold ? 0 : 3e7 * pow(1.04, Double(quarter) / 4)
      #expect((city[quarter] - kept).magnitude < 1, "quarter \(quarter)")
    }
  }

  @Test("a first loss counts in both values before anything is paid out")
  func firstLoss() async throws {
    let text = Self.text("{kind: first_loss, giver: city, receivers: [social], limit: 20 %}")
      .replacing("multiple: 2.0", with: "multiple: 0.6")
    let design = try ScenarioWorkshop.written(text)
    // 6000 万元 are left of 1 亿元: the social investors' 7000 are short by 2800, of which the city bears its 1800.
    #expect((try await series(design, "fund/city_fiscal"))[4].magnitude < 0.02)
    #expect(((try await series(design, "fund/social_capital"))[4] - 6e7).magnitude < 0.02)
  }

  @Test("shares of the mandate by quarter end with the headline numbers, and begin with the first purchases")
  func mandate() async throws {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: 2000 万元}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 30 %}, concentration_limit: 20 %}"
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4), fund: ["portfolio": portfolio],
      extra: "outputs: {replicate_entities: [funds], period_entities: [funds]}")
    let design = try ScenarioWorkshop.written(text, ["candidate_streams.any.local_share=60 %"])
    let outcome = try await Ensemble([design]).run(count: 1, width: 1)[0]
    let local = try await series(design, "fund", .localShare)
    #expect(local.last == (try outcome.values(.localShare)[0]))
    #expect(Set(local.prefix(20)).count > 3 && local.allSatisfy { $0 >= 0.3 && $0 <= 1 })
    #expect((try await series(design, "fund", .earlyShare)).allSatisfy { $0 == 1 })
    let plain = try ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(2, years: 4)))
    #expect(!plain.plan.wants.periods.contains(.localShare))
  }

  /// The sub-fund needs 8 亿元 in five years, half of it from a mother fund that has 3 亿元; every purchase is back half as
  /// much again after a year.
  @Test("a fund of funds may pay calls from proceeds up to its limit", arguments: [0, 10, 100])
  func recycling(percent: Int) throws {
    let text = SmallFund.text(
      law: SmallFund.fixed(1.5, years: 1),
      fund: [
        "investors":
          "{above: {class: fund, fund: mother, commitment: 5 亿元}, "
          + "social: {class: social_capital, commitment: 5 亿元, source_of_funds: own_funds}}"
      ],
      extra: """
          mother:
            name: {en: Mother, zh: 母基金}
            starts: 2025-Q1
            investors: {city: {class: city_fiscal, commitment: 3 亿元, source_of_funds: general_budget}}
            portfolio: {kind: funds}
            calls: {method: as_needed, offset: gross, recycling: \(percent) %}
            fees: {management: [{until: 5 years, base: committed, rate: 0 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}
            life: {term: 11 years}
        """)
    let design = try ScenarioWorkshop.written(text)
    let kernel = try KernelProbe.kernel(design)
    #expect(try KernelProbe.isBalanced(design))
    let recycled = kernel.funds[1].recycled
    #expect(recycled <= Int64(percent) * 300_000_000)
    #expect(kernel.paidIn[0] <= 30_000_000_000 + recycled)
    if percent == 0 { #expect(recycled == 0) }
    if percent == 10 { #expect(recycled == 3_000_000_000 && kernel.paidIn[0] > 30_000_000_000) }
    if percent == 100 { #expect(kernel.paidIn[0] >= 39_000_000_000) }
  }
}
