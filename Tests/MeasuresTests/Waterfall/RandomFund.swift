// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Terms and flows of a fund at random, from a fixed seed.
struct RandomFund {
  /// What happens, in the order of time.
  enum Event {
    case time(years: Double)
    case contribution(Int64, deal: Int?)
    case cash(Int64, deal: Int?)
    case writeOff(Int64, deal: Int)
  }

  var terms: WaterfallTerms
  var dealCount: Int
  var events: [Event] = []

  /// A fund with at most so many deals.
  init(_ random: inout FlowRandom, deals most: Int = 4) {
    terms = Self.terms(&random)
    dealCount = 1 + random.below(most)
    // From a few fen to a hundred billion yuan.
    let scale = random.uniform(1, 13)
    func amount(_ random: inout FlowRandom, _ factor: Double) -> Int64 {
      Int64(Self.power(scale) * random.uniform() * factor)
    }
    let richness = random.uniform(0.2, 3)
    for step in 0..<(4 + random.below(12)) {
      let deal = random.below(dealCount)
      if step < 4 || random.below(3) == 0 { events.append(.contribution(amount(&random, 1), deal: deal)) }
      if random.below(4) == 0 { events.append(.contribution(amount(&random, 0.1), deal: nil)) }
      if random.below(2) == 0 { events.append(.cash(amount(&random, richness), deal: random.below(dealCount))) }
      if random.below(10) == 0 { events.append(.cash(amount(&random, 0.05), deal: nil)) }
      if random.below(5) == 0 { events.append(.writeOff(amount(&random, 1), deal: random.below(dealCount))) }
      events.append(.time(years: 0.25 * Double(1 + random.below(6))))
    }
  }

  static func terms(_ random: inout FlowRandom) -> WaterfallTerms {
    let rate = random.below(4) == 0 ? 0.08 : random.uniform(0, 0.15)
    let hurdles: [Hurdle] = [
      .none, .simple(rate: rate), .compound(rate: rate, .annually), .compound(rate: rate, .quarterly),
      .compound(rate: rate, .continuously),
    ]
    let carry = [0.2, random.uniform(0, 0.5), 0.1][random.below(3)]
    let catchUp = [0, 1, 0.5, random.uniform(carry, 1)][random.below(4)]
    return WaterfallTerms(
      hurdle: hurdles[random.below(hurdles.count)], catchUp: catchUp, carry: carry,
      catchUpEnd: random.below(3) == 0 ? .fixedGross : .parity, floor: random.below(3) == 0 ? .unbounded : .zero)
  }

  private static func power(_ exponent: Double) -> Double {
    var (result, rest) = (1.0, exponent)
    while rest >= 1 {
      result *= 10
      rest -= 1
    }
    return result * (1 + 9 * rest)
  }

  /// How many rounding steps may have accumulated.
  var flowCount: Int {
    events.count { if case .time = $0 { false } else { true } }
  }

  /// Runs all events, and hands over each payment with the cash.
  @discardableResult
  func run(
    _ kind: FundWaterfall.Kind, _ safeguards: CarrySafeguards = .none, terms own: WaterfallTerms? = nil,
    deal only: Int? = nil, each: (Int64, WaterfallPayment, FundWaterfall) -> Void = { _, _, _ in }
  ) -> FundWaterfall {
    var fund = FundWaterfall(kind, own ?? terms, safeguards)
    var deals = Array(repeating: fund.newDeal(), count: dealCount)
    for event in events {
      switch event {
      case .time(let years):
        fund.accrue(years: years)
        for deal in deals.indices { deals[deal].accrue(years: years) }
      case .contribution(let amount, let deal):
        if let deal = only ?? deal {
          fund.contribute(Money(fen: amount), to: &deals[deal])
        } else {
          fund.contribute(Money(fen: amount))
        }
      case .cash(let amount, let deal):
        let cash = Money(fen: amount)
        let payment =
          if let deal = only ?? deal { fund.distribute(cash, from: &deals[deal]) } else { fund.distribute(cash) }
        each(amount, payment, fund)
      case .writeOff(let amount, let deal): fund.writeOff(Money(fen: amount), of: &deals[only ?? deal])
      }
    }
    return fund
  }
}
