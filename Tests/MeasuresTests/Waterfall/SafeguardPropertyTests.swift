// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Laws of escrow and clawback, and changes that change nothing, on funds at random from fixed seeds.
@Suite struct SafeguardPropertyTests {
  static let count = WaterfallPropertyTests.count

  @Test("a clawback restores the agreed split", arguments: WaterfallPropertyTests.kinds)
  func clawback(kind: FundWaterfall.Kind) {
    var random = FlowRandom(seed: 71)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      var fund = about.run(kind, CarrySafeguards(hasClawback: true))
      let before = fund.managerTotal.fen
      let settlement = fund.settle()
      let profit = fund.investorsTotal.fen + fund.managerTotal.fen - fund.contributed.fen
      let agreed = Int64(max(0, about.terms.carry * Double(profit) * (1 + 0x1p-51)))
      #expect(fund.managerTotal.fen <= agreed)
      #expect(settlement.fromManager.fen == before - fund.managerTotal.fen && settlement.fromEscrow == .zero)
    }
  }

  /// An upper limit of what investors lack of contributions and preferred return: interest on all contributions for all
  /// the time, as if nothing had been paid back.
  private static func lacking(_ about: RandomFund, _ contributed: Int64, investors: Int64) -> Int64 {
    let years = about.events.reduce(0.0) { if case .time(let years) = $1 { $0 + years } else { $0 } }
    var owed = Double(contributed)
    for _ in 0..<Int(years + 1) { owed *= 1 + about.terms.hurdle.rate }
    return Int64(owed) - investors
  }

  @Test("where the hurdle is met and the catch-up full, the manager ends with its share to the fen")
  func exactly() {
    var random = FlowRandom(seed: 72)
    var (clawed, kept) = (0, 0)
    for _ in 0..<Self.count {
      var about = RandomFund(&random)
      about.terms = WaterfallTerms(
        hurdle: about.terms.hurdle, catchUp: 1, carry: about.terms.carry, floor: about.terms.floor)
      var fund = about.run(.american, CarrySafeguards(hasClawback: true))
      let before = fund.managerTotal.fen
      _ = fund.settle()
      let profit = fund.investorsTotal.fen + fund.managerTotal.fen - fund.contributed.fen
      let agreed = Int64(max(0, about.terms.carry * Double(profit) * (1 + 0x1p-51)))
      guard Self.lacking(about, fund.contributed.fen, investors: fund.investorsTotal.fen) <= 0, before >= agreed else {
        continue
      }
      #expect(fund.managerTotal.fen == agreed)
      clawed += before > agreed ? 1 : 0
      kept += before == agreed ? 1 : 0
    }
    #expect(clawed > 100 && kept > 50)
  }

  @Test("escrow changes when the manager is paid, never who has what in the end")
  func escrow() {
    var random = FlowRandom(seed: 73)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      let kind = WaterfallPropertyTests.kinds[random.below(2)]
      var plain = about.run(kind, CarrySafeguards(hasClawback: true))
      let share = random.uniform()
      var held = about.run(
        kind, CarrySafeguards(hasClawback: true, escrowShare: share, release: random.below(2) == 0 ? .end : .wholeFund))
      _ = plain.settle()
      _ = held.settle()
      #expect(plain.investorsTotal == held.investorsTotal && plain.managerTotal == held.managerTotal)
      #expect(held.escrow == .zero)
    }
  }

  @Test("one deal with all flows in it is a whole fund; an escrow of nothing is none")
  func nullChanges() {
    var random = FlowRandom(seed: 74)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      // Losses of the only deal have nothing to be made good from but itself.
      var (whole, byDeal, secured): ([WaterfallPayment], [WaterfallPayment], [WaterfallPayment]) = ([], [], [])
      about.run(.european) { _, payment, _ in whole.append(payment) }
      var single = about
      single.events.removeAll { if case .writeOff = $0 { true } else { false } }
      single.run(.american, deal: 0) { _, payment, _ in byDeal.append(payment) }
      about.run(.european, CarrySafeguards(hasClawback: true, escrowShare: 0, release: .end)) { _, payment, _ in
        secured.append(payment)
      }
      #expect(whole == byDeal)
      #expect(whole == secured)
    }
  }

  @Test("both ends of a full catch-up are the same to a fen a flow")
  func fullCatchUp() {
    var random = FlowRandom(seed: 75)
    for _ in 0..<Self.count {
      let about = RandomFund(&random)
      let ends = [WaterfallTerms.CatchUpEnd.parity, .fixedGross].map { end in
        about.run(
          .european,
          terms: WaterfallTerms(
            hurdle: about.terms.hurdle, catchUp: 1, carry: about.terms.carry, catchUpEnd: end, floor: .zero)
        ).managerTotal.fen
      }
      #expect(abs(ends[0] - ends[1]) <= Int64(about.flowCount))
    }
  }

  @Test("a fund that has all its contributions before its first cash has nothing to give back")
  func europeanKeeps() {
    var random = FlowRandom(seed: 76)
    for _ in 0..<Self.count {
      var about = RandomFund(&random)
      let calls = about.events.filter { if case .contribution = $0 { true } else { false } }
      about.events.removeAll { if case .contribution = $0 { true } else { false } }
      about.events = calls + about.events
      var fund = about.run(.european, CarrySafeguards(hasClawback: true))
      #expect(fund.settle().toInvestors.fen == 0)
    }
  }
}
