// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

@Suite struct WaterfallHurdleTests {
  static func fund(_ hurdle: Hurdle) -> EuropeanWaterfall {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: hurdle, catchUp: 1, carry: 0.2))
    fund.contribute(Money(fen: 1_000_000))
    return fund
  }

  @Test func simpleInterestBearsNone() {
    var fund = Self.fund(.simple(rate: 0.08))
    for _ in 0..<40 { fund.accrueQuarter() }
    #expect(abs(fund.preferredOwed - 800_000) < 1e-6)
    // Capital comes back first; what is owed then stands still.
    #expect(fund.distribute(Money(fen: 1_000_000)).returnOfCapital.fen == 1_000_000)
    fund.accrue(years: 3)
    #expect(abs(fund.preferredOwed - 800_000) < 1e-6)
  }

  @Test func compoundInterestBearsInterestAfterTheCapitalIsBack() {
    var fund = Self.fund(.compound(rate: 0.08, .quarterly))
    for _ in 0..<4 { fund.accrueQuarter() }
    #expect(abs(fund.preferredOwed - 80_000) < 1e-6)
    _ = fund.distribute(Money(fen: 1_000_000))
    for _ in 0..<4 { fund.accrueQuarter() }
    #expect(abs(fund.preferredOwed - 86_400) < 1e-6)
  }

  @Test func withinAYearAnnualCompoundingIsSimple() {
    var annual = Self.fund(.compound(rate: 0.08, .annually))
    annual.accrue(years: 0.5)
    #expect(abs(annual.preferredOwed - 40_000) < 1e-6)
    annual.accrue(years: 1)
    #expect(abs(annual.preferredOwed - (80_000 + 43_200)) < 1e-6)
    var instant = Self.fund(.compound(rate: 0.08, .continuously))
    instant.accrue(years: 0.5)
    #expect(abs(instant.preferredOwed - 39_230.4845) < 1e-4)
  }

  @Test("the balance stops at zero and earlier gains do not offset later calls")
  func floor() {
    var fund = Self.fund(.compound(rate: 0.08, .quarterly))
    _ = fund.distribute(Money(fen: 5_000_000))
    #expect(fund.preferredOwed == 0 && fund.unreturnedCapital == .zero)
    fund.accrueQuarter()
    #expect(fund.preferredOwed == 0)
    fund.contribute(Money(fen: 1_000_000))
    for _ in 0..<4 { fund.accrueQuarter() }
    let tiers = fund.distribute(Money(fen: 1_100_000))
    #expect(tiers.returnOfCapital.fen == 1_000_000 && tiers.preferred.fen == 80_000)
    #expect(tiers.catchUpManager.fen == 20_000 && fund.managerTotal.fen == 820_000)
  }

  @Test(
    "the way to a year's end does not matter",
    arguments: [
      Hurdle.simple(rate: 0.07), .compound(rate: 0.07, .annually), .compound(rate: 0.07, .quarterly),
      .compound(rate: 0.07, .continuously),
    ])
  func steps(hurdle: Hurdle) {
    var (once, days, quarters) = (Self.fund(hurdle), Self.fund(hurdle), Self.fund(hurdle))
    once.accrue(years: 2)
    for _ in 0..<730 { days.accrue(years: 1.0 / 365) }
    for _ in 0..<8 { quarters.accrueQuarter() }
    #expect(abs(once.preferredOwed - days.preferredOwed) < 1e-5)
    #expect(abs(once.preferredOwed - quarters.preferredOwed) < 1e-5)
  }

  @Test func datedFlows() throws {
    func flow(_ date: String, call: Int64 = 0, cash: Int64 = 0) throws -> WaterfallFlow {
      WaterfallFlow(
        date: try #require(CalendarDate(iso: date)), contribution: Money(fen: call), distribution: Money(fen: cash))
    }
    let terms = WaterfallTerms(hurdle: .simple(rate: 0.08), catchUp: 1, carry: 0.2)
    var fund = DatedWaterfall(WaterfallAgreement(.european, [terms]))
    // Given out of order; the cash of a day finds the contribution of the same day.
    let tiers = fund.run([
      try flow("2024-01-01", cash: 2_000_000), try flow("2023-01-01", call: 900_000),
      try flow("2024-01-01", call: 100_000),
    ]).map(\.tiers)
    #expect(tiers[1] == WaterfallTiers() && tiers[2] == WaterfallTiers())
    #expect(tiers[0].returnOfCapital.fen == 1_000_000 && tiers[0].preferred.fen == 72_000)
    #expect(tiers[0].manager.fen == 200_000 && tiers[0].total.fen == 2_000_000)
    var none = DatedWaterfall(WaterfallAgreement(.european, [terms]))
    #expect(none.run([]).isEmpty)
  }

  @Test("without a floor, gains count towards the preferred return on later contributions")
  func noFloor() {
    func fund(_ floor: WaterfallTerms.BalanceFloor, _ hurdle: Hurdle) -> EuropeanWaterfall {
      var fund = EuropeanWaterfall(WaterfallTerms(hurdle: hurdle, catchUp: 0, carry: 0.2, floor: floor))
      fund.contribute(Money(fen: 1_000_000))
      // 1,000,000 of capital, and 80 % of 1,000,000.
      _ = fund.distribute(Money(fen: 2_000_000))
      fund.contribute(Money(fen: 1_000_000))
      for _ in 0..<4 { fund.accrueQuarter() }
      return fund
    }
    let yearly = Hurdle.compound(rate: 0.1, .quarterly)
    #expect(abs(fund(.zero, yearly).preferredOwed - 100_000) < 1e-6)
    // What is owed in all is (1,000,000 − 800,000) · 1.1 = 220,000, which the capital covers.
    var credited = fund(.unbounded, yearly)
    #expect(abs(credited.preferredOwed + 780_000) < 1e-6)
    let tiers = credited.distribute(Money(fen: 1_500_000))
    #expect(tiers.returnOfCapital.fen == 1_000_000 && tiers.preferred == .zero && tiers.splitManager.fen == 100_000)
    // Simple interest is on capital only; the credit bears none.
    #expect(abs(fund(.unbounded, .simple(rate: 0.1)).preferredOwed + 700_000) < 1e-6)
  }
}
