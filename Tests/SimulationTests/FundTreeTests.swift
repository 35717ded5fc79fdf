// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Measures
@testable import Simulation

/// Trees of funds with random ties, terms and concessions.
@Suite struct FundTreeTests {
  /// A random tree over the funds of the base design: up to seven funds, each perhaps held by an earlier one for more than
  /// that can raise, with a concession of any kind.
  private struct RandomTree {
    let numbers: RandomNumbers
    let base: Scenario
    /// Whether what closes is uncertain, and whether calls are honoured.
    var isUncertain = false

    func uniform(_ index: Int, _ what: UInt16) -> Double {
      numbers.uniform(EntityAddress.root.child(900, UInt64(index)), Variable(rawValue: what), 0).value
    }

    private func money(_ index: Int, _ what: UInt16) -> Sourced<Money> {
      Sourced(Money(nearestYuan: (uniform(index, what) * 3e8).rounded()))
    }

    func scenario() throws -> Scenario {
      var scenario = base
      let templates = base.funds.filter { $0.id != "sleeve" }
      let count = 2 + Int(uniform(99, 1) * 6)
      scenario.funds = try (0..<count).map { index in
        var fund = templates[Int(uniform(index, 2) * Double(templates.count))].value
        fund.investors = investors(index)
        if isUncertain { try unsettle(&fund, index) }
        fund.calls.offset = uniform(index, 3) < 0.5 ? .gross : .net
        fund.calls.method = uniform(index, 4) < 0.3 ? .instalments : .asNeeded
        fund.life.term = Sourced(try TimeSpan(years: 5 + (uniform(index, 5) * 8).rounded()))
        fund.concessions = try concession(index, fund.investors).map { [Identified(id: "given", value: $0)] } ?? []
        fund.waterfall = try waterfall(index, fund)
        return Identified(id: "f\(index)", value: fund)
      }
      return scenario
    }

    /// Terms of any kind; a stake that may change hands keeps its terms.
    private func waterfall(_ index: Int, _ fund: Fund) throws -> WaterfallClause {
      func share(_ what: UInt16) throws -> Sourced<Share> { Sourced(try Share(uniform(index, what))) }
      let rate = Sourced(try AnnualRate(perYear: uniform(index, 21) * 0.1))
      let compounding = Compounding.allCases[Int(uniform(index, 22) * Double(Compounding.allCases.count))]
      let carry = Sourced(try Share(uniform(index, 24) * 0.3))
      var clause = WaterfallClause(
        kind: uniform(index, 20) < 0.5 ? .american : .european,
        hurdle: HurdleClause(rate: rate, compounding: compounding),
        catchUp: try share(23), carry: carry, catchUpEnd: uniform(index, 25) < 0.5 ? .parity : .fixedGross,
        dayCount: HurdleDayCount.allCases[Int(uniform(index, 26) * Double(HurdleDayCount.allCases.count))],
        balanceFloor: uniform(index, 27) < 0.5 ? .zero : .none)
      let tax = uniform(index, 29) < 0.5 ? 0 : uniform(index, 29) / 2
      if uniform(index, 28) < 0.5 { clause.clawback = ClawbackClause(taxShare: Sourced(try Share(tax))) }
      if uniform(index, 30) < 0.5 {
        clause.escrow = EscrowClause(share: try share(31), release: uniform(index, 32) < 0.5 ? .end : .wholeFund)
      }
      var own = clause.sharing
      own.carry = Sourced(try Share(uniform(index, 33) * 0.3))
      if fund.concessions.isEmpty, !isUncertain {
        clause.classes = [ClassTerms(investorClass: .socialCapital, sharing: own)]
      }
      return clause
    }

    private func investors(_ index: Int) -> [Identified<Investor>] {
      var all = [
        Identified(
          id: "city", value: Investor(investorClass: .cityFiscal, commitment: money(index, 6), sourceOfFunds: .landFund)
        ),
        Identified(
          id: "social",
          value: Investor(investorClass: .socialCapital, commitment: money(index, 7), sourceOfFunds: .ownFunds)),
      ]
      if index > 0, uniform(index, 8) < 0.75 {
        let owner = "f\(Int(uniform(index, 9) * Double(index)))"
        all.append(
          Identified(
            id: "owner",
            value: Investor(
              investorClass: .fund, fund: owner, commitment: money(index, 10), sourceOfFunds: .ownFunds)))
      }
      return all
    }

