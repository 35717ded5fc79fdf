// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import ScenarioFiles
import TestSupport
import Testing

@testable import Simulation

/// Local reinvestment on funds whose purchases can be worked out by hand.
@Suite struct ReinvestmentTests {
  private static let metrics =
    "outputs: {replicate_metrics: [reinvestment_multiple, reinvestment_by_deadline, reinvestment_met, "
    + "reinvestment_reached_after], replicate_entities: [funds]}"

  private func design(
    _ clause: String, fund: [String: String] = [:], extra: String = metrics, sets: [String] = []
  ) throws -> ResolvedDesign {
    try ScenarioWorkshop.written(
      SmallFund.text(
        law: SmallFund.fixed(2, years: 4), fund: fund.merging(["reinvestment": clause]) { $1 }, extra: extra),
      ["candidate_streams.any.local_share=100 %"] + sets)
  }

  private func outcome(_ design: ResolvedDesign, count: Int = 3) async throws -> DesignOutcome {
    try await Ensemble([design]).run(count: count, width: 1)[0]
  }

  /// Two local companies of 2000 万元 a quarter for five years, 8 亿元 in all, against the city's 4 亿元: 0.1 a quarter.
  /// In rounds of 5000 万元 others put 3000 万元 beside each ticket, 0.15 a quarter before weights.
  @Test(
    "multiple, deadline and date by hand",
    arguments: [
      ("multiple: 1.5, deadline: 5 years, recognised: {own_investment: {}}", 2000, 2.0, 2.0, 3.75),
      ("multiple: 1.5, deadline: 3 years, recognised: {own_investment: {}}", 2000, 2, 1.2, 3.75),
      ("multiple: 2, deadline: 5 years, recognised: {own_investment: {}}", 2000, 2, 2, 5),
      ("multiple: 2.1, recognised: {own_investment: {}}", 2000, 2, 2, .nan),
      ("multiple: 1, recognised: {own_investment: {weight: 0.5}}", 2000, 1, 1, 5),
      ("multiple: 1, recognised: {own_investment: {most: 1.2}}", 2000, 1.2, 1.2, 2.5),
      ("multiple: 1, investors: [social], recognised: {own_investment: {}}", 2000, 4.0 / 3, 4.0 / 3, 3.75),
      ("multiple: 1, recognised: {attracted_investment: {}}", 2000, 0, 0, .nan),
      ("multiple: 0.9, recognised: {attracted_investment: {weight: 0.3}}", 5000, 0.9, 0.9, 5),
      (
        "multiple: 2.5, recognised: {own_investment: {}, attracted_investment: {weight: 1, most: 0.5}}", 5000, 2.5, 2.5,
        5
      ),
      ("multiple: 1, deadline: 16 years, recognised: {own_investment: {}}", 2000, 2, .nan, 2.5),
    ])
  func byHand(clause: String, round: Int, multiple: Double, byDeadline: Double, reached: Double) async throws {
    let sets = ["candidate_streams.any.rounds.seed.size=\(round) 万元"]
    let outcome = try await outcome(try design("{\(clause)}", sets: sets))
    func expect(_ metric: HeadlineMetric, _ wanted: Double) throws {
      let found = try outcome.values(metric)
      #expect(found.allSatisfy { wanted.isNaN ? $0.isNaN : abs($0 - wanted) < 1e-9 }, "\(metric.name): \(found)")
    }
    try expect(.reinvestmentMultiple, multiple)
    try expect(.reinvestmentByDeadline, byDeadline)
    try expect(.reinvestmentReachedAfter, reached)
    let isMet = !reached.isNaN && !clause.contains("deadline: 3 years")
    try expect(.reinvestmentMet, isMet ? 1 : 0)
    let risk = outcome.riskStatistics(levels: [])
    let met = try #require(risk.first { $0.metric == .reinvestmentMet && $0.kind == .probabilityAtLeast })
    #expect(met.value == (isMet ? 1 : 0) && met.low != met.high)
    let ever = try #require(risk.first { $0.metric == .reinvestmentReachedAfter && $0.kind == .probabilityExists })
    #expect(ever.value == (reached.isNaN ? 0 : 1))
  }

