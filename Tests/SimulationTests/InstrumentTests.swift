// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Claims on companies whose cash flows can be worked out by hand: two companies of 2000 万元 a quarter for five years, 40 in
/// all; the lending rate is 3 %, nothing is discounted.
@Suite struct InstrumentTests {
  static let outputs = "outputs: {replicate_entities: [funds, public_money, instruments, all]}\n"

  static func design(
    _ instruments: String, law: String = SmallFund.fixed(2, years: 4), fund: [String: String] = [:],
    sets: [String] = [], outputs: String = InstrumentTests.outputs
  ) throws -> ResolvedDesign {
    try ScenarioWorkshop.written(
      SmallFund.text(law: law, fund: fund, extra: "instruments:\n\(instruments)\n" + outputs), sets)
  }

  static func instrument(_ id: String = "i", _ parts: String, pool: String = "funds: [fund]", payer: String = "city")
    -> String
  {
    "  \(id): {name: {en: I, zh: 工具}, payer: \(payer), pool: {\(pool)}, \(parts)}"
  }

  static func values(
    _ outcome: DesignOutcome, _ metric: HeadlineMetric, _ entity: String = "instrument/i"
  ) throws -> [Double] {
    let position = try #require(outcome.wants.headline.firstIndex(of: metric))
    let row = try #require(outcome.labels.entities.firstIndex(of: outcome.labels.prefix + entity))
    return outcome.column(entity: row, metric: position)
  }

  static func outcome(_ design: ResolvedDesign, count: Int = 3) async throws -> DesignOutcome {
    try await Ensemble([design]).run(count: count, width: 1)[0]
  }