    /// Three closings on demand, with or without a minimum; every investor may be late or fail.
    private func unsettle(_ fund: inout Fund, _ index: Int) throws {
      func share(_ what: UInt16) throws -> Sourced<Share> { Sourced(try Share(uniform(index, what))) }
      func closing(_ years: Double, _ part: Double) throws -> Closing {
        Closing(after: Sourced(try TimeSpan(years: years)), share: Sourced(try Share(part)))
      }
      fund.raising = Raising(
        demandRatio: Sourced(0.3 + uniform(index, 20)), sensitivity: Sourced(5),
        requiredReturn: Sourced(try AnnualRate(perYear: 0.05)), factorLoading: Sourced(0.3), sigma: Sourced(0.3),
        minimumClosing: Sourced(try Share(uniform(index, 21) * 0.8)),
        belowMinimum: uniform(index, 22) < 0.5 ? .shrink : .dissolve, classes: [],
        closings: [try closing(0, 0.5), try closing(0.5, 0.3), try closing(2, 0.2)],
        equalisationRate: Sourced(try AnnualRate(perYear: 0.08)))
      for number in fund.investors.indices {
        let what = 30 + 10 * UInt16(number)
        fund.investors[number].value.honouring = Honouring(
          late: Sourced(try Share(uniform(index, what) * 0.4)), delay: Sourced(try TimeSpan(years: 0.5)),
          fails: Sourced(try Share(uniform(index, what + 1) * 0.05)), persistence: Sourced(0.5),
          factorLoading: try share(what + 2), after: uniform(index, what + 3) < 0.5 ? .fiscal : nil,
          remedy: DefaultRemedy.allCases[Int(uniform(index, what + 4) * 3)], penalty: try share(what + 5))
      }
    }

    private func concession(_ index: Int, _ investors: [Identified<Investor>]) throws -> Concession? {
      let giver = investors.last?.id == "owner" && uniform(index, 11) < 0.5 ? "owner" : "city"
      let rate = Sourced(try AnnualRate(perYear: uniform(index, 12) * 0.08))
      let share = Sourced(try Share(uniform(index, 13)))
      let none = Sourced(try Share(0))
      let exercise = uniform(index, 15) < 0.5 ? OptionExercise.atEnd : .firstInTheMoney
      let window = Sourced(try TimeSpan(years: 1 + (uniform(index, 16) * 8).rounded()))
      let kinds: [ConcessionKind?] = [
        nil, .cappedReturn(rate: rate), .buyoutOption(within: window, rate: rate, exercise: exercise),
        .excessShare(rate: rate, share: share, conditions: .init(early: none, hardTech: none, local: none)),
        .firstLoss(limit: share),
      ]
      return kinds[Int(uniform(index, 14) * 5)].map { Concession(giver: giver, receivers: ["social"], kind: $0) }
    }
  }

  private func check(_ kernel: inout ReplicateKernel, _ tree: Int) {
    var totals = [Int128](repeating: 0, count: kernel.plan.ledger.channels.count)
    var imbalances = [Int128](repeating: 0, count: kernel.plan.ledger.accounts)
    kernel.balance(totals: &totals, imbalances: &imbalances)
    #expect(imbalances.allSatisfy { $0 == 0 }, "tree \(tree): an account is out of balance")
    for fund in kernel.plan.funds.indices {
      let parties = kernel.plan.funds[fund].parties
      var sums = (paidIn: Int64(0), distributed: Int64(0), undrawn: Int64(0), stakes: Int64(0))
      for party in parties {
        sums.paidIn += kernel.paidIn[party]
        sums.distributed += kernel.distributed[party]
        sums.undrawn += kernel.undrawn[party]
        sums.stakes += kernel.stakes[party]
        #expect(kernel.undrawn[party] >= 0 && kernel.distributed[party] >= 0, "tree \(tree)")
      }
      let state = kernel.funds[fund]
      #expect(sums.paidIn == state.paidIn && sums.stakes == state.paidIn, "tree \(tree)")
      #expect(sums.distributed == state.distributed && sums.undrawn == state.undrawn, "tree \(tree)")
      #expect(state.paidIn + state.undrawn == state.size.commitment, "tree \(tree)")
      #expect(state.size.commitment <= kernel.plan.funds[fund].commitment, "tree \(tree)")
      let isCertain = !kernel.plan.funds[fund].mayBeUnpaid && !kernel.plan.raises
      #expect(!isCertain || state.size == kernel.plan.funds[fund].full, "tree \(tree)")
      #expect(state.isFormed || state.paidIn + state.distributed == 0, "tree \(tree)")
      checkCarry(&kernel, fund, tree)
    }
  }