  @Test("what is not local brings nothing back, and before a deadline beyond the grid nothing is judged")
  func elsewhere() async throws {
    let clause = "{multiple: 0.5, deadline: 16 years, recognised: {own_investment: {}, attracted_investment: {}}}"
    let outcome = try await outcome(try design(clause, sets: ["candidate_streams.any.local_share=0 %"]))
    #expect(try outcome.values(.reinvestmentMultiple).allSatisfy { $0 == 0 })
    #expect(try outcome.values(.reinvestmentMet).allSatisfy(\.isNaN))
  }

  /// Two funds buy into one round of a local company.
  private func pair(round: String, tickets: (String, String)) throws -> ResolvedDesign {
    func portfolio(_ ticket: String) -> String {
      "{kind: companies, period: 5 years, streams: [], tickets_per_year: [0], tickets: {}, "
        + "named: [{company: c, ticket: \(ticket)}]}"
    }
    let clause = "{recognised: {attracted_investment: {weight: 1}}}"
    let second =
      "  second: {name: {en: Second, zh: 二}, starts: 2025-Q1, investors: {city: {class: city_fiscal, commitment: 1 亿元, "
      + "source_of_funds: general_budget}}, portfolio: \(portfolio(tickets.1)), reinvestment: \(clause)}\n"
    let company =
      "companies: {c: {name: {en: C, zh: 丙}, law: law, stage: seed, sector: all, enters: 2025-05-01, round_size: \(round), "
      + "local: true}}\n"
    return try design(clause, fund: ["portfolio": portfolio(tickets.0)], extra: second + company + Self.metrics)
  }

  @Test(
    "money of others counts once where two funds are in a round, to the fen",
    arguments: [
      ("1 亿元", "3000 万元", "1000 万元", 4_500_000_000, 1_500_000_000),
      ("1000000.01 元", "333333.33 元", "333333.33 元", 16_666_667, 16_666_668),
      ("1 亿元", "6000 万元", "4000 万元", 0, 0),
    ] as [(String, String, String, Int64, Int64)])
  func shared(round: String, first: String, second: String, mine: Int64, others: Int64) async throws {
    let design = try pair(round: round, tickets: (first, second))
    let measures = ReplicateMeasures(design.plan)
    var kernel = ReplicateKernel(design.plan)
    kernel.run(replicate: 0)
    var parts = [0, 0] as [Int64]
    for holding in kernel.holdings.indices {
      parts[kernel.holdings[holding].fund] += measures.attracted(by: holding, from: kernel)
    }
    #expect(parts == [mine, others] || (mine != others && parts == [others, mine] && first == second))
    let outcome = try await outcome(design)
    #expect(try outcome.values(.reinvestmentMultiple).allSatisfy { abs($0 * 4e10 - Double(parts[0])) < 0.01 })
    let ofSecond = try outcome.values(.reinvestmentMultiple, entity: "second")
    #expect(ofSecond.allSatisfy { abs($0 * 1e10 - Double(parts[1])) < 0.01 })
  }

  @Test("over all funds of a tree the money of others is each round's once")
  func once() throws {
    let design = try ScenarioWorkshop.design("designs/base", ["run.uncertainty=off"])
    let measures = ReplicateMeasures(design.plan)
    var kernel = ReplicateKernel(design.plan)
    var shared = 0
    for replicate in 0..<10 {
      kernel.run(replicate: UInt32(replicate))
      for company in kernel.companies.indices where kernel.companies[company].firstHolding >= 0 {
        let first = kernel.holdings.indices.filter {
          kernel.holdings[$0].company == company && kernel.holdings[$0].bought <= kernel.companies[company].entered
        }
        let tickets = first.reduce(Int64(0)) { $0 + kernel.holdings[$1].cost }
        let left = max(0, Money.nearestFen(kernel.companies[company].roundSize * 100) - tickets)
        #expect(first.reduce(Int64(0)) { $0 + measures.attracted(by: $1, from: kernel) } == left)
        if first.count > 1 { shared += 1 }
      }
    }
    #expect(shared > 50, "the sleeve follows")
  }

