// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

@Suite struct WaterfallLawTests {
  struct Case: Sendable {
    var hurdle: Hurdle
    var catchUp: Double
    var carry: Double
  }

  static let cases: [Case] = [
    Case(hurdle: .compound(rate: 0.08, .quarterly), catchUp: 1, carry: 0.2),
    Case(hurdle: .compound(rate: 0.06, .continuously), catchUp: 0.5, carry: 0.15),
    Case(hurdle: .compound(rate: 0.08, .quarterly), catchUp: 0, carry: 0.2),
    Case(hurdle: .none, catchUp: 1, carry: 0.29),
    Case(hurdle: .none, catchUp: 0, carry: 0.1),
    Case(hurdle: .compound(rate: 0.1, .quarterly), catchUp: 0.25, carry: 0.2),
  ]

  /// Calls for 20 quarters, cash at random afterwards and sometimes before.
  static func flows(_ random: inout FlowRandom) -> [(call: Int64, cash: Int64)] {
    let richness = random.uniform(0.2, 3)
    return (0..<60).map { quarter in
      let call = quarter < 20 || random.below(8) == 0 ? Int64(random.uniform(0, 5e9)) : 0
      let cash = random.below(3) == 0 ? Int64(random.uniform(0, 6e9) * richness) : 0
      return (call, cash)
    }
  }

  static func start(_ terms: Case) -> EuropeanWaterfall {
    EuropeanWaterfall(WaterfallTerms(hurdle: terms.hurdle, catchUp: terms.catchUp, carry: terms.carry))
  }

  @Test("agrees with a slow version in real numbers", arguments: cases)
  func slow(terms: Case) {
    var random = FlowRandom(seed: 51)
    for _ in 0..<50 {
      var fund = Self.start(terms)
      var slow = SlowWaterfall(hurdle: terms.hurdle.rate, catchUp: terms.catchUp, carry: terms.carry)
      let growth = (1 + terms.hurdle.rate).squareRoot().squareRoot()
      for flow in Self.flows(&random) {
        fund.accrueQuarter()
        fund.contribute(Money(fen: flow.call))
        _ = fund.distribute(Money(fen: flow.cash))
        slow.quarter(growth: growth, call: Double(flow.call), cash: Double(flow.cash))
        #expect(abs(Double(fund.managerTotal.fen) - slow.manager) < 40)
        #expect(abs(Double(fund.investorsTotal.fen) - slow.investors) < 40)
        #expect(abs(fund.preferredOwed + Double(fund.unreturnedCapital.fen) - slow.balance) < 40)
      }
    }
  }

  @Test("sums are exact, parts not negative, and the manager never above its share", arguments: cases)
  func bounds(terms: Case) {
    var random = FlowRandom(seed: 52)
    for _ in 0..<50 {
      var fund = Self.start(terms)
      for flow in Self.flows(&random) {
        fund.accrueQuarter()
        fund.contribute(Money(fen: flow.call))
        let before = fund.managerTotal
        let tiers = fund.distribute(Money(fen: flow.cash))
        #expect(tiers.total.fen == flow.cash)
        let parts = [
          tiers.returnOfCapital, tiers.preferred, tiers.catchUpInvestors, tiers.catchUpManager, tiers.splitInvestors,
          tiers.splitManager,
        ]
        #expect(parts.allSatisfy { $0.fen >= 0 })
        #expect(fund.managerTotal == before + tiers.manager)
        let profit = (fund.investorsTotal + fund.managerTotal - fund.contributed).fen
        if tiers.manager.fen > 0 { #expect(Double(fund.managerTotal.fen) <= terms.carry * Double(profit) + 1e-3) }
      }
    }
  }

  @Test("a fen more of cash never gives anybody less", arguments: cases)
  func monotone(terms: Case) {
    var random = FlowRandom(seed: 53)
    for _ in 0..<5 {
      var fund = Self.start(terms)
      // Small amounts, so that every border between tiers is crossed fen by fen.
      for _ in 0..<6 {
        fund.contribute(Money(fen: Int64(random.below(300))))
        fund.accrue(years: random.uniform(0, 2))
        var earlier = WaterfallTiers()
        for cash in 0..<600 {
          var copy = fund
          let tiers = copy.distribute(Money(fen: Int64(cash)))
          #expect(tiers.investors >= earlier.investors && tiers.manager >= earlier.manager)
          #expect(tiers.total.fen == Int64(cash))
          earlier = tiers
        }
        _ = fund.distribute(Money(fen: Int64(random.below(600))))
      }
    }
  }

  @Test("after full catch-up the manager has its share of the whole profit")
  func identity() {
    var random = FlowRandom(seed: 54)
    for _ in 0..<50 {
      var fund = Self.start(Self.cases[0])
      for flow in Self.flows(&random) {
        fund.accrueQuarter()
        fund.contribute(Money(fen: flow.call))
        let tiers = fund.distribute(Money(fen: flow.cash))
        guard tiers.splitInvestors.fen > 0 else { continue }
        let profit = (fund.investorsTotal + fund.managerTotal - fund.contributed).fen
        #expect(fund.managerTotal.fen == profit / 5)
      }
    }
  }

  @Test("cash in two parts on one day is at most a fen from cash in one", arguments: cases)
  func parts(terms: Case) {
    var random = FlowRandom(seed: 55)
    var (whole, parts) = (Self.start(terms), Self.start(terms))
    for _ in 0..<60 {
      let call = Money(fen: Int64(random.uniform(0, 1e9)))
      let (one, other) = (Int64(random.uniform(0, 1e9)), Int64(random.uniform(0, 1e9)))
      whole.accrueQuarter()
      parts.accrueQuarter()
      whole.contribute(call)
      parts.contribute(call)
      _ = whole.distribute(Money(fen: one + other))
      _ = parts.distribute(Money(fen: one))
      _ = parts.distribute(Money(fen: other))
      #expect(abs((whole.managerTotal - parts.managerTotal).fen) <= 60)
    }
  }
}