  /// Checks numbers in 万元 on every replicate, and that all accounts balance.
  private func expect(
    _ design: ResolvedDesign, _ wanted: [(HeadlineMetric, String, Double)],
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await Self.outcome(design)
    for (metric, entity, value) in wanted {
      let scale = metric.about.unit == "CNY" ? 1e4 : 1
      let found = try Self.values(outcome, metric, entity)
      #expect(
        found.allSatisfy { abs($0 / scale - value) < 1e-6 }, "\(metric.name) \(entity): \(found)",
        sourceLocation: location)
    }
    #expect(outcome.imbalances.allSatisfy { $0 == 0 }, sourceLocation: location)
  }

  private static let loan =
    "size: {by: ticket, times: 0.5}, spread: 1 %, term: 2 years, grace: 1 year, recovery: 30 %, recovery_delay: 1 year"

  /// 1000 万元 at 4 %: five quarters of 10 万元, then 7.5, 5, 2.5. Of 4 % the city takes 1.5 points over: 3/8 of the interest.
  @Test("a subsidised bank loan")
  func loan() async throws {
    let text = Self.instrument("i", "credit: {\(Self.loan), subsidy: {cut: 1.5 %, lasts: 2 years}}")
    let design = try Self.design(text)
    let subsidies = 40 * 65 * 3.0 / 8
    try await expect(
      design,
      [
        (.supportedCompanies, "instrument/i", 40), (.creditDrawn, "instrument/i", 40_000),
        (.creditPeak, "instrument/i", 2 * 6500), (.creditDefaults, "instrument/i", 0),
        (.instrumentPaid, "instrument/i", subsidies), (.instrumentReceived, "instrument/i", 0),
        (.instrumentPresentValue, "instrument/i", -subsidies), (.subsidiesPaid, "public/city", subsidies),
        (.creditLeverage, "instrument/i", 40_000 / subsidies), (.chainCredit, "all", 40_000),
        (.outlay, "public/city", 32_000 + subsidies),
      ])
    let kernel = try KernelProbe.kernel(design)
    #expect(kernel.claims.count == 40)
    for number in kernel.claims.indices {
      let claim = kernel.claims[number]
      #expect(claim.interest == 65_000_000 && claim.repaid == 1_000_000_000 && claim.outstanding == 0)
    }
  }

  @Test("a subsidy ends with its time and at its most, never above the rate")
  func subsidyLimits() async throws {
    func paid(_ subsidy: String) async throws -> Double {
      let design = try Self.design(Self.instrument("i", "credit: {\(Self.loan), subsidy: {\(subsidy)}}"))
      return try Self.values(try await Self.outcome(design), .subsidiesPaid, "public/city")[0] / 4e5
    }
    #expect(abs(try await paid("cut: 1 %, lasts: 1 year") - 10) < 1e-9)
    #expect(abs(try await paid("cut: 9 %, lasts: 5 years") - 65) < 1e-9)
    #expect(abs(try await paid("cut: 9 %, lasts: 5 years, most: 22 万元") - 22) < 1e-9)
  }

  /// Everybody fails a year after the entry, with 1000 万元 outstanding, three quarters of fees paid; 30 % comes back a year
  /// later.
  @Test("a default, its compensation by parts and its recovery")
  func guarantee() async throws {
    let guarantee =
      "guarantee: {institution: 30 %, re_guarantor: 50 %, fee: 1 %, re_fee: 0.5 %, cap: 100 %, leverage: 10}"
    let design = try Self.design(
      Self.instrument("i", "credit: {\(Self.loan), \(guarantee)}"), law: SmallFund.fixed(0.1, years: 1))
    let compensated = 12_000.0
    let fees = 40 * 7.5
    let reFees = 40 * 1.875
    try await expect(
      design,
      [
        (.creditDefaults, "instrument/i", 40), (.creditDefaulted, "instrument/i", 40_000),
        (.compensationPaid, "public/city", compensated), (.compensationPaid, "public/province", 20_000),
        (.guaranteeFees, "public/city", fees - reFees), (.guaranteeFees, "public/province", reFees),
        (.instrumentReceipts, "public/city", 0.3 * compensated), (.instrumentReceipts, "public/province", 6000),
        (.instrumentPaid, "instrument/i", 32_000), (.instrumentReceived, "instrument/i", 9600 + fees),
        (.guaranteeLiability, "public/city", 0.3 * 8000), (.guaranteeLiability, "public/province", 0.5 * 8000),
        (.netPresentValue, "public/province", 6000 + reFees - 20_000),
      ])
  }

  @Test("compensation stops at its cap over the loans granted so far, the bank bears the rest")
  func cap() async throws {
    let guarantee = "guarantee: {institution: 30 %, re_guarantor: 50 %, fee: 0 %, re_fee: 0 %, cap: 10 %, leverage: 10}"
    let design = try Self.design(
      Self.instrument("i", "credit: {\(Self.loan), \(guarantee)}"), law: SmallFund.fixed(0.1, years: 1))
    try await expect(
      design,
      [
        (.compensationPaid, "public/city", 1500), (.compensationPaid, "public/province", 2500),
        (.instrumentPaid, "instrument/i", 4000),
      ])
    var kernel = try KernelProbe.kernel(design)
    kernel.run(replicate: 0)
    var granted: Int64 = 0
    var paid: Int64 = 0
    for quarter in 0..<60 {
      for claim in kernel.claims.indices where kernel.claims[claim].quarter == quarter {
        granted += kernel.claims[claim].drawn
      }
      for claim in kernel.claims.indices where kernel.claims[claim].defaultQuarter == quarter {
        paid += kernel.claims[claim].compensated + kernel.claims[claim].reCompensated
      }
      #expect(Double(paid) <= 0.1 * Double(granted) + 1)
    }
  }

  /// At most 7000 万元 outstanding: two new loans of 1000 万元 a quarter fill it after four quarters.
  @Test("a guarantee institution's capital limits what is outstanding")
  func leverage() async throws {
    let guarantee = "guarantee: {institution: 30 %, re_guarantor: 50 %, capital: 700 万元, leverage: 10}"
    let outcome = try await Self.outcome(try Self.design(Self.instrument("i", "credit: {\(Self.loan), \(guarantee)}")))
    #expect(try Self.values(outcome, .creditPeak).allSatisfy { $0 == 7e7 })
    let drawn = try Self.values(outcome, .creditDrawn)
    #expect(drawn.allSatisfy { $0 > 7e7 && $0 < 4e8 })
  }

  @Test("a ceiling admits those that come first, a window those that come in it, and stages those of it")
  func pools() async throws {
    func supported(_ more: String, pool: String = "funds: [fund]") async throws -> Double {
      let text = Self.instrument("i", "grant: {size: {by: fixed, amount: 100 万元}}\(more)", pool: pool)
      return try Self.values(try await Self.outcome(try Self.design(text)), .supportedCompanies)[0]
    }
    #expect(try await supported("") == 40)
    #expect(try await supported(", ceiling: 1050 万元") == 10)
    #expect(try await supported(", first: 2026-Q1, last: 2026-Q2") == 4)
    #expect(try await supported("", pool: "streams: [any], stages: [seed], sectors: [all]") == 40)
    #expect(try await supported("", pool: "streams: [any], stages: [b]") == 0)
    #expect(try await supported("", pool: "streams: [any], only_local: true") == 0)
    #expect(try await supported("", pool: "streams: [any], only_hard_tech: true") == 0)
  }

  @Test("a share of a pool is admitted company by company, more of them where the share is larger")
  func share() async throws {
    func admitted(_ share: String) throws -> Set<Int> {
      let text = Self.instrument(
        "i", "grant: {size: {by: fixed, amount: 100 万元}}", pool: "funds: [fund], share: \(share)")
      let kernel = try KernelProbe.kernel(try Self.design(text), replicate: 7)
      var companies: Set<Int> = []
      for claim in kernel.claims.indices { companies.insert(kernel.claims[claim].company) }
      return companies
    }
    let (some, more) = (try admitted("30 %"), try admitted("60 %"))
    #expect(some.isStrictSubset(of: more) && (5...20).contains(some.count) && (15...33).contains(more.count))
  }

  /// The award of 50 万元 brings 500 万元 of credit; in kind 1000 万元 appraised, worth 900, return twice the appraised value
  /// after four years; rent of 4 % on 500 万元 is forgone for a year, 5 万元 a quarter.
  @Test("award amplified into credit, land for shares, rent relief")
  func others() async throws {
    let text = [
      Self.instrument(
        "award", "grant: {size: {by: fixed, amount: 50 万元}}, credit: {size: {by: grant, times: 10}}", payer: "county"),
      Self.instrument(
        "land",
        "contribution: {asset: land, size: {by: ticket, times: 0.5}, for: shares, worth: 0.9, returned: 60 %}"),
      Self.instrument(
        "rent",
        "contribution: {asset: factory, size: {by: fixed, amount: 500 万元}, for: rent_relief, rent: 4 %, lasts: 1 year}"),
    ].joined(separator: "\n")
    try await expect(
      try Self.design(text),
      [
        (.creditDrawn, "instrument/award", 20_000), (.instrumentPaid, "instrument/award", 2000),
        (.creditLeverage, "instrument/award", 10), (.grantsPaid, "public/county", 2000),
        (.instrumentPaid, "instrument/land", 36_000), (.instrumentReceived, "instrument/land", 80_000),
        (.instrumentPaid, "instrument/rent", 800), (.grantsPaid, "public/city", 36_800),
        (.instrumentReceipts, "public/city", 80_000),
      ])
    try await expect(
      try Self.design(text, law: SmallFund.fixed(0.2, years: 0.5)),
      [
        (.instrumentReceived, "instrument/land", 40 * (900 * 0.6 + 200)), (.instrumentPaid, "instrument/rent", 40 * 5),
        (.creditDefaults, "instrument/award", 40),
      ])
  }

  @Test("a public loan comes back, what is left of it at the end is counted")
  func publicLoan() async throws {
    let text = Self.instrument(
      "i", "credit: {lender: payer, size: {by: ticket, times: 0.5}, spread: -3 %, term: 30 years, grace: 29 years}")
    try await expect(
      try Self.design(text, law: SmallFund.fixed(2, years: 14.5)),
      [
        (.publicLoans, "public/city", 40_000), (.instrumentPaid, "instrument/i", 40_000),
        // Those of the first two quarters leave within the 15 years of the grid.
        (.instrumentReceived, "instrument/i", 4000), (.instrumentValue, "instrument/i", 36_000),
        (.instrumentPresentValue, "instrument/i", 0),
      ])
  }

  /// A warrant on 35 % of 1000 万元 at a tenth above the entry: 350 (2 / 1.1 − 1).
  @Test("a warrant brings what the shares exceed its price by")
  func warrant() async throws {
    let text = Self.instrument(
      "i", "credit: {lender: payer, \(Self.loan), warrant: {coverage: 35 %, premium: 10 %}}")
    let design = try Self.design(text)
    let kernel = try KernelProbe.kernel(design)
    for claim in kernel.claims.indices { #expect(kernel.claims[claim].warrant == 286_363_636) }
    #expect(try KernelProbe.isBalanced(design))
  }
}
