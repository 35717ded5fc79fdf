// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// What closes of a fund of 4 亿元 of the city's and 6 亿元 of social capital, without fees, whose companies double in four
/// years: social capital can expect 2^(1/4) − 1 a year.
@Suite struct RaisingTests {
  static func text(_ raising: String, _ fund: [String: String] = [:], law: String? = nil) -> String {
    SmallFund.text(
      law: law ?? SmallFund.fixed(2, years: 4),
      fund: raising.isEmpty ? fund : fund.merging(["raising": "{factor_loading: 0, sigma: 0, \(raising)}"]) { $1 },
      extra: "outputs: {replicate_entities: [funds, classes, public_money]}")
  }

  @Test(
    "without chance min(target, d₀ exp(η (r − r_req)) target) closes, to the fen",
    arguments: [(0.5, 8.0), (1.2, 2.0), (0.05, 3.0)])
  func closedForm(ratio: Double, sensitivity: Double) throws {
    let design = try ScenarioWorkshop.written(
      Self.text("demand_ratio: \(ratio), sensitivity: \(sensitivity), required_return: 20 %, minimum_closing: 0 %"))
    let expected = try #require(design.expectedReturns.first)
    #expect(expected.fund == "fund" && expected.required == 0.2)
    #expect((expected.expected - (pow(2, 0.25) - 1)).magnitude < 1e-9)
    let kernel = try KernelProbe.kernel(design)
    let demand = ratio * exp(sensitivity * (pow(2, 0.25) - 1.2)) * 6e10
    let closed = Int64(min(6e10, demand).rounded())
    #expect((kernel.partyStates[1].closed - closed).magnitude <= 1000, "exp of a rate that is exact to 1e-9")
    #expect(kernel.partyStates[0].closed == 40_000_000_000)
    #expect(kernel.funds[0].size.commitment == kernel.partyStates[1].closed + 40_000_000_000)
    // Forty tickets of the whole fund, cut in proportion; the size of a ticket stays.
    let share = Double(kernel.funds[0].size.commitment) / 1e11
    #expect(kernel.funds[0].tickets == Int((40 * share).rounded(.up)) || kernel.funds[0].invested > 0)
    #expect(kernel.funds[0].tickets <= Int((40 * share).rounded(.up)))
    #expect(kernel.funds[0].invested == Int64(kernel.funds[0].tickets) * 2_000_000_000)
  }

  @Test("what investors can expect does not hang on an instrument that keeps nothing alive")
  func withoutInstrument() throws {
    let text =
      Self.text("demand_ratio: 1, sensitivity: 2, required_return: 20 %, minimum_closing: 0 %")
      + "\ninstruments:\n"
      + InstrumentTests.instrument("gift", "grant: {size: {by: fixed, amount: 100 万元}}") + "\n"
    let (scenario, register) = try ScenarioWorkshop.read(text)
    let designs = try ResolvedDesign.all(scenario, register: register)
    let own = try ResolvedDesign(scenario, register: register, without: ["instruments/gift"])
    #expect(designs.map(\.name) == ["", "without_gift"])
    #expect(designs[1].expectedReturns == own.expectedReturns && !own.expectedReturns.isEmpty)
  }

