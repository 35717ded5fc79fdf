// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Terms by class of investors, over dated flows.
@Suite struct ClassTermsTests {
  static let fund = WaterfallTerms(hurdle: .compound(rate: 0.08, .annually), catchUp: 1, carry: 0.2)
  static let fiscal = WaterfallTerms(hurdle: .simple(rate: 0.04), catchUp: 0, carry: 0.1)

  static func day(_ year: Int) throws -> CalendarDate { try #require(CalendarDate(iso: "\(year)-01-01")) }
  static func million(_ amount: Double) -> Money { AmericanWaterfallTests.million(amount) }

  /// 40 of fiscal money, 50 of social, 10 of the manager's; 150 after two years.
  static func flows() throws -> [WaterfallFlow] {
    [
      WaterfallFlow(date: try day(2025), contribution: million(50)),
      WaterfallFlow(date: try day(2025), contribution: million(40), investorClass: 1),
      WaterfallFlow(date: try day(2025), contribution: million(10), investorClass: 2),
      WaterfallFlow(date: try day(2027), distribution: million(150)),
    ]
  }

  @Test("each class pays carried interest by its own terms on its own share")
  func classes() throws {
    var run = DatedWaterfall(
      WaterfallAgreement(.european, [Self.fund, Self.fiscal, .withoutCarry], dayCount: .thirty360))
    let payment = try run.run(Self.flows())[3]
    // Social 75: 20 % of 25. Fiscal 60: 10 % of what is left of 20 after 3.2. The manager's own 15: nothing.
    #expect(run.groups.map(\.managerTotal) == [Self.million(5), Self.million(1.68), .zero])
    #expect(run.groups.map(\.investorsTotal) == [Self.million(70), Self.million(58.32), Self.million(15)])
    #expect(payment.tiers.total == Self.million(150) && payment.tiers.manager == Self.million(6.68))
    #expect(run.settle() == WaterfallSettlement())
  }

  @Test("one class's terms do not touch another's")
  func independent() throws {
    var one = DatedWaterfall(WaterfallAgreement(.european, [Self.fund, Self.fiscal, Self.fund]))
    var other = DatedWaterfall(WaterfallAgreement(.european, [Self.fund, .withoutCarry, Self.fund]))
    _ = try one.run(Self.flows())
    _ = try other.run(Self.flows())
    #expect(one.groups.count == 2 && one.groups[0].investorsTotal == other.groups[0].investorsTotal)
    #expect(one.groups[1].investorsTotal < other.groups[1].investorsTotal)
  }

  @Test("cash of a deal goes by what each class paid for it, and so do losses")
  func deals() throws {
    var run = DatedWaterfall(
      WaterfallAgreement(
        .american, [AmericanWaterfallTests.noHurdle, .withoutCarry], CarrySafeguards(hasClawback: true)), deals: 2)
    let payments = run.run([
      WaterfallFlow(date: try Self.day(2025), contribution: Self.million(30), deal: 0),
      WaterfallFlow(date: try Self.day(2025), contribution: Self.million(10), deal: 0, investorClass: 1),
      WaterfallFlow(date: try Self.day(2025), contribution: Self.million(20), deal: 1),
      WaterfallFlow(date: try Self.day(2026), distribution: Self.million(80), deal: 0),
      WaterfallFlow(date: try Self.day(2027), writeOff: Self.million(100), deal: 1),
      WaterfallFlow(date: try Self.day(2027), distribution: Self.million(8), deal: 0),
    ])
    // 60 and 20 of the first cash; carried interest on 30 of gain.
    #expect(payments[3].tiers.manager == Self.million(6))
    // Then 6 and 2; the first class has lost 20 and shares no gain.
    #expect(payments[5].tiers.manager == .zero && payments[5].tiers.returnOfCapital == Self.million(6))
    // Its profit is 66 − 50 = 16: 3.2 of 6 are the manager's.
    #expect(run.settle().fromManager == Self.million(2.8))
    #expect(run.settlements.map(\.fromManager) == [Self.million(2.8), .zero])
    #expect(run.payments.map(\.tiers.total) == [Self.million(66), Self.million(22)])
  }

  @Test("classes on the fund's own terms change nothing, at random")
  func nullChange() {
    var random = FlowRandom(seed: 81)
    for _ in 0..<10_000 {
      let about = RandomFund(&random)
      let kind = WaterfallPropertyTests.kinds[random.below(2)]
      let safeguards = WaterfallPropertyTests.safeguards(&random)
      var plain: [WaterfallFlow] = []
      var (day, years) = (730_000, 0.0)
      for event in about.events {
        switch event {
        case .time(let more):
          years += more
          day = 730_000 + Int(years * 365)
        case .contribution(let fen, let deal):
          plain.append(
            WaterfallFlow(date: CalendarDate(dayNumber: day), contribution: Money(fen: fen), deal: deal))
        case .cash(let fen, let deal):
          plain.append(
            WaterfallFlow(date: CalendarDate(dayNumber: day), distribution: Money(fen: fen), deal: deal))
        case .writeOff(let fen, let deal):
          plain.append(WaterfallFlow(date: CalendarDate(dayNumber: day), writeOff: Money(fen: fen), deal: deal))
        }
      }
      let classed = plain.map { flow in
        var flow = flow
        if flow.contribution > .zero { flow.investorClass = random.below(3) }
        return flow
      }
      let repeated = Array(repeating: about.terms, count: 3)
      var one = DatedWaterfall(WaterfallAgreement(kind, [about.terms], safeguards), deals: about.dealCount)
      var other = DatedWaterfall(WaterfallAgreement(kind, repeated, safeguards), deals: about.dealCount)
      #expect(one.run(plain) == other.run(classed))
      #expect(one.settle() == other.settle() && one.groups == other.groups)
    }
  }

  @Test("with two groups, sums conserve and a fen more of cash gives nobody less")
  func twoGroups() {
    var random = FlowRandom(seed: 82)
    for _ in 0..<10_000 {
      let terms = [RandomFund.terms(&random), RandomFund.terms(&random)]
      var run = DatedWaterfall(WaterfallAgreement(.european, terms))
      let start = CalendarDate(dayNumber: 730_000)
      let calls = [0, 1].map { investorClass in
        WaterfallFlow(
          date: start, contribution: Money(fen: 1 + Int64(random.uniform(0, 1e9))), investorClass: investorClass)
      }
      _ = run.run(calls)
      let cash = Int64(random.uniform(0, 5e9))
      let results = [cash, cash + 1].map { fen in
        var copy = run
        let payment = copy.run([WaterfallFlow(date: start, distribution: Money(fen: fen))])[0]
        #expect(payment.tiers.total.fen == fen)
        return copy.payments
      }
      for (less, more) in zip(results[0], results[1]) {
        #expect(more.tiers.investors >= less.tiers.investors && more.tiers.manager >= less.tiers.manager)
      }
    }
  }
}
