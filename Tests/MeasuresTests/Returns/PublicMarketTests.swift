// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct PublicMarketTests {
  /// INSEAD, *Measuring Private Equity Fund Performance*, 2019, with more digits.
  static let insead = PublicMarketEquivalent(flows: [-25, 15, 0], index: [100, 115, 130], netAssetValue: 20)

  @Test func insead() throws {
    let fund = Self.insead
    #expect(abs(try #require(fund.kaplanSchoar) - 1.137123746) < 1e-9)
    #expect(abs(fund.longNickels.quantity - 15.54347826) < 1e-8)
    #expect(abs(try #require(fund.longNickels.rate.rate) - 0.14364633) < 1e-8)
    let plus = try #require(fund.plus)
    #expect(abs(plus.quantity - 0.737179487) < 1e-9)
    #expect(abs(try #require(plus.rate.rate) - 0.142516437) < 1e-9)
    #expect(abs(try #require(fund.directAlpha.rate) - 0.087572381) < 1e-9)
    #expect(abs(try #require(fund.logDirectAlpha) - 0.083948039) < 1e-8)
  }

  @Test func modifiedByHand() throws {
    // Index 100, 110, 121. Fund: pays in 100; then 30 out of 120; ends with 99.
    let fund = PublicMarketEquivalent(flows: [-100, 30, 0], index: [100, 110, 121], netAssetValue: 99)
    let result = fund.modified(netAssetValues: [100, 90, 99])
    // w = 30/120; the index investment is worth 110, gives 27.5, keeps 82.5, ends at 90.75: the index itself, 10 %.
    #expect(abs(result.quantity - 90.75) < 1e-12)
    #expect(abs(try #require(result.rate.rate) - 0.1) < 1e-12)
  }

  @Test("a fund that is the index has ratio 1 and alpha 0")
  func theIndexItself() throws {
    var random = FlowRandom(seed: 31)
    for _ in 0..<50 {
      var (index, level, held) = ([Double](), 100.0, 0.0)
      var (paid, received) = ([Double](), [Double]())
      for _ in 0..<20 {
        let growth = random.uniform(0.9, 1.15)
        level *= growth
        held *= growth
        let call = random.uniform(0, 10)
        let payout = 0.2 * held
        held += call - payout
        index.append(level)
        paid.append(call)
        received.append(payout)
      }
      let fund = PublicMarketEquivalent(
        contributions: paid, distributions: received, index: index, netAssetValue: held)
      #expect(abs(try #require(fund.kaplanSchoar) - 1) < 1e-12)
      #expect(abs(try #require(fund.directAlpha.rate)) < 1e-12)
      #expect(abs(fund.longNickels.quantity - held) < 1e-10)
      #expect(abs(try #require(fund.plus).quantity - 1) < 1e-12)
    }
  }

  @Test func theFastFormsAgree() throws {
    var random = FlowRandom(seed: 32)
    var solver = InternalRateSolver()
    for _ in 0..<100 {
      let flows = SolverLawTests.fundFlows(&random)
      var level = 1.0
      let index = flows.map { _ in
        level *= random.uniform(0.93, 1.1)
        return level
      }
      let value = random.uniform(0, 1e10)
      let fund = PublicMarketEquivalent(flows: flows, index: index, netAssetValue: value)
      let ratio = kaplanSchoar(
        contributions: fund.contributions.span, distributions: fund.distributions.span, index: index.span,
        netAssetValue: value)
      #expect(abs(try #require(ratio) - (try #require(fund.kaplanSchoar))) < 1e-12 * (try #require(ratio)))
      let alpha = solver.directAlpha(flows.span, index: index.span, netAssetValue: value)
      if alpha.status == .unique && fund.directAlpha.status == .unique {
        #expect(abs(try #require(alpha.rate) - (try #require(fund.directAlpha.rate))) < 1e-11)
      }
    }
  }

  @Test func nothingPaidIn() {
    let fund = PublicMarketEquivalent(flows: [0, 0], index: [1, 2], netAssetValue: 0)
    #expect(fund.kaplanSchoar == nil && fund.plus == nil)
    #expect(fund.directAlpha == .none && fund.logDirectAlpha == nil)
  }
}
