// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import PortfolioModel
import ScenarioFiles
import TestSupport
import Testing

@testable import Simulation

/// The public account on a fund that calls 4000 万元 a quarter for five years, 40 % of it from the city, and gets a fixed
/// multiple of each purchase back after four years.
@Suite struct PublicAccountTests {
  private func outcome(
    _ finances: String, source: String = "general_budget", multiple: Double = 2, level: String = "city_fiscal",
    sets: [String] = []
  ) async throws -> DesignOutcome {
    let investors =
      "{city: {class: \(level), commitment: 4 亿元, source_of_funds: \(source)}, "
      + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds}}"
    let text = SmallFund.text(
      law: SmallFund.fixed(multiple, years: 4), fund: ["investors": investors],
      extra: "outputs: {replicate_entities: [public_money]}" + (finances.isEmpty ? "" : "\npublic_money: \(finances)"))
    return try await Ensemble([try ScenarioWorkshop.written(text, sets)]).run(count: 3, width: 1)[0]
  }

  private func value(_ metric: HeadlineMetric, _ outcome: DesignOutcome) throws -> Double {
    let entity = try #require(outcome.kinds.firstIndex(of: .publicMoney))
    let position = try #require(outcome.wants.headline.firstIndex(of: metric), "\(metric.name)")
    return outcome.column(entity: entity, metric: position)[1]
  }

  private func series(_ metric: PeriodMetric, _ outcome: DesignOutcome) throws -> [Double] {
    let entity = try #require(outcome.kinds.firstIndex(of: .publicMoney))
    return outcome.series.indices.filter { outcome.series[$0].metric == metric && outcome.series[$0].entity == entity }
      .map { outcome.moments.means[$0] }
  }

  // MARK: Budget

  private static func fiveYears(_ amount: String) -> String {
    "{\((2025...2029).map { "\($0): \(amount)" }.joined(separator: ", "))}"
  }

  @Test("a year that is not stated has no appropriation, before the first one, between and after")
  func statedYears() async throws {
    let outcome = try await outcome(
      "{city: {budget: {per_year: {2026: 6400 万元, 2028: 6400 万元}, release: at_once}}}")
    // 1600 万元 a quarter are called from 2025 to 2029: two years' appropriations, three years' arrears.
    #expect(try series(.budgetArrears, outcome).prefix(5) == [1.6e7, 3.2e7, 4.8e7, 6.4e7, 1.6e7])
    #expect(try series(.budgetArrears, outcome)[11] == 12.8e7)
    #expect(try series(.budgetArrears, outcome)[12] == 8e7)
    #expect(try value(.budgetArrears, outcome) == 19.2e7)
    #expect(try series(.budgetArrears, outcome).last == 19.2e7)
  }

  @Test("a budget of what is called is never late; what goes on after the last call lapses after two years")
  func budget() async throws {
    let exact = try await outcome("{city: {budget: {per_year: \(Self.fiveYears("6400 万元"))}}}")
    #expect(try value(.budgetArrears, exact) == 0)
    #expect(try value(.budgetLapsed, exact) == 0)
    #expect(try value(.budgetDelay, exact) == 0)
    #expect(try series(.budgetAvailable, exact).allSatisfy { $0 == 0 })
    let on = try await outcome("{city: {budget: {per_year: 6400 万元}}}")
    // Ten years without calls; those of the last two are not yet lost.
    #expect(try value(.budgetLapsed, on) == 8 * 6.4e7)
    #expect(try series(.budgetAvailable, on).last == 2 * 6.4e7)
    let shorter = try await outcome("{city: {budget: {per_year: 6400 万元, carry_over: 0}}}")
    #expect(try value(.budgetLapsed, shorter) == 10 * 6.4e7)
  }

  @Test("half a budget leaves half of the calls in arrears; approval in autumn only delays")
  func arrears() async throws {
    let half = try await outcome("{city: {budget: {per_year: \(Self.fiveYears("3200 万元"))}}}")
    #expect(try value(.budgetArrears, half) == 1.6e8)
    #expect(try series(.budgetArrears, half).prefix(3) == [8e6, 1.6e7, 2.4e7])
    // 800 万元 more a quarter for twenty quarters, then forty quarters of all: in units of 800 万元, 210 + 800 of 40.
    #expect(try value(.budgetDelay, half).isNear((210 + 20 * 40) / 40.0 / 4))
    let autumn = try await outcome("{city: {budget: {per_year: \(Self.fiveYears("6400 万元")), approved: 4}}}")
    #expect(try series(.budgetArrears, autumn).prefix(5) == [1.6e7, 3.2e7, 4.8e7, 0, 1.6e7])
    let spring = try await outcome("{city: {budget: {per_year: \(Self.fiveYears("6400 万元")), release: at_once}}}")
    #expect(try series(.budgetAvailable, spring).prefix(5) == [4.8e7, 3.2e7, 1.6e7, 0, 4.8e7])
  }

  // MARK: Bonds

  @Test("a bond at the discount rate that is repaid within the grid is worth nothing; the fund earns or not")
  func bondAtPar() async throws {
    for multiple in [0.0, 2] {
      let outcome = try await outcome(
        "{city: {bond: {coupon: 3 %, tenor: 5 years, interest_paid: yearly}}}", source: "special_bond",
        multiple: multiple, sets: ["economy.discount_rate=3 %"])
      #expect(try (value(.npvAfterDebt, outcome) - value(.netPresentValue, outcome)).magnitude < 1)
      // 3.2 亿元 with interest of 3 % for five years.
      #expect(try value(.debtService, outcome) == 3.2e8 * 1.15)
      #expect(try value(.debtOutstanding, outcome) == 0)
      #expect(try series(.debtService, outcome).reduce(0, +).isNear(3.2e8 * 1.15))
    }
  }

  @Test("debt service runs ahead of a fund that returns nothing by all of it")
  func gap() async throws {
    let bond = "{city: {bond: {coupon: 2 %, tenor: 10 years}}}"
    let nothing = try await outcome(bond, source: "special_bond", multiple: 0)
    #expect(try value(.debtGap, nothing) == value(.debtService, nothing))
    #expect(try value(.debtGap, nothing) == 3.2e8 * 1.2)
    // Doubled after four years: interest of the first four years has to be found, 1600 万元 more a quarter at 1 % a half-year.
    let doubled = try await outcome(bond, source: "special_bond")
    let interest = (2..<16).reduce(0.0) { $0 + Double($1 / 2) * 1.6e5 }
    #expect(try value(.debtGap, doubled).isNear(interest))
  }

  @Test("bonds of the default tenor and coupon, as the register states them")
  func bondDefaults() async throws {
    let outcome = try await outcome("{city: {bond: {}}}", source: "special_bond")
    #expect(try value(.debtService, outcome).isNear(3.2e8 * (1 + 10 * 0.022)))
  }

  // MARK: Platform

  @Test("a platform that borrows for a fund at cost: 5 of 10 亿元 before, 2.56 more of each at the height")
  func platform() async throws {
    let terms = "{assets: 10 亿元, debt: 5 亿元, spread: -3 %, red_line: "
    let level = "state_owned_enterprise"
    let outcome = try await outcome(
      "{state_owned: {platform: \(terms)60 %}}}", source: "soe_debt", multiple: 1, level: level)
    let ratios = try series(.debtRatio, outcome)
    // 40 % of 4000 万元 a quarter, borrowed and held at cost, until the first come back.
    for quarter in 0..<16 {
      let borrowed = 1.6e7 * Double(quarter + 1)
      #expect(ratios[quarter].isNear((5e8 + borrowed) / (1e9 + borrowed)))
    }
    #expect(ratios[59].isNear(0.5))
    #expect(try value(.debtRatio, outcome).isNear(7.56e8 / 1.256e9))
    #expect(try value(.redLineBreach, outcome) == 1)
    let safe = try await self.outcome(
      "{state_owned: {platform: \(terms)61 %}}}", source: "soe_debt", multiple: 1, level: level)
    #expect(try value(.redLineBreach, safe) == 0)
    let fromEquity = try await self.outcome(
      "{state_owned: {platform: \(terms)60 %}}}", source: "soe_equity", multiple: 1, level: level)
    #expect(try series(.debtRatio, fromEquity).allSatisfy { $0.isNear(0.5) })
  }

  // MARK: Opportunity and exposure

  @Test("other uses of the same 3.2 亿元 without discounting")
  func alternatives() async throws {
    let uses =
      "{grant: {per_year: 10 %, lasts: 5 years}, subsidy: {per_year: 50 %, lasts: 4 years}, reserve: {rate: 0 %}}"
    let outcome = try await outcome("{city: {alternatives: \(uses)}}")
    #expect(try value(.npvAsGrant, outcome).isNear(-1.6e8))
    #expect(try value(.npvAsSubsidy, outcome).isNear(3.2e8))
    #expect(try value(.npvAsReserve, outcome).magnitude < 1e-3)
    // The fund doubles the money too.
    #expect(try value(.opportunityCost, outcome).magnitude < 1)
    let grantOnly = try await self.outcome("{city: {alternatives: {grant: {per_year: 10 %, lasts: 5 years}}}}")
    #expect(try value(.opportunityCost, grantOnly).isNear(-4.8e8))
  }

  @Test("what is committed and not paid in falls by every call and ends with the fund")
  func unfunded() async throws {
    let outcome = try await outcome("{city: {}}")
    let left = try series(.unfundedCommitment, outcome)
    for quarter in 0..<20 { #expect(left[quarter].isNear(4e8 - 1.6e7 * Double(quarter + 1))) }
    #expect(left[20..<40].allSatisfy { $0.isNear(8e7) } && left[40...].allSatisfy { $0 == 0 })
    #expect(try value(.contingentLiability, outcome) == 0)
  }

  @Test("a first loss that the mother fund bears is the city's by its 80 %")
  func contingent() async throws {
    let sets = ["public_money={city: {}}", "outputs.replicate_entities=[public_money]", "run.uncertainty=off"]
    let outcome = try await Ensemble([try ScenarioWorkshop.design("designs/first-loss", sets)]).run(count: 1, width: 1)
    let names = outcome[0].labels.entities
    let position = try #require(outcome[0].wants.headline.firstIndex(of: .contingentLiability))
    let city = outcome[0].column(entity: try #require(names.firstIndex(of: "public/city")), metric: position)
    // 20 % of 5 亿元; the platform has the other fifth of the mother fund, and no account here.
    #expect(city == [8e7])
    let platform = outcome[0].column(entity: try #require(names.firstIndex(of: "public/state_owned")), metric: position)
    #expect(platform.count == 1 && platform[0].isNaN)
  }

  @Test("multiples and payback of a level of government are those of its class in its only fund")
  func multiples() async throws {
    let design = try ScenarioWorkshop.design("by-hand", ["outputs.replicate_entities=[classes, public_money]"])
    let outcome = try await Ensemble([design]).run(count: 2, width: 1)[0]
    let names = outcome.labels.entities
    let own = try #require(names.firstIndex(of: "city/city_fiscal"))
    let level = try #require(names.firstIndex(of: "public/city"))
    for metric in [HeadlineMetric.tvpi, .dpi, .pLoss, .jCurveDepth, .yearsToPayback] {
      let position = try #require(outcome.wants.headline.firstIndex(of: metric))
      #expect(outcome.column(entity: own, metric: position) == outcome.column(entity: level, metric: position))
    }
  }

  /// The city pays 1600 万元 a quarter: 1.28 亿元 by the end of 2026.
  @Test("a target can name what a level pays up to a date")
  func outlayByDate() async throws {
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4),
      extra: """
        targets:
          purse:
            name: {en: Purse, zh: 财政支出上限}
            entity: public/city
            metric: outlay
            window: {to: 2026-Q4}
            comparison: at_most
            threshold: 1.3 亿元
        """)
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 2, width: 1)[0]
    #expect(outcome.targets[0].values == [1.28e8, 1.28e8])
  }

  // MARK: Laws

  @Test("what stands behind the contributions moves nothing else, and nobody gets columns that he did not ask for")
  func nullChange() async throws {
    let plain = try await outcome("")
    #expect(!plain.wants.headline.contains(.budgetArrears) && !plain.wants.periods.contains(.debtRatio))
    let all =
      "{city: {budget: {per_year: 1 亿元}, bond: {}, alternatives: {grant: {}, subsidy: {}, reserve: {}}, exit: {}}}"
    let investors =
      ["funds.fund.investors.more={class: city_fiscal, commitment: 0 元, source_of_funds: special_bond}"]
    let changed = try await outcome(all, sets: investors)
    for (position, metric) in plain.wants.headline.enumerated() where metric.kinds.contains(.publicMoney) {
      let entity = try #require(plain.kinds.firstIndex(of: .publicMoney))
      let other = try #require(changed.kinds.firstIndex(of: .publicMoney))
      let column = changed.column(entity: other, metric: try #require(changed.wants.headline.firstIndex(of: metric)))
      #expect(plain.column(entity: entity, metric: position) == column, "\(metric.name)")
    }
    for metric in plain.wants.periods where metric.kinds.contains(.publicMoney) {
      #expect(try series(metric, plain) == series(metric, changed))
    }
  }

  @Test(
    "what could have no effect is refused at its place",
    arguments: [
      ("{province: {}}", "public_money.province", "no investor of a fund, no instrument and no region belongs"),
      ("{city: {bond: {}}}", "public_money.city.bond", "no investor of this level pays from special bonds"),
      ("{city: {platform: {assets: 1 亿元, debt: 0 元}}}", "public_money.city.platform", "only state-owned enterprises"),
    ])
  func refused(finances: String, path: String, text: String) async throws {
    let rejected = await #expect(throws: ScenarioRejected.self) { try await outcome(finances) }
    #expect(rejected?.issues.map(\.path) == [path])
    #expect(rejected?.issues.first?.description.contains(text) == true)
  }

  @Test("a level whose account is the promotion of capital has other uses of that money too, and no budget for it")
  func promotionAlone() throws {
    let uses = try ScenarioWorkshop.load("guigang-2015", ["public_money={city: {alternatives: {reserve: {}}}}"]).0
    #expect(uses.publicMoney.map(\.level) == [.city] && uses.funds.isEmpty)
    let rejected = #expect(throws: ScenarioRejected.self) {
      try ScenarioWorkshop.load("guigang-2015", ["public_money={city: {budget: {per_year: 1 亿元}}}"])
    }
    #expect(rejected?.issues.map(\.path) == ["public_money.city.budget"])
  }

  // MARK: Options

  @Test("a floor of the whole value is missed by what was conceded, and a procedure without time costs nothing")
  func exits() async throws {
    func columns(_ exit: String) async throws -> (
      short: [Double], cost: [Double], conceded: [Double], received: [Double]
    ) {
      let text = SmallFund.text(
        law:
          "{kind: multiple, multiple: {kind: log_normal, median: 0.7, sigma: 1.2}, holding_time: {kind: fixed, time: 4 years}, "
          + "factor_loading: 0 %, quality_loading: 0 %, time_correlation: 0, max_multiple: 100000}",
        fund: [
          "portfolio":
            "{kind: companies, period: 5 years, streams: [], tickets_per_year: [0], tickets: {}, concentration_limit: 100 %, "
            + "named: [{company: only, ticket: 1 亿元}]}",
          "investors":
            "{city: {class: city_fiscal, commitment: 3000 万元, source_of_funds: general_budget}, "
            + "social: {class: social_capital, commitment: 7000 万元, source_of_funds: own_funds}}",
          "concessions":
            "{given: {kind: buyout_option, giver: city, receivers: [social], within: 4.25 years, rate: 1 %, exercise: at_end}}",
        ],
        extra: """
          companies:
            only: {name: {en: Only, zh: 唯一}, law: law, stage: seed, sector: all, enters: 2025-01-01, round_size: 2 亿元}
          public_money: {city: {exit: \(exit)}}
          outputs: {replicate_entities: [public_money], replicate_metrics: [price_below_floor, exit_delay_cost, conceded, receipts]}
          """)
      let design = try ScenarioWorkshop.written(text, ["economy.discount_rate=4 %"])
      let outcome = try await Ensemble([design]).run(count: 300, width: 1)[0]
      func column(_ metric: HeadlineMetric) throws -> [Double] {
        outcome.column(
          entity: try #require(outcome.kinds.firstIndex(of: .publicMoney)),
          metric: try #require(outcome.wants.headline.firstIndex(of: metric)))
      }
      return (
        try column(.priceBelowFloor), try column(.exitDelayCost), try column(.conceded), try column(.receipts)
      )
    }
    let whole = try await columns("{decision: 0 years, appraisal: 0 years, listing: 0 years, floor: 100 %}")
    let late = try await columns("{decision: 3 months, appraisal: 6 months, listing: 3 months, floor: 60 %}")
    var sold = 0
    for replicate in 0..<300 {
      #expect((whole.short[replicate] - whole.conceded[replicate]).magnitude < 0.02 && whole.cost[replicate] == 0)
      guard late.conceded[replicate] > 0 else { continue }
      sold += 1
      let price = late.received[replicate]
      #expect(late.cost[replicate].isNear(price * pow(1.04, -4) * (1 - 1 / 1.04)))
      let short = max(0, 0.6 * (price + late.conceded[replicate]) - price)
      #expect((late.short[replicate] - short).magnitude < 0.02)
    }
    #expect(sold > 50)
  }
}

extension Double {
  /// Whether it is another number to 1e-9 of it.
  fileprivate func isNear(_ other: Double) -> Bool { (self - other).magnitude <= 1e-9 * max(1, other.magnitude) }
}