  /// What all groups contributed and received is what all investors did, and where a manager gives everything back that it
  /// had too much, it has no more than its share of the profit.
  private func checkCarry(_ kernel: inout ReplicateKernel, _ fund: Int, _ tree: Int) {
    var sums = (contributed: Int64(0), investors: Int64(0))
    for group in kernel.plan.funds[fund].groups {
      let waterfall = kernel.waterfalls[group]
      sums.contributed += waterfall.contributed.fen
      sums.investors += waterfall.investorsTotal.fen
      #expect(waterfall.managerTotal >= .zero && waterfall.escrow >= .zero, "tree \(tree)")
      guard kernel.funds[fund].isClosed else { continue }
      #expect(waterfall.escrow == .zero, "tree \(tree)")
      let profit = max(0, (waterfall.investorsTotal + waterfall.managerTotal - waterfall.contributed).fen)
      let account = waterfall.account
      guard account.safeguards.hasClawback, account.safeguards.taxShare == 0 else { continue }
      let bound = waterfall.terms.carry * Double(profit)
      #expect(Double(waterfall.managerTotal.fen) <= bound + 1, "tree \(tree)")
    }
    #expect(sums.contributed == kernel.funds[fund].paidIn, "tree \(tree)")
    #expect(sums.investors == kernel.funds[fund].distributed, "tree \(tree)")
  }

  @Test("over 10,000 random trees every fen is accounted for and parts sum to the whole", arguments: 0..<20)
  func randomTrees(part: Int) throws {
    let base = try ScenarioWorkshop.load("designs/base", ["run.uncertainty=off"]).0
    let tables = try Plan(base)
    for tree in part * 500..<(part + 1) * 500 {
      let random = RandomTree(
        numbers: RandomNumbers(seed: 20_260_101, replicate: UInt32(tree)), base: base, isUncertain: part % 4 == 3)
      let plan = try Plan(try random.scenario(), base: tables)
      var kernel = ReplicateKernel(plan)
      kernel.run(replicate: UInt32(tree))
      check(&kernel, tree)
    }
  }

  @Test("an owner of everything, without costs of its own, gets exactly what the fund below gives")
  func passThrough() async throws {
    let owner = """
        top:
          name: {en: Top, zh: 上层}
          starts: 2025-Q1
          investors: {city: {class: city_fiscal, commitment: 10 亿元, source_of_funds: general_budget}}
          calls: {offset: gross}
          portfolio: {kind: funds}
          fees: {management: [{until: 1 year, base: committed, rate: 0 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}
          waterfall: {kind: european, hurdle: null, catch_up: 0 %, carry: 0 %}
          life: {term: 14 years, extension_count: 0}
          manager: {name: {en: Top, zh: 上层}, skill: 0}
      """
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4),
      fund: ["investors": "{only: {class: fund, fund: top, commitment: 10 亿元}}"], extra: owner)
    let outcome = try await Ensemble([try ScenarioWorkshop.written(text)]).run(count: 50, width: 1)[0]
    let names = outcome.labels.entities
    let (below, above) = (try #require(names.firstIndex(of: "fund")), try #require(names.firstIndex(of: "top")))
    for (position, metric) in outcome.wants.headline.enumerated() {
      guard [.irr, .tvpi, .dpi, .npv, .paidIn, .distributed, .moic].contains(metric) else { continue }
      let own = outcome.column(entity: above, metric: position)
      let other = outcome.column(entity: below, metric: position)
      #expect(metric == .moic || own == other, "\(metric.name)")
    }
  }

  @Test("circles of funds are refused where they close")
  func circles() throws {
    let investors = "{only: {class: fund, fund: fund, commitment: 10 亿元}}"
    #expect(throws: (any Error).self) {
      try ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(2, years: 4), fund: ["investors": investors]))
    }
  }
}
