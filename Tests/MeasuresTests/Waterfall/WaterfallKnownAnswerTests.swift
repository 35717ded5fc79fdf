// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Cases with published answers.
@Suite struct WaterfallKnownAnswerTests {
  struct Deal: Sendable {
    var cost: Int64
    var proceeds: Int64
    var hurdle: Hurdle
    var investors: Int64
    var manager: Int64
  }

  static func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }

  @Test(
    "one deal, one period, full catch-up, carry 20 %",
    arguments: [
      Deal(cost: 1_000_000, proceeds: 1_500_000, hurdle: .simple(rate: 0.08), investors: 1_400_000, manager: 100_000),
      Deal(
        cost: 10_000_000, proceeds: 100_000_000, hurdle: .simple(rate: 0.08), investors: 82_000_000,
        manager: 18_000_000),
      Deal(cost: 1_000_000, proceeds: 1_090_000, hurdle: .simple(rate: 0.08), investors: 1_080_000, manager: 10_000),
      Deal(cost: 1_000_000, proceeds: 1_500_000, hurdle: .none, investors: 1_400_000, manager: 100_000),
      Deal(cost: 1_000_000, proceeds: 900_000, hurdle: .simple(rate: 0.08), investors: 900_000, manager: 0),
    ])
  func deal(deal: Deal) {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: deal.hurdle, catchUp: 1, carry: 0.2))
    fund.contribute(Self.yuan(deal.cost))
    fund.accrue(years: 1)
    let tiers = fund.distribute(Self.yuan(deal.proceeds))
    #expect(tiers.investors == Self.yuan(deal.investors))
    #expect(tiers.manager == Self.yuan(deal.manager))
    #expect(tiers.total == Self.yuan(deal.proceeds))
  }

  @Test(
    "100 called, 250 back after five years at 8 % compound",
    arguments: [Hurdle.Compounding.annually, .quarterly, .continuously], [true, false])
  func fiveYears(compounding: Hurdle.Compounding, byQuarter: Bool) {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: .compound(rate: 0.08, compounding), catchUp: 1, carry: 0.2))
    let unit: Int64 = 1_000_000_00
    fund.contribute(Money(fen: 100 * unit))
    for _ in 0..<20 { byQuarter ? fund.accrueQuarter() : fund.accrue(years: 0.25) }
    let tiers = fund.distribute(Money(fen: 250 * unit))
    #expect(tiers.returnOfCapital.fen == 100 * unit)
    #expect(abs(Double(tiers.preferred.fen) / Double(unit) - 46.93280768) < 1e-8)
    #expect(abs(Double(tiers.catchUpManager.fen) / Double(unit) - 11.73320192) < 1e-7)
    #expect(tiers.catchUpInvestors == .zero)
    #expect(abs(Double(tiers.splitInvestors.fen) / Double(unit) - 73.0671923) < 1e-6)
    #expect(abs(Double(tiers.splitManager.fen) / Double(unit) - 18.2667981) < 1e-6)
    #expect(tiers.investors.fen == 220 * unit && tiers.manager.fen == 30 * unit)
  }

  @Test("half a catch-up reaches parity")
  func partialCatchUp() {
    // P = 80,000 of preferred return: X = kP/(c−k) = 53,333.33, shared equally.
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: .simple(rate: 0.08), catchUp: 0.5, carry: 0.2))
    fund.contribute(Self.yuan(1_000_000))
    fund.accrue(years: 1)
    let tiers = fund.distribute(Self.yuan(1_500_000))
    #expect(tiers.preferred == Self.yuan(80_000))
    #expect((tiers.catchUpManager + tiers.catchUpInvestors).fen == 5_333_333)
    #expect(tiers.catchUpManager.fen == 2_666_666)
    #expect(tiers.manager == Self.yuan(100_000))
  }

  @Test("half a catch-up that ends at a fixed gross amount")
  func fixedGross() {
    // It ends when the manager has k/(1−k) · 80,000 = 20,000, of 40,000 in all: 16.7 % of the profit so far.
    var fund = EuropeanWaterfall(
      WaterfallTerms(hurdle: .simple(rate: 0.08), catchUp: 0.5, carry: 0.2, catchUpEnd: .fixedGross))
    fund.contribute(Self.yuan(1_000_000))
    fund.accrue(years: 1)
    let tiers = fund.distribute(Self.yuan(1_500_000))
    #expect(tiers.preferred == Self.yuan(80_000))
    #expect(tiers.catchUpManager == Self.yuan(20_000) && tiers.catchUpInvestors == Self.yuan(20_000))
    #expect(tiers.splitManager == Self.yuan(76_000) && tiers.splitInvestors == Self.yuan(304_000))
    // Later cash is all beyond the catch-up.
    #expect(fund.distribute(Self.yuan(100)).splitManager == Self.yuan(20))
  }

  @Test("the rule of 2011: capital first, then 20 % of the gain, without a hurdle (先回本后分利)")
  func ruleOf2011() {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: .none, catchUp: 0, carry: 0.2))
    fund.contribute(Self.yuan(60_000_000))
    fund.accrue(years: 3)
    fund.contribute(Self.yuan(40_000_000))
    fund.accrue(years: 3)
    let first = fund.distribute(Self.yuan(90_000_000))
    #expect(first.returnOfCapital == Self.yuan(90_000_000) && first.total == first.investors)
    let second = fund.distribute(Self.yuan(30_000_000))
    #expect(second.returnOfCapital == Self.yuan(10_000_000) && second.manager == Self.yuan(4_000_000))
    #expect(fund.investorsTotal == Self.yuan(116_000_000))
    // A loss: everything goes to the investors.
    var loss = EuropeanWaterfall(fund.terms)
    loss.contribute(Self.yuan(100))
    #expect(loss.distribute(Self.yuan(99)).investors == Self.yuan(99))
  }

  @Test("a catch-up share no greater than the carry is no catch-up", arguments: [0.0, 0.1, 0.2])
  func withoutParity(catchUp: Double) {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: .simple(rate: 0.08), catchUp: catchUp, carry: 0.2))
    fund.contribute(Self.yuan(1_000_000))
    fund.accrue(years: 1)
    let tiers = fund.distribute(Self.yuan(1_180_000))
    #expect(tiers.catchUpManager == .zero && tiers.catchUpInvestors == .zero)
    #expect(tiers.splitManager == Self.yuan(20_000))
  }

  @Test func nullTerms() {
    var fund = EuropeanWaterfall(.withoutCarry)
    fund.contribute(Self.yuan(10))
    fund.accrueQuarter()
    #expect(fund.distribute(Self.yuan(7)).returnOfCapital == Self.yuan(7))
    #expect(fund.distribute(Self.yuan(30)).investors == Self.yuan(30))
    #expect(fund.managerTotal == .zero && fund.investorsTotal == Self.yuan(37))
    #expect(fund.distribute(.zero) == WaterfallTiers())
  }

  @Test func carryOfEverything() {
    var fund = EuropeanWaterfall(WaterfallTerms(hurdle: .none, catchUp: 1, carry: 1))
    fund.contribute(Self.yuan(10))
    #expect(fund.distribute(Self.yuan(25)).manager == Self.yuan(15))
  }
}
