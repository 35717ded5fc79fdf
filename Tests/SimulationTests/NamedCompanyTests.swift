// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Funds of a few named companies with known ends, so that every answer follows by hand: rules that show only where there
/// is no catch-up, no call or no distribution to hide them. The city commits 40 %; a ticket is 2000 万元.
@Suite struct NamedCompanyTests {
  struct Company {
    var id: String
    var multiple: Double
    var years: Double
    var enters = "2025-01-01"
  }

  private static func text(
    _ companies: [Company], portfolio: String = "", period: Double = 5, fund: [String: String] = [:],
    extra: String = ""
  ) -> String {
    let named = companies.map { "{company: \($0.id), ticket: 2000 万元}" }.joined(separator: ", ")
    var keys = fund
    keys["portfolio"] =
      "{kind: companies, period: \(period) years, streams: [], tickets_per_year: [0], tickets: {seed: {ticket: 2000 万元}}, "
      + "concentration_limit: 100 %, named: [\(named)]\(portfolio)}"
    let entries = companies.map {
      "  \($0.id): {name: {en: \($0.id), zh: \($0.id)}, law: law_\($0.id), stage: seed, sector: all, "
        + "enters: \($0.enters), round_size: 5000 万元, hard_tech: true, local: true}\n"
    }
    let laws = companies.map { "law_\($0.id): \(SmallFund.fixed($0.multiple, years: $0.years)), " }.joined()
    return SmallFund.text(
      law: SmallFund.fixed(2, years: 5), fund: keys,
      extra: (entries.isEmpty ? "" : "companies:\n" + entries.joined()) + extra
    ).replacing("company_laws: {law:", with: "company_laws: {\(laws)law:")
  }

  private static func outcomes(_ text: String) async throws -> [DesignOutcome] {
    let (scenario, register) = try ScenarioWorkshop.read(text)
    let outcomes = try await Ensemble(try ResolvedDesign.all(scenario, register: register)).run(count: 1, width: 1)
    #expect(outcomes.allSatisfy { $0.imbalances.allSatisfy { $0 == 0 } })
    return outcomes
  }

  /// 8 % compounded yearly for five years is 46.9328 of 100: of a gain of 2000 万元 the manager gets a fifth of what is beyond.
  @Test("capital is raised once a year from the first contribution", arguments: ["annual", "quarterly"])
  func annual(compounding: String) async throws {
    let waterfall =
      "{kind: european, hurdle: {rate: 8 %, compounding: \(compounding)}, catch_up: 0 %, carry: 20 %}"
    let outcome = try await Self.outcomes(
      Self.text([Company(id: "a", multiple: 2, years: 5)], fund: ["waterfall": waterfall]))[0]
    #expect((try outcome.values(.carriedInterest)[0] - 0.2 * (2e7 - 2e7 * 0.4693280768)).magnitude < 0.02)
  }

  /// A returns 2000 万元 that buy C; B brings 6000 later. What A brought was spent, so all its 2000 is lost to its account: B
  /// returns 4000 and three years of simple interest on both, and the manager gets a fifth of the rest.
  @Test("cash of a deal that bought another company is not distributed a second time")
  func spentCash() async throws {
    let companies = [
      Company(id: "a", multiple: 1, years: 1), Company(id: "b", multiple: 3, years: 3),
      Company(id: "c", multiple: 0, years: 1, enters: "2026-01-01"),
    ]
    let outcome = try await Self.outcomes(
      Self.text(
        companies,
        fund: [
          "calls": "{method: as_needed, offset: net}",
          "waterfall": "{kind: american, hurdle: {rate: 8 %, compounding: simple}, catch_up: 0 %, carry: 20 %}",
        ]))[0]
    #expect(try outcome.values(.carriedInterest)[0] == 0.2 * (6e7 - 4e7 - 2 * 4.8e6))
  }

  /// B brings 6000 万元 after three years for 2000; A brings nothing, half or all of its 2000 after one. What A owes then,
  /// capital and simple interest, is owed out of what B brings: carried interest is a fifth of what is beyond.
  @Test(
    "a loss and a preferred return that were not paid are carried", arguments: [(0.0, 9.6e6), (0.5, 8e6), (1, 6.4e6)])
  func carriedPreferred(multiple: Double, preferred: Double) async throws {
    let outcome = try await Self.outcomes(
      Self.text(
        [Company(id: "a", multiple: multiple, years: 1), Company(id: "b", multiple: 3, years: 3)],
        fund: ["waterfall": "{kind: american, hurdle: {rate: 8 %, compounding: simple}, catch_up: 0 %, carry: 20 %}"]))[
        0]
    let gain = 2e7 * multiple + 6e7 - 4e7
    #expect((try outcome.values(.carriedInterest)[0] - 0.2 * (gain - preferred)).magnitude < 0.02)
  }