  @Test("later investors pay their part of what earlier ones paid with interest, by hand to the fen")
  func equalisation() throws {
    let design = try ScenarioWorkshop.written(
      Self.text(
        "demand_ratio: 2, sensitivity: 0, minimum_closing: 0 %, equalisation_rate: 8 %, "
          + "closings: [{after: 0 years, share: 60 %}, {after: 1 year, share: 40 %}]"))
    var kernel = try KernelProbe.kernel(design)
    // Commitments of 4 and 3.6 亿元 at first; two tickets of 2000 万元, two, one, two: 0.76 of 2, 4, 6, 8, rounded up.
    var owed: [Int64] = [40_000_000_000, 36_000_000_000]
    var paid: [Int64] = [0, 0]
    var moment = 0.0
    for (quarter, tickets) in [2, 2, 1, 2].enumerated() {
      let parts = Money(fen: Int64(tickets) * 2_000_000_000).split(by: owed).map(\.fen)
      for party in 0..<2 {
        paid[party] += parts[party]
        owed[party] -= parts[party]
      }
      moment += Double(tickets * quarter)
    }
    let refund = paid[0] - 5_600_000_000
    #expect(refund == 1_768_421_053 || refund == 1_768_421_052)
    let interest = Int64((Double(refund) * 0.02 * (4 - moment / 7)).rounded())
    let early = try #require(design.plan.parties[0].equalisation)
    let late = try #require(design.plan.parties[1].equalisation)
    for channel in [early.capitalReceived, late.capitalPaid] {
      #expect(kernel.ledger.amount(through: channel, in: 4) == refund)
    }
    for channel in [early.interestReceived, late.interestPaid] {
      #expect(kernel.ledger.amount(through: channel, in: 4) == interest)
    }
    for channel in [early.capitalPaid, late.capitalReceived] { #expect(kernel.ledger.total(through: channel) == 0) }
    #expect(kernel.partyStates[0].equalised == interest && kernel.partyStates[1].equalised == -interest)
    #expect(kernel.paidIn[0] + kernel.paidIn[1] == kernel.funds[0].paidIn)
    #expect(kernel.funds[0].paidIn == 80_000_000_000, "forty tickets; equalisation is no capital of the fund")
    #expect((kernel.paidIn[0] * 10 - kernel.funds[0].paidIn * 4).magnitude < 1000, "shares as committed in the end")
    #expect(try KernelProbe.isBalanced(design))
    var measures = ReplicateMeasures(design.plan)
    measures.take(from: kernel)
    let names = design.labels.entities
    func value(_ entity: String, _ metric: HeadlineMetric) -> Double {
      let row = names.firstIndex(of: entity) ?? 0
      return measures.headline[row * design.plan.wants.headline.count + (design.plan.wants.column(metric) ?? 0)]
    }
    #expect(value("fund/city_fiscal", .paidIn) + value("fund/social_capital", .paidIn) == value("fund", .paidIn))
    let receipts = value("public/city", .receipts) - value("fund/city_fiscal", .distributed)
    #expect((receipts - Double(interest) / 100).magnitude < 0.006, "interest is a receipt, not a distribution")
    kernel.run(replicate: 1)
    #expect(kernel.partyStates[0].equalised == interest, "nothing carries over")
  }

  @Test("a fund that does not form has zeros in all money and nothing in ratios", arguments: ["dissolve", "shrink"])
  func minimum(below: String) async throws {
    let design = try ScenarioWorkshop.written(
      Self.text("demand_ratio: 0.2, sensitivity: 0, minimum_closing: 60 %, below_minimum: \(below)"))
    let outcome = try await Ensemble([design]).run(count: 4, width: 1)[0]
    let isFormed = below == "shrink"
    #expect(try outcome.values(.pForms, entity: "fund") == Array(repeating: isFormed ? 1 : 0, count: 4))
    #expect(try outcome.values(.closedAmount, entity: "fund")[0] == (isFormed ? 2e8 : 0))
    #expect(try outcome.values(.closedRatio, entity: "fund/city_fiscal")[0] == (isFormed ? 0.2 : 0))
    let money: [HeadlineMetric] = [
      .npv, .jCurveDepth, .paidIn, .distributed, .nav, .managementFee, .carriedInterest, .publicPaidIn, .conceded,
      .closedAmount, .exitsFailed,
    ]
    for metric in money {
      let value = try outcome.values(metric, entity: "fund")[0]
      #expect(isFormed ? !value.isNaN : value == 0, "\(metric.name)")
    }
    for metric in [HeadlineMetric.outlay, .receipts, .netPresentValue] {
      let isZero = try outcome.values(metric, entity: "public/city")[0] == 0
      #expect(isZero == !isFormed, "\(metric.name)")
    }
    let multiple = try outcome.values(.tvpi, entity: "fund")[0]
    #expect(multiple.isNaN == !isFormed)
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
    let story = KernelProbe.journal(design, replicate: 0)
    #expect(story.contains { $0.happening == .notFormed } == !isFormed)
  }

  @Test("a better concession never lowers what closes on any replicate", arguments: ["dissolve", "shrink"])
  func monotone(below: String) async throws {
    let law =
      "{kind: multiple, multiple: {kind: log_normal, median: 1.3, sigma: 0.9}, "
      + "holding_time: {kind: fixed, time: 4 years}, factor_loading: 30 %, quality_loading: 0 %, time_correlation: 0, "
      + "max_multiple: 1000}"
    var before: [Double] = []
    var formed: [Double] = []
    for rate in [nil, "6 %", "0 %"] {
      let few = [
        "portfolio":
          "{kind: companies, period: 3 years, streams: [any], tickets_per_year: [1], tickets: {seed: {ticket: 2000 万元}}, "
          + "concentration_limit: 20 %}"
      ]
      let concession = rate.map {
        ["concessions": "{cap: {kind: capped_return, giver: city, receivers: [social], rate: \($0)}}"]
      }
      let text = Self.text(
        "demand_ratio: 0.6, sensitivity: 15, required_return: 12 %, factor_loading: 0.3, sigma: 0.4, "
          + "minimum_closing: 70 %, below_minimum: \(below)", few.merging(concession ?? [:]) { $1 }, law: law)
      let kept = text.replacing("factor_loading: 0, sigma: 0, demand", with: "demand")
      let outcome = try await Ensemble([try ScenarioWorkshop.written(kept)]).run(count: 400, width: 2)[0]
      let closed = try outcome.values(.closedAmount, entity: "fund")
      for replicate in before.indices { #expect(closed[replicate] >= before[replicate]) }
      formed.append(try outcome.values(.pForms, entity: "fund").reduce(0, +))
      #expect(before.isEmpty || closed.reduce(0, +) > before.reduce(0, +), "the concession wins capital")
      before = closed
    }
    #expect(below == "dissolve" ? formed[0] < formed[2] && formed[0] > 0 : formed == [400, 400, 400])
  }

  @Test("the design without a concession asks its own pilot, so that what the concession raised is seen")
  func derived() throws {
    let concession = ["concessions": "{cap: {kind: capped_return, giver: city, receivers: [social], rate: 3 %}}"]
    let design = try ScenarioWorkshop.written(Self.text("demand_ratio: 0.8, required_return: 22 %", concession))
    let designs = try ResolvedDesign.all(design.scenario, register: [])
    let rates = designs.map { $0.expectedReturns.map(\.expected) }
    #expect(designs.map(\.name) == ["", "without_fund_cap"] && rates.map(\.count) == [1, 1])
    #expect(rates[0][0] > rates[1][0] + 0.01, "the cap is worth something to those who receive")
    let closed = try designs.map { try KernelProbe.kernel($0).partyStates[1].closed }
    #expect(closed[0] > closed[1])
  }

  @Test("demand without end changes nothing but the columns of raising")
  func nullChange() async throws {
    let law = SmallFund.staged(
      seed: "sojourn_mean: 2 years, outcomes: {failed: 40 %, transferred: 60 %}")
    let fund = ["fees": "{management: [{until: 5 years, base: committed, rate: 2 %}], set_up: 100 万元}"]
    let texts = ["", "demand_ratio: 100, sensitivity: 0"].map { Self.text($0, fund, law: law) }
    let outcomes = try await Ensemble(try texts.map { try ScenarioWorkshop.written($0) }).run(count: 60, width: 1)
    #expect(outcomes[0].totals == outcomes[1].totals)
    #expect(!outcomes[0].wants.headline.contains(.closedAmount) && outcomes[1].wants.headline.contains(.pForms))
    for metric in outcomes[0].wants.headline where metric.kinds.contains(.fund) {
      let columns = try outcomes.map { try $0.values(metric, entity: "fund").map(\.bitPattern) }
      #expect(columns[0] == columns[1], "\(metric.name)")
    }
  }

  @Test("demand is addressed by the fund: neither its terms nor other funds move it")
  func addresses() throws {
    let open = "demand_ratio: 0.7, sensitivity: 0, minimum_closing: 0 %"
    let plain = Self.text(open).replacing("sigma: 0, demand", with: "sigma: 0.3, demand")
    let other = Self.text(open, ["life": "{term: 8 years, extension_count: 0}"])
      .replacing("sigma: 0, demand", with: "sigma: 0.3, demand")
    let closed = try [plain, other].map { text in
      var kernel = ReplicateKernel(try Plan(try ScenarioWorkshop.read(text).0))
      return (0..<50).map { (replicate: UInt32) -> Int64 in
        kernel.run(replicate: replicate)
        return kernel.partyStates[1].closed
      }
    }
    #expect(closed[0] == closed[1] && Set(closed[0]).count > 20)
  }

  @Test(
    "what cannot be raised so is refused where it stands",
    arguments: [
      ("closings: [{after: 0.5 years, share: 100 %}]", "the first closing is at the start of the fund"),
      ("closings: [{after: 0 years, share: 90 %}]", "sum"),
      ("closings: [{after: 0 years, share: 50 %}, {after: 0.1 years, share: 50 %}]", "in order of time"),
      ("closings: [{after: 0 years, share: 50 %}, {after: 11 years, share: 50 %}]", "after the end of the fund"),
      ("classes: [insurer]", "no investor of these classes"),
      ("classes: [fund]", "is certain"),
    ])
  func refused(raising: String, message: String) throws {
    let error = #expect(throws: (any Error).self) { try ScenarioWorkshop.written(Self.text(raising)) }
    #expect("\(try #require(error))".contains(message), "\(String(describing: error))")
  }
}
