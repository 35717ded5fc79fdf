// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Escrow and clawback, worked by hand.
@Suite struct CarryAccountTests {
  static func million(_ amount: Double) -> Money { AmericanWaterfallTests.million(amount) }

  @Test("taxes on what was paid out are not given back")
  func netOfTax() {
    // 40 of carried interest, of which 10 % in escrow: 36 were paid out.
    var taxed = AmericanWaterfallTests.twoDeals(
      .american, CarrySafeguards(hasClawback: true, taxShare: 0.9, escrowShare: 0.1))
    // 10 are due; 4 come from the escrow, of the other 36 at most 10 %.
    let settlement = taxed.settle()
    #expect(settlement.fromEscrow == Self.million(4) && settlement.fromManager == Self.million(3.6))
    #expect(taxed.managerTotal == Self.million(32.4) && taxed.investorsTotal == Self.million(317.6))
  }

  @Test("the escrow pays first; without a clawback it alone pays")
  func escrow() {
    var ample = AmericanWaterfallTests.twoDeals(.american, CarrySafeguards(escrowShare: 0.3))
    // 12 were held; once the second deal has paid, 10 are due at most.
    #expect(ample.escrow == Self.million(10))
    let settlement = ample.settle()
    #expect(settlement.fromEscrow == Self.million(10) && settlement.released == .zero)
    #expect(settlement.fromManager == .zero && ample.managerTotal == Self.million(30))
    var late = AmericanWaterfallTests.twoDeals(.american, CarrySafeguards(escrowShare: 0.3, release: .end))
    #expect(late.escrow == Self.million(12) && late.settle().released == Self.million(2))
    #expect(late.managerTotal == Self.million(30))
    var small = AmericanWaterfallTests.twoDeals(.american, CarrySafeguards(escrowShare: 0.1))
    #expect(small.settle().toInvestors == Self.million(4) && small.managerTotal == Self.million(36))
  }

  @Test("escrow is released once nothing that is left could be lost to investors")
  func release() {
    func fund(_ release: CarrySafeguards.Release) -> (first: WaterfallPayment, second: WaterfallPayment) {
      var fund = FundWaterfall(
        .american, AmericanWaterfallTests.noHurdle, CarrySafeguards(escrowShare: 0.5, release: release))
      var (one, other) = (fund.newDeal(), fund.newDeal())
      fund.contribute(Self.million(100), to: &one)
      fund.contribute(Self.million(100), to: &other)
      return (
        fund.distribute(Self.million(200), from: &one), fund.distribute(Self.million(110), from: &other)
      )
    }
    // 20 of carried interest while the fund has no profit yet: half is held. Then the gain is certain.
    let early = fund(.wholeFund)
    #expect(early.first.held == Self.million(10) && early.first.released == .zero)
    #expect(early.second.held == Self.million(1) && early.second.released == Self.million(11))
    #expect(early.second.toManager == Self.million(12))
    #expect(fund(.end).second.released == .zero)
  }

  @Test("what investors lack of the hurdle is given back, at most all carried interest")
  func shortfall() {
    // 100 becomes 200 at once; 20 for the manager. Then 200 more is called, and 190 comes back after two years.
    var account = FundWaterfall(
      .european, WaterfallTerms(hurdle: .simple(rate: 0.1), catchUp: 1, carry: 0.2), CarrySafeguards(hasClawback: true))
    account.contribute(Self.million(100))
    #expect(account.distribute(Self.million(200)).toManager == Self.million(20))
    account.contribute(Self.million(200))
    account.accrue(years: 2)
    #expect(account.distribute(Self.million(190)).toManager == .zero)
    // Contributions 300, preferred return 40, investors have 370: nothing is lacking. The profit is 90, 18 the share.
    var ended = account
    #expect(ended.settle().fromManager == Self.million(2))
    // A further 100 that is lost: 440 against 370, so everything goes back.
    account.contribute(Self.million(100))
    #expect(account.settle().fromManager == Self.million(20) && account.managerTotal == .zero)
  }

  @Test("the hurdle of the whole fund may ask for more than the share of profit")
  func hurdleOfTheWhole() {
    // 100 becomes 200 at once; 20 for the manager. Then 1,000 is called, on which 500 of preferred return accrue.
    var fund = FundWaterfall(
      .european, WaterfallTerms(hurdle: .simple(rate: 0.1), catchUp: 1, carry: 0.2), CarrySafeguards(hasClawback: true))
    fund.contribute(Self.million(100))
    _ = fund.distribute(Self.million(200))
    fund.contribute(Self.million(1000))
    fund.accrue(years: 5)
    // Investors have 180 + 1,410 = 1,590 of 1,600. The profit is 510; 20 is less than a fifth of it.
    _ = fund.distribute(Self.million(1410))
    #expect(fund.settle().fromManager == Self.million(10))
    #expect(fund.managerTotal == Self.million(10) && fund.investorsTotal == Self.million(1600))
  }

  @Test("fractions of a fen that were rounded away are not lacking in the end")
  func fractions() {
    var fund = FundWaterfall(
      .european, WaterfallTerms(hurdle: .simple(rate: 0.08), catchUp: 1, carry: 0.2), CarrySafeguards(hasClawback: true)
    )
    for year in 0..<20 {
      fund.contribute(Money(fen: 105))
      fund.accrue(years: 1)
      // 8.4 are owed, 8 paid; the last time 3 fen are left for the catch-up.
      _ = fund.distribute(Money(fen: year < 19 ? 113 : 116))
    }
    #expect(fund.managerTotal.fen == 3 && fund.settle() == WaterfallSettlement())
  }

  @Test("the account itself: due at any time, as if what is left were worthless")
  func due() {
    var account = CarryAccount(AmericanWaterfallTests.noHurdle, CarrySafeguards(hasClawback: true))
    account.contribute(Self.million(100))
    #expect(account.due == .zero && account.shortfall == Self.million(100))
    var tiers = WaterfallTiers()
    tiers.splitInvestors = Self.million(80)
    tiers.splitManager = Self.million(20)
    #expect(account.take(tiers).toManager == Self.million(20))
    #expect(account.due == Self.million(20) && account.shortfall == Self.million(20))
    tiers.splitManager = .zero
    _ = account.take(tiers)
    // Profit 80: 16 is the manager's.
    #expect(account.due == Self.million(4) && account.shortfall == .zero)
  }
}