  /// The mother fund commits 4 of 10 亿元 to the fund, and 5 亿元 of the city stand behind it.
  @Test("an owner has its stake's part of what the fund below brings back, and its public money counts below")
  func tiers() async throws {
    let investors =
      "{city: null, mother: {class: fund, fund: mother, commitment: 4 亿元}, "
      + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds}}"
    let mother =
      "  mother: {name: {en: Mother, zh: 母}, starts: 2025-Q1, investors: {city: {class: city_fiscal, commitment: 4 亿元, "
      + "source_of_funds: general_budget}, bank: {class: bank, commitment: 1 亿元}}, portfolio: {kind: funds}, "
      + "fees: {management: [{until: 5 years, base: committed, rate: 0 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}, "
      + "life: {term: 12 years}, reinvestment: {multiple: 0.6, recognised: {sub_fund: {}}}}\n"
    let outcome = try await outcome(
      try design(
        "{recognised: {own_investment: {}}}", fund: ["investors": investors.replacing("city: null, ", with: "")],
        extra: mother + Self.metrics))
    #expect(
      try outcome.values(.reinvestmentMultiple).allSatisfy { abs($0 - 8 / 3.2) < 1e-9 }, "4 亿元, 80 % of it public")
    let above = try outcome.values(.reinvestmentMultiple, entity: "mother")
    #expect(above.allSatisfy { abs($0 - 3.2 / 4) < 1e-6 }, "\(above)")
    #expect(try outcome.values(.reinvestmentReachedAfter, entity: "mother").allSatisfy { $0 == 3.75 })
  }

  @Test("more local companies never lower the multiple on any replicate")
  func monotone() async throws {
    func multiples(_ share: Int) async throws -> [Double] {
      let sets = [
        "run.uncertainty=off", "candidate_streams.local_start_ups.local_share=\(share) %",
        "candidate_streams.greater_bay_area.local_share=\(share) %",
        "funds.venture_fund.portfolio.mandate.local_minimum=0 %",
      ]
      let design = try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone + sets)
      return try await outcome(design, count: 60).values(.reinvestmentMultiple, entity: "venture_fund")
    }
    let shares = [10, 30, 60, 90]
    var before = try await multiples(0)
    #expect(before.allSatisfy { $0 == 0 })
    for share in shares {
      let now = try await multiples(share)
      #expect(zip(before, now).allSatisfy { $0 <= $1 + 1e-12 }, "\(share) %")
      #expect(now.reduce(0, +) > before.reduce(0, +))
      before = now
    }
  }

  @Test("shares of purchases are at least those that the mandate asks for")
  func mandate() async throws {
    let outcome = try await outcome(
      try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone), count: 60)
    let minima: [(HeadlineMetric, Double)] = [
      (.earlyShare, 0.7), (.smallShare, 0.7), (.hardTechShare, 0.4), (.localShare, 0.3),
    ]
    for (metric, least) in minima {
      let shares = try outcome.values(metric, entity: "venture_fund")
      #expect(shares.allSatisfy { $0 >= least - 1e-9 && $0 <= 1 }, "\(metric.name)")
      #expect(Set(shares).count > 10, "\(metric.name)")
    }
    #expect(try !design("{recognised: {own_investment: {}}}", extra: "").plan.wants.headline.contains(.localShare))
  }

  @Test("the clause is no column where there is none, and moves no other number")
  func nullChange() async throws {
    let bare = try ScenarioWorkshop.design("designs/base")
    #expect(bare.plan.reinvestments.isEmpty && !bare.plan.wants.asks(HeadlineMetric.ofReinvestment))
    let clause = "funds.mother.reinvestment={recognised: {own_investment: {}, attracted_investment: {}, sub_fund: {}}}"
    let plain = try await outcome(bare, count: 20)
    let held = try await outcome(try ScenarioWorkshop.design("designs/base", [clause]), count: 20)
    #expect(try held.values(.reinvestmentMultiple, entity: "mother").allSatisfy { $0 > 0 })
    for metric in plain.wants.headline {
      for entity in plain.kinds.indices where plain.hasHeadline[entity] && metric.kinds.contains(plain.kinds[entity]) {
        let name = plain.labels.entities[entity]
        let pairs = zip(try plain.values(metric, entity: name), try held.values(metric, entity: name))
        #expect(pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(name) \(metric.name)")
      }
    }
  }

  // MARK: Rules

  @Test(
    "what the clause asks for is what the rule and the score judge",
    arguments: [(1.0, RuleStatus.kept), (1.5, .broken)])
  func rules(multiple: Double, status: RuleStatus) throws {
    let sets = ["time.start=2026-Q1", "funds.fund.starts=2026-Q1"]
    let clause = "{multiple: \(multiple), recognised: {own_investment: {}}}"
    let facts = ["governance": "{established: 2026-01-01, level: city}"]
    let scenario = try design(clause, fund: facts, sets: sets).scenario
    let finding = RuleBook.shipped.judge(scenario).first { $0.rule.id == "R02" }
    #expect(finding?.status == status)
    #expect(DirectionIndicators(factsOf: scenario.funds[0].value, among: scenario.funds).reinvestmentRatio == multiple)
    let stated = ["governance": "{established: 2026-01-01, level: city, reinvestment_ratio: 0.7}"]
    #expect(throws: ScenarioRejected.self) { try design(clause, fund: stated, sets: sets) }
    let named = "{multiple: \(multiple), investors: [social], recognised: {own_investment: {}}}"
    let other = try design(named, fund: stated, sets: sets).scenario
    #expect(other.funds[0].value.askedReinvestment(among: other.funds) == 0.7)
  }

  /// A sub-fund of 4 亿元 from a mother fund, three fifths of it public, and 6 亿元 of social capital.
  @Test(
    "a clause that names its investors asks for its multiple of what they commit, over all public money",
    arguments: [
      ("[owner]", 1.5, 2.5), ("[owner]", 0.6, 1), ("[social]", 1, 2.5), ("[owner, social]", 0.2, 0.2 * 10 / 2.4),
    ])
  func namedInvestors(investors: String, multiple: Double, ratio: Double) throws {
    let mother = PlainFunds.Fund("mother", [PlainFunds.city("6 亿元"), PlainFunds.social("4 亿元")])
    let fund = PlainFunds.Fund(
      "fund", [PlainFunds.owner("mother", "4 亿元"), PlainFunds.social("6 亿元")],
      keys: [
        "reinvestment": "{multiple: \(multiple), investors: \(investors), recognised: {own_investment: {}}}",
        "governance": "{established: 2026-01-01, level: city}",
      ])
    let sets = ["time.start=2026-Q1", "funds.fund.starts=2026-Q1", "funds.mother.starts=2026-Q1"]
    let scenario = try ScenarioWorkshop.read(PlainFunds.text([], [mother, fund]), sets).0
    let asked = try #require(scenario.funds[0].value.askedReinvestment(among: scenario.funds))
    #expect(abs(asked - ratio) < 1e-12)
    let finding = try #require(
      RuleBook.shipped.judge(scenario).first { $0.rule.id == "R02" && $0.subject == "fund" })
    #expect(finding.status == (ratio > 1 ? .broken : .kept))
    #expect(finding.observation?.path == "funds.fund.reinvestment.multiple")
  }

  @Test(
    "a clause that cannot be judged is refused",
    arguments: [
      "{recognised: {}}", "{investors: [nobody], recognised: {own_investment: {}}}",
      "{investors: [city, city], recognised: {own_investment: {}}}", "{multiple: 0, recognised: {own_investment: {}}}",
      "{recognised: {headquarters: {}}}",
    ])
  func refused(clause: String) {
    #expect(throws: ScenarioRejected.self) { try design(clause) }
  }

  @Test("without public money somebody has to be named")
  func noPublicMoney() throws {
    let social = ["investors": "{social: {class: social_capital, commitment: 10 亿元}}"]
    #expect(throws: ScenarioRejected.self) { try design("{recognised: {own_investment: {}}}", fund: social) }
    _ = try design("{investors: [social], recognised: {own_investment: {}}}", fund: social)
  }
}
