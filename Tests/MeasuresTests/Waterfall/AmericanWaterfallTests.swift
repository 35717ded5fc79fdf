// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Cases worked by hand.
@Suite struct AmericanWaterfallTests {
  static let terms = WaterfallTerms(hurdle: .compound(rate: 0.08, .annually), catchUp: 1, carry: 0.2)
  static let noHurdle = WaterfallTerms(hurdle: .none, catchUp: 0, carry: 0.2)

  static func million(_ amount: Double) -> Money { Money(nearestYuan: amount * 1e6) }

  /// Two deals of 100 each; after three years the first pays 300, the second 50 and no more.
  static func twoDeals(_ kind: FundWaterfall.Kind, _ safeguards: CarrySafeguards) -> FundWaterfall {
    var fund = FundWaterfall(kind, terms, safeguards)
    var (first, second) = (fund.newDeal(), fund.newDeal())
    fund.contribute(million(100), to: &first)
    fund.contribute(million(100), to: &second)
    fund.accrue(years: 3)
    first.accrue(years: 3)
    second.accrue(years: 3)
    _ = fund.distribute(million(300), from: &first)
    _ = fund.distribute(million(50), from: &second)
    fund.writeOff(million(50), of: &second)
    return fund
  }

  @Test("two deals: 40 deal by deal, 30 over the whole fund, 10 to give back")
  func clawback() {
    let whole = Self.twoDeals(.european, .none)
    #expect(whole.managerTotal == Self.million(30) && whole.investorsTotal == Self.million(320))
    var byDeal = Self.twoDeals(.american, CarrySafeguards(hasClawback: true))
    #expect(byDeal.managerTotal == Self.million(40))
    #expect(byDeal.settle().fromManager == Self.million(10))
    #expect(byDeal.managerTotal == Self.million(30) && byDeal.investorsTotal == Self.million(320))
    var unsecured = Self.twoDeals(.american, .none)
    #expect(unsecured.settle() == WaterfallSettlement() && unsecured.managerTotal == Self.million(40))
  }

  @Test("the tiers of the whole fund and of the first deal")
  func tiers() {
    var whole = EuropeanWaterfall(Self.terms)
    whole.contribute(Self.million(200))
    whole.accrue(years: 3)
    let all = whole.distribute(Self.million(350))
    #expect(all.preferred == Self.million(51.9424) && all.catchUpManager == Self.million(12.9856))
    var fund = AmericanWaterfall(Self.terms)
    var deal = fund.newDeal()
    fund.contribute(Self.million(100), to: &deal)
    fund.accrue(years: 3)
    deal.accrue(years: 3)
    let first = fund.distribute(Self.million(300), from: &deal)
    #expect(first.preferred == Self.million(25.9712) && first.catchUpManager == Self.million(6.4928))
    #expect(first.manager == Self.million(40))
  }

  @Test("a loss that comes first is made good before the manager shares")
  func lossCarriedForward() {
    var fund = AmericanWaterfall(Self.noHurdle)
    var deals = [fund.newDeal(), fund.newDeal(), fund.newDeal()]
    for deal in deals.indices { fund.contribute(Self.million(100), to: &deals[deal]) }
    fund.writeOff(Self.million(60), of: &deals[0])
    #expect(fund.carriedCapital == Self.million(60) && deals[0].unreturnedCapital == Self.million(40))
    // 100 of the deal, 60 carried, then 40 of gain.
    let second = fund.distribute(Self.million(200), from: &deals[1])
    #expect(second.returnOfCapital == Self.million(160) && second.manager == Self.million(8))
    // The rest of the first deal comes back after all: no gain. Writing off more than is left writes off nothing.
    #expect(fund.distribute(Self.million(40), from: &deals[0]).manager == .zero)
    fund.writeOff(Self.million(5), of: &deals[0])
    #expect(fund.carriedCapital == .zero)
    #expect(fund.distribute(Self.million(110), from: &deals[2]).manager == Self.million(2))
    #expect(fund.managerTotal == Self.million(10) && fund.investorsTotal == Self.million(340))
  }

