// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Laws that hold for any terms and any flows, on funds at random from fixed seeds.
@Suite struct WaterfallPropertyTests {
  static let kinds = [FundWaterfall.Kind.european, .american]
  static let count = 12_000

  static func safeguards(_ random: inout FlowRandom) -> CarrySafeguards {
    CarrySafeguards(
      hasClawback: random.below(4) > 0, taxShare: random.below(2) == 0 ? 0 : random.uniform(0, 0.5),
      escrowShare: random.below(3) == 0 ? 0 : random.uniform(0, 1), release: random.below(2) == 0 ? .end : .wholeFund)
  }

  @Test("sums conserve to the fen, and no part is negative", arguments: kinds)
  func conservation(kind: FundWaterfall.Kind) {
    var random = FlowRandom(seed: 61)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      var (cash, investors, paid, escrow): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
      var isSound = true
      var fund = about.run(kind, Self.safeguards(&random)) { amount, payment, fund in
        let tiers = payment.tiers
        let parts = [
          tiers.returnOfCapital, tiers.preferred, tiers.catchUpInvestors, tiers.catchUpManager, tiers.splitInvestors,
          tiers.splitManager, payment.held, payment.released,
        ]
        cash += amount
        investors += tiers.investors.fen
        paid += payment.toManager.fen
        escrow += (payment.held - payment.released).fen
        isSound =
          isSound && tiers.total.fen == amount && parts.allSatisfy { $0 >= .zero } && fund.escrow.fen == escrow
          && tiers.manager >= payment.held
      }
      let end = fund.settle()
      #expect(isSound && end.fromEscrow.fen + end.released.fen == escrow && end.fromManager >= .zero)
      #expect(fund.investorsTotal.fen == investors + end.toInvestors.fen)
      #expect(fund.managerTotal.fen == paid + (end.released - end.fromManager).fen)
      #expect(fund.investorsTotal.fen + fund.managerTotal.fen == cash && fund.managerTotal >= .zero)
    }
  }

  @Test("investors get what an independent computation in real numbers says, less a fen a flow", arguments: kinds)
  func independent(kind: FundWaterfall.Kind) {
    var random = FlowRandom(seed: 62)
    for _ in 0..<Self.count {
      var about = RandomFund(&random)
      switch about.terms.hurdle {
      case .compound(let rate, _):
        about.terms = WaterfallTerms(
          hurdle: .compound(rate: rate, .continuously), catchUp: about.terms.catchUp, carry: about.terms.carry,
          catchUpEnd: about.terms.catchUpEnd, floor: about.terms.floor)
      case .none, .simple: break
      }
      var slow = SlowFund(about.terms, isByDeal: kind == .american, deals: about.dealCount)
      slow.run(about.events)
      let fund = about.run(kind)
      let difference = Double(fund.investorsTotal.fen) - slow.investors
      // Doubles of the slow version carry some 1e-11 of the amounts.
      let noise = 1e-11 * (slow.investors + slow.manager + slow.paidIn)
      let allowed = Double(about.flowCount) + noise
      guard difference > -allowed && difference < allowed else {
        Issue.record("\(about): \(difference)")
        return
      }
    }
  }

  @Test("the manager never has more than its share of the gains that were realised", arguments: kinds)
  func bound(kind: FundWaterfall.Kind) {
    var random = FlowRandom(seed: 63)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      let k = about.terms.carry
      var (gains, manager, preferred, split): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
      about.run(kind) { _, payment, fund in
        let tiers = payment.tiers
        gains += (tiers.total - tiers.returnOfCapital).fen
        manager += tiers.manager.fen
        preferred += tiers.preferred.fen
        split += (tiers.splitManager + tiers.splitInvestors).fen
        let most = k * Double(gains)
        #expect(Double(manager) <= most * (1 + 1e-15) + 1e-3)
        if about.terms.catchUpEnd == .fixedGross || about.terms.catchUp == 0 {
          let bound = (about.terms.catchUp > 0 ? k / (1 - k) * Double(preferred) : 0) + k * Double(split)
          #expect(Double(manager) <= bound * (1 + 1e-15) + 1e-3)
        }
      }
    }
  }

  @Test("a fen more of cash gives nobody less, a settlement after it included", arguments: kinds)
  func monotone(kind: FundWaterfall.Kind) {
    var random = FlowRandom(seed: 64)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      let safeguards = Self.safeguards(&random)
      var fund = about.run(kind, safeguards)
      var deal = fund.newDeal()
      fund.contribute(Money(fen: Int64(random.below(200))), to: &deal)
      let cash = random.below(2) == 0 ? Int64(random.below(400)) : Int64(random.uniform(0, 1e11))
      var (less, more, account) = (fund, fund, deal)
      let one = less.distribute(Money(fen: cash), from: &account)
      let other = more.distribute(Money(fen: cash + 1), from: &deal)
      #expect(other.tiers.investors >= one.tiers.investors && other.tiers.manager >= one.tiers.manager)
      #expect(other.toManager >= one.toManager)
      _ = less.settle()
      _ = more.settle()
      #expect(more.investorsTotal >= less.investorsTotal && more.managerTotal >= less.managerTotal)
    }
  }
}