  /// 1.2 亿元 of cost 4000 万元 leave 8800 after 20 % of the profit of 6000; the city is to have no more than it paid.
  @Test("a capped return caps what a clawback gives back too")
  func cappedClawback() async throws {
    let outcome = try await Self.outcomes(
      Self.text(
        [Company(id: "a", multiple: 5, years: 1), Company(id: "b", multiple: 0, years: 4)],
        fund: [
          "waterfall": "{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %, clawback: {tax_share: 0 %}}",
          "concessions": "{cap: {kind: capped_return, giver: city, receivers: [social], rate: 0 %}}",
        ], extra: "outputs: {replicate_entities: [funds, classes]}"))[0]
    #expect(try outcome.values(.distributed, entity: "fund/city_fiscal")[0] == 1.6e7)
    #expect(try outcome.values(.distributed, entity: "fund/social_capital")[0] == 8.8e7 - 1.6e7)
  }

  /// A holding of 4000 万元 worth 1.5 of it. Its 40 % are sold at cost in year 3, and pay twice as much to whoever has them.
  @Test("who sells a stake keeps what it paid and held before the grid")
  func openingStakes() async throws {
    let held =
      ", opening_holdings: {held: {name: {en: H, zh: 持}, law: law, stage: seed, sector: all, stage_since: 2024-01-01, "
      + "acquired: 2024-01-01, cost: 4000 万元, multiple: 1.5}}"
    let outcomes = try await Self.outcomes(
      Self.text(
        [], portfolio: held,
        fund: [
          "starts": "2024-Q1", "opening": "{paid_in: 4000 万元, distributed: 0 元, cash: 0 元}",
          "concessions":
            "{opt: {kind: buyout_option, giver: city, receivers: [social], within: 3 years, rate: 0 %, exercise: at_end}}",
        ], extra: "public_money: {city: {}}\noutputs: {replicate_entities: [funds, classes, public_money]}"))
    let (sold, kept) = (outcomes[0], outcomes[1])
    #expect(try sold.values(.paidIn, entity: "fund/city_fiscal")[0] == 1.6e7)
    #expect(try sold.values(.dpi, entity: "fund/city_fiscal")[0] == 1)
    #expect(try sold.values(.npv, entity: "fund/city_fiscal")[0] == -8e6)
    #expect(try sold.values(.netPresentValue, entity: "public/city")[0] == -8e6)
    #expect(try sold.values(.paidIn, entity: "fund/social_capital")[0] == 4e7)
    #expect(try sold.values(.tvpi, entity: "fund/social_capital")[0] == 2)
    #expect(try kept.values(.netPresentValue, entity: "public/city")[0] == 8e6)
    #expect(try sold.values(.dpi)[0] == 2 && kept.values(.dpi)[0] == 2)
  }

  @Test("what was committed is owed until it lapses")
  func lapsed() async throws {
    let outcome = try await Self.outcomes(
      Self.text(
        [Company(id: "a", multiple: 2, years: 4)], fund: ["public_exit": "{idle: 2 years}"],
        extra: "public_money: {city: {}}\noutputs: {replicate_entities: [public_money]}"))[0]
    let entity = try #require(outcome.kinds.firstIndex(of: .publicMoney))
    let owed = outcome.series.indices.filter {
      outcome.series[$0].metric == .unfundedCommitment && outcome.series[$0].entity == entity
    }.map { outcome.moments.means[$0] }
    let left = try #require(owed.firstIndex(of: 0))
    #expect(left >= 8 && owed[..<left].allSatisfy { $0 == 3.92e8 } && owed[left...].allSatisfy { $0 == 0 })
  }

  /// A grant that brings nothing loses all that was spent, on the bureau too.
  @Test("other uses are of all that the account spends")
  func alternatives() async throws {
    let extra = """
      promotion:
        regions: {city: {name: {en: City, zh: 市}, level: city}}
        sectors: {industry: {name: {en: Industry, zh: 工业}}}
        units:
          bureau: {name: {en: Bureau, zh: 招商局}, kind: bureau, home: city, leads: 10, sectors: {industry: 100 %}, cost: 1000 万元}
      public_money: {city: {alternatives: {grant: {per_year: 0 %}}}}
      outputs: {replicate_entities: [public_money]}
      """
    let outcome = try await Self.outcomes(
      Self.text([Company(id: "a", multiple: 2, years: 4)], extra: extra))[0]
    let outlay = try outcome.values(.outlay, entity: "public/city")[0]
    #expect(outlay > 8e6 + 1e8)
    #expect((try outcome.values(.npvAsGrant, entity: "public/city")[0] + outlay).magnitude < 0.01)
    let value = try outcome.values(.netPresentValue, entity: "public/city")[0]
    #expect((try outcome.values(.opportunityCost, entity: "public/city")[0] + outlay + value).magnitude < 0.01)
  }

  /// At 3 % a year 15 万元 a quarter on 2000 万元, whether the end of the fund repays them after two years or a clean-down.
  @Test("a line bears interest in the quarter that repays it", arguments: [2.0, 5.0])
  func lastInterest(term: Double) async throws {
    let line =
      "{limit: 100 %, spread: 0 %, fee: 0 %, clean_down: \(term == 2 ? 20 : 2) years, until: 5 years, bridges: purchases}"
    let text = Self.text(
      [Company(id: "a", multiple: 2, years: 1)], period: 2,
      fund: ["credit_line": line, "life": "{term: \(term) years, extension_count: 0, rest: write_off}"])
    #expect(try await Self.outcomes(text)[0].values(.creditCost)[0] == 1.2e6)
  }
}