  @Test("the preferred return of a loss goes on accruing until it is made good")
  func lossBearsTheHurdle() {
    var fund = AmericanWaterfall(WaterfallTerms(hurdle: .compound(rate: 0.1, .annually), catchUp: 1, carry: 0.2))
    var (lost, good) = (fund.newDeal(), fund.newDeal())
    fund.contribute(Self.million(100), to: &lost)
    fund.contribute(Self.million(100), to: &good)
    func year() {
      fund.accrue(years: 1)
      lost.accrue(years: 1)
      good.accrue(years: 1)
    }
    year()
    fund.writeOff(Self.million(50), of: &lost)
    #expect(lost.preferredOwed == 5e8)
    year()
    // Capital 100 + 50, preferred return 21 + 10.5, catch-up a quarter of it, the rest 80 to 20.
    let tiers = fund.distribute(Self.million(200), from: &good)
    #expect(tiers.returnOfCapital == Self.million(150) && tiers.preferred == Self.million(31.5))
    #expect(tiers.catchUpManager == Self.million(7.875) && tiers.manager == Self.million(10))
  }

  @Test("costs fall on realised deals by what they cost")
  func costs() {
    var fund = AmericanWaterfall(Self.noHurdle)
    var (small, large) = (fund.newDeal(), fund.newDeal())
    fund.contributeCosts(Self.million(8))
    fund.contribute(Self.million(100), to: &small)
    fund.contribute(Self.million(300), to: &large)
    // A quarter of the costs: 100 + 2, then 48 of gain.
    #expect(fund.distribute(Self.million(150), from: &small).manager == Self.million(9.6))
    // New costs and a follow-on into the realised deal: costs 16 · 200/500 = 6.4, of which 2 are back.
    fund.contributeCosts(Self.million(8))
    fund.contribute(Self.million(100), to: &small)
    let again = fund.distribute(Self.million(110), from: &small)
    #expect(again.returnOfCapital == Self.million(104.4) && again.manager == Self.million(1.12))
    // Interest of no deal pays the costs that are left: 9.6.
    let interest = fund.distribute(Self.million(10))
    #expect(interest.returnOfCapital == Self.million(9.6) && interest.manager == Self.million(0.08))
    #expect(fund.distribute(Self.million(300), from: &large).manager == .zero)
    #expect(fund.contributed == Self.million(516))
  }

  @Test("a deal that cost nothing lets all costs fall due")
  func freeShares() {
    var fund = AmericanWaterfall(Self.noHurdle)
    var gift = fund.newDeal()
    fund.contributeCosts(Self.million(5))
    #expect(fund.distribute(Self.million(15), from: &gift).manager == Self.million(2))
  }

  @Test("accounts made later compound with the fund")
  func laterDeal() {
    var fund = AmericanWaterfall(WaterfallTerms(hurdle: .compound(rate: 0.08, .annually), catchUp: 1, carry: 0.2))
    for _ in 0..<2 { fund.accrueQuarter() }
    var deal = fund.newDeal()
    fund.contribute(Self.million(100), to: &deal)
    for _ in 0..<4 {
      fund.accrueQuarter()
      deal.accrueQuarter()
    }
    // Half a year up to the year's end, which joins the balance, and half a year more.
    #expect(abs(deal.preferredOwed / 1e8 - (4 + 4.16)) < 1e-9)
  }

  @Test("the state of a fund and of a deal is plain data, which a run holds in columns")
  func plainData() {
    func size<State: BitwiseCopyable>(_ state: State.Type) -> Int { MemoryLayout<State>.stride }
    #expect(size(EuropeanWaterfall.self) <= 256 && size(FundWaterfall.self) <= 768 && size(DealAccount.self) <= 80)
    #expect(size(WaterfallPayment.self) == 64 && size(WaterfallSettlement.self) == 24)
  }
}
