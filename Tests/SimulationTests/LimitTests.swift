// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// With chance switched off the answers can be checked by hand.
@Suite struct LimitTests {
  private func value(_ metric: HeadlineMetric, _ text: String, entity: String = "fund") async throws -> Double {
    let design = try ScenarioWorkshop.written(text)
    let outcome = try #require(try await Ensemble([design]).run(count: 3, width: 1).first)
    let summary = outcome.summaries().first { outcome.labels.entities[$0.entity] == entity && $0.metric == metric }
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    #expect(summary?.standardDeviation == 0)
    return try #require(summary?.mean)
  }

  @Test("companies that return their cost: TVPI is 1 less the fees' share")
  func feesShare() async throws {
    let fees =
      "{management: [{until: 5 years, base: committed, rate: 2 %}], set_up: 100 万元, custody: 0 %, fixed_per_year: 0 元}"
    let text = SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: ["fees": fees])
    // 40 tickets of 0.2, fees 10 · 2 % · 5 = 1 and 0.01: 8 back of 9.01.
    #expect(try await value(.paidIn, text) == 901_000_000)
    #expect(abs(try await value(.tvpi, text) - 8 / 9.01) < 1e-12)
    #expect(try await value(.managementFee, text) == 100_000_000)
    #expect(try await value(.pLoss, text) == 1)
  }

  @Test("without fees and carry a fund returns its companies' multiple, and everybody the same")
  func multiple() async throws {
    let text = SmallFund.text(law: SmallFund.fixed(2.5, years: 3))
    for entity in ["fund", "fund/city_fiscal", "fund/social_capital"] {
      #expect(abs(try await value(.tvpi, text, entity: entity) - 2.5) < 1e-12)
    }
    // Each ticket of quarter q comes back in q + 12: (1 + r)^3 = 2.5.
    #expect(abs(try await value(.irr, text) - 0.35720880829745316) < 1e-9)
    #expect(try await value(.yearsToPayback, text) > 0)
  }

  @Test("full catch-up: the manager gets carry of the whole profit, and nothing of a loss")
  func carry() async throws {
    let waterfall = "{kind: european, hurdle: {rate: 6 %, compounding: annual}, catch_up: 100 %, carry: 20 %}"
    let gain = SmallFund.text(law: SmallFund.fixed(3, years: 3), fund: ["waterfall": waterfall])
    #expect(abs(try await value(.carriedInterest, gain) - 0.2 * 1_600_000_000) < 0.02)
    let loss = SmallFund.text(law: SmallFund.fixed(0.8, years: 3), fund: ["waterfall": waterfall])
    #expect(try await value(.carriedInterest, loss) == 0)
  }

  @Test("what is left at the end is sold at the discount, or written off")
  func rest() async throws {
    let sale = SmallFund.text(
      law: SmallFund.fixed(2, years: 14),
      fund: ["life": "{term: 8 years, extension_count: 0, rest: sale, sale_discount: 25 %}"])
    #expect(abs(try await value(.tvpi, sale) - 1.5) < 1e-12)
    let loss = SmallFund.text(
      law: SmallFund.fixed(2, years: 14), fund: ["life": "{term: 8 years, extension_count: 0, rest: write_off}"])
    #expect(try await value(.tvpi, loss) == 0)
    #expect(try await value(.irr, loss) == -1)
  }

  @Test("instalments call the same money earlier, and no more than is needed; net calls call less and return less")
  func calls() async throws {
    let law = SmallFund.fixed(2, years: 3)
    let instalments = SmallFund.text(
      law: law,
      fund: [
        "calls": "{method: instalments, offset: gross, first: 30 %, instalment: 20 %}", "idle_cash_spread": "-50 %",
      ])
    // 3, 2, 2 and then what the last five tickets cost.
    #expect(try await value(.paidIn, instalments) == 800_000_000)
    #expect(abs(try await value(.tvpi, instalments) - 2) < 1e-12)
    let net = SmallFund.text(law: law, fund: ["calls": "{method: as_needed, offset: net}"])
    // From quarter 12 on proceeds of 0.8 a quarter pay for tickets of 0.4.
    #expect(abs(try await value(.paidIn, net) - 480_000_000) < 1)
    #expect(abs(try await value(.distributed, net) - 1_280_000_000) < 1)
    #expect(try await value(.nav, net) == 0)
  }

  @Test("recycled proceeds buy further companies, up to the limit and no more than came in")
  func recycling() async throws {
    // 60 tickets of 0.2 are planned and 10 committed; from quarter 8 on 1.2 a quarter comes back.
    func paidAndBack(_ recycling: String, years: Double = 2) async throws -> (paid: Double, back: Double) {
      let text = SmallFund.text(
        law: SmallFund.fixed(2, years: years),
        fund: ["calls": "{method: as_needed, offset: gross, recycling: \(recycling)}"]
      ).replacing("tickets_per_year: [8]", with: "tickets_per_year: [12]")
      return (try await value(.paidIn, text), try await value(.distributed, text))
    }
    let none = try await paidAndBack("0 %")
    #expect(none == (1_000_000_000, 2_000_000_000))
    let some = try await paidAndBack("10 %")
    // One more was bought with 1 that was kept back; it brings 2.
    #expect(some == (1_000_000_000, 2_100_000_000))
    let all = try await paidAndBack("30 %")
    #expect(all == (1_000_000_000, 2_200_000_000))
    #expect(try await paidAndBack("30 %", years: 6) == none)
  }

  @Test("cash is given back when nothing is bought any more, less what fees will need")
  func idleCash() throws {
    let fund = [
      "starts": "2020-Q1", "opening": "{paid_in: 5 亿元, distributed: 0 元, cash: 5000 万元}",
      "idle_cash_spread": "-50 %",
      "fees":
        "{management: [{until: 8 years, base: committed, rate: 0.4 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}",
    ]
    let kernel = try KernelProbe.kernel(
      ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(1, years: 4), fund: fund)))
    let parties = kernel.plan.funds[0].parties
    func sum(_ quarter: Int, _ channel: (PartyPlan) -> Int) -> Int64 {
      parties.reduce(0) { $0 + kernel.ledger.amount(through: channel(kernel.plan.parties[$1]), in: quarter) }
    }
    // A fee of 100 万元 a quarter, this one and eleven more.
    #expect(sum(0, \.distribution) == 38_000_000 * 100)
    #expect((1..<60).allSatisfy { sum($0, \.distribution) == 0 })
    #expect((0..<60).allSatisfy { sum($0, \.call) == 0 })
    #expect(kernel.funds[0].cash == 0 && kernel.funds[0].feesPaid == 12_000_000 * 100)
  }

  @Test("an extension is taken while enough is left")
  func extensions() async throws {
    let life =
      "{term: 6 years, extension_length: 1 year, extension_count: 4, extension_threshold: 10 %, rest: write_off}"
    let text = SmallFund.text(law: SmallFund.fixed(2, years: 5), fund: ["life": life])
    #expect(abs(try await value(.tvpi, text) - 2) < 1e-12)
    let short = life.replacing("extension_count: 4", with: "extension_count: 1")
    let cut = SmallFund.text(law: SmallFund.fixed(2, years: 5), fund: ["life": short])
    // Year 7: the tickets of the first nine quarters have come back.
    #expect(abs(try await value(.tvpi, cut) - 2 * 18 / 40) < 1e-12)
  }
}
