// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Levels of government that postpone calls, in a fund that needs 4000 万元 a quarter for five years, 40 % of it from the
/// city or a state-owned enterprise.
@Suite struct CallGateTests {
  private static func text(
    _ finances: String, level: String = "city_fiscal", source: String = "general_budget", honouring: String = "",
    social: String = "", multiple: Double = 2
  ) -> String {
    SmallFund.text(
      law: SmallFund.fixed(multiple, years: 4),
      fund: [
        "investors":
          "{city: {class: \(level), commitment: 4 亿元, source_of_funds: \(source)\(honouring)}, "
          + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds\(social)}}"
      ], extra: "outputs: {replicate_entities: [funds, public_money]}\npublic_money: \(finances)")
  }

  private func called(_ kernel: borrowing ReplicateKernel, _ party: Int, _ quarter: Int) -> Int64 {
    kernel.ledger.amount(through: kernel.plan.parties[party].call, in: quarter)
  }

  @Test("a budget of half the calls is never overdrawn: others advance the rest, and the city pays what it owes later")
  func budget() throws {
    let finances = "{city: {budget: {per_year: 3200 万元, carry_over: 5}, call_gate: {on_empty_budget: true}}}"
    let design = try ScenarioWorkshop.written(Self.text(finances))
    let kernel = try KernelProbe.kernel(design)
    #expect(try KernelProbe.isBalanced(design))
    for quarter in 0..<18 {
      #expect(called(kernel, 0, quarter) == 800_000_000, "800 万元 are released in quarter \(quarter)")
      #expect(called(kernel, 1, quarter) >= 3_200_000_000 - 1)
    }
    // The other 800 万元 of each quarter are owed, and paid while anything else is still needed.
    #expect(kernel.gates[0].most >= 8 * 800_000_000)
    #expect(kernel.paidIn[0] + kernel.paidIn[1] == kernel.funds[0].invested + kernel.funds[0].cash)
    #expect(kernel.paidIn[0] <= 40_000_000_000 && kernel.paidIn[1] <= 60_000_000_000)
  }

  @Test("what an expired budget had left cannot be spent: released is spent, lapsed or left, as the account has it")
  func lapses() async throws {
    let finances =
      "{city: {budget: {per_year: {2025: 1 亿元, 2026: 0 元, 2028: 5000 万元, 2029: 0 元}, carry_over: 0, release: at_once}, "
      + "call_gate: {on_empty_budget: true}}}"
    let design = try ScenarioWorkshop.written(Self.text(finances))
    let kernel = try KernelProbe.kernel(design)
    let paid = (0..<kernel.plan.quarters).map { called(kernel, 0, $0) }
    #expect(paid[0..<4].reduce(0, +) == 6_400_000_000 && paid[4..<12].allSatisfy { $0 == 0 })
    #expect(paid[12] == 5_000_000_000, "what is owed by then takes all of it")
    let outcome = try await Ensemble([design]).run(count: 2, width: 1)[0]
    #expect(try outcome.values(.budgetArrears, entity: "public/city")[0] == 0)
    #expect(try outcome.values(.budgetLapsed, entity: "public/city")[0] == 3.6e7)
    #expect(try outcome.values(.postponedYears, entity: "public/city")[0] >= 2)
    #expect(try outcome.values(.callsPostponed, entity: "public/city")[0] > 5e7)
  }

  @Test("who pays after fiscal money waits for the budget as well, so nothing is bought")
  func after() throws {
    let finances =
      "{city: {budget: {per_year: {2025: 0 元, 2026: 1 亿元}}, call_gate: {on_empty_budget: true}}}"
    let kernel = try KernelProbe.kernel(
      try ScenarioWorkshop.written(
        Self.text(finances, social: ", honouring: {late: 0 %, fails: 0 %, after: fiscal}")))
    for quarter in 0..<4 { #expect(called(kernel, 1, quarter) == 0 && called(kernel, 0, quarter) == 0) }
    let bought = kernel.journal?.entries.first { $0.happening == .investment }
    #expect(bought?.quarter == 4)
  }

  @Test("a later closing asks a gate as well: the budget pays with interest what it covers, and a red line nothing")
  func laterClosing() async throws {
    let raising =
      "{demand_ratio: 2, sensitivity: 0, minimum_closing: 0 %, equalisation_rate: 8 %, below_minimum: shrink, "
      + "classes: [city_fiscal], closings: [{after: 0 years, share: 0 %}, {after: 1 year, share: 100 %}]}"
    for (finances, most) in [
      ("{city: {budget: {per_year: 10 亿元, release: at_once}}}", Int64.max),
      (
        "{city: {budget: {per_year: 1000 万元, carry_over: 0, release: at_once}, call_gate: {on_empty_budget: true}}}",
        1_000_000_000
      ),
    ] {
      let design = try ScenarioWorkshop.written(
        Self.text(finances).replacing("    starts:", with: "    raising: \(raising)\n    starts:"))
      let kernel = try KernelProbe.kernel(design)
      let channels = try #require(design.plan.parties[0].equalisation)
      let capital = kernel.ledger.amount(through: channels.capitalPaid, in: 4)
      let interest = kernel.ledger.amount(through: channels.interestPaid, in: 4)
      #expect(capital > 0 && interest > 0 && capital + interest <= most)
      #expect(most == .max ? capital > 3_000_000_000 : capital + interest >= most - 1)
      #expect(try KernelProbe.isBalanced(design))
    }
  }

  @Test("after the patience of the gate the remedy of the investor's own section applies")
  func remedy() throws {
    let finances =
      "{city: {budget: {per_year: {2025: 3200 万元, 2026: 0 元}, carry_over: 0}, "
      + "call_gate: {on_empty_budget: true, remedy_after: 1 year}}}"
    let honouring = ", honouring: {late: 0 %, fails: 0 %, remedy: forfeiture}"
    let design = try ScenarioWorkshop.written(Self.text(finances, honouring: honouring))
    let kernel = try KernelProbe.kernel(design)
    let failure = kernel.journal?.entries.first { $0.happening == .defaulted }
    // Half of the first call is owed from the first quarter on: at the end of the fifth it is one too many.
    #expect(failure?.quarter == 4)
    #expect(kernel.paidIn[0] == 3_200_000_000 && kernel.stakes[0] == 0)
    #expect(kernel.funds[0].size.commitment == 63_200_000_000)
    #expect(try KernelProbe.isBalanced(design))
  }

  @Test("no call is paid in a quarter after one that ended above the red line")
  func redLine() async throws {
    let platform = "platform: {assets: 20 亿元, debt: 13.9 亿元, spread: 0 %, red_line: 70 %}"
    let text = Self.text(
      "{state_owned: {\(platform), call_gate: {on_red_line: true}}}", level: "state_owned_enterprise",
      source: "soe_debt", multiple: 1)
    let design = try ScenarioWorkshop.written(text)
    let outcome = try await Ensemble([design]).run(count: 1, width: 1)[0]
    let entity = try #require(outcome.kinds.firstIndex(of: .publicMoney))
    let ratios = outcome.series.indices.filter {
      outcome.series[$0].metric == .debtRatio && outcome.series[$0].entity == entity
    }.map { outcome.moments.means[$0] }
    var kernel = ReplicateKernel(try design.plan(RandomNumbers(seed: design.plan.seed, replicate: 0)))
    kernel.run(replicate: 0)
    var (shut, open) = (0, 0)
    for quarter in 1..<20 {
      if ratios[quarter - 1] > 0.7 {
        shut += 1
        #expect(called(kernel, 0, quarter) == 0, "quarter \(quarter)")
      } else if called(kernel, 0, quarter) > 0 {
        open += 1
      }
    }
    #expect(shut > 2 && open >= 2, "\(shut) \(open) \(ratios.prefix(20))")
    #expect(try KernelProbe.isBalanced(design))
  }

  @Test("a gate that never shuts changes nothing but its own columns")
  func nullChange() async throws {
    let budget = "budget: {per_year: 4 亿元, release: at_once}"
    let texts = ["{city: {\(budget)}}", "{city: {\(budget), call_gate: {on_empty_budget: true}}}"].map { Self.text($0) }
    let outcomes = try await Ensemble(try texts.map { try ScenarioWorkshop.written($0) }).run(count: 20, width: 1)
    #expect(outcomes[0].totals == outcomes[1].totals)
    for metric in outcomes[0].wants.headline where metric != .irrStatus {
      for entity in ["fund", "public/city"] {
        let pair = (try outcomes[0].values(metric, entity: entity), try outcomes[1].values(metric, entity: entity))
        #expect(zip(pair.0, pair.1).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(metric.name)")
      }
    }
    #expect(try outcomes[1].values(.callsPostponed, entity: "public/city").allSatisfy { $0 == 0 })
  }

  @Test(
    "a gate needs what it watches",
    arguments: [
      ("{city: {call_gate: {on_empty_budget: true}}}", "call_gate.on_empty_budget: calls wait for appropriations"),
      ("{city: {call_gate: {on_red_line: true}}}", "call_gate.on_red_line: calls wait at the red line"),
      ("{city: {budget: {per_year: 1 亿元}, call_gate: {}}}", "nothing makes the level postpone calls"),
      (
        "{city: {budget: {per_year: 1 亿元}, call_gate: {on_empty_budget: true, remedy_after: 1 year}}}",
        "call_gate.remedy_after: no investor of the level has a section honouring"
      ),
    ])
  func refused(finances: String, message: String) {
    let error = #expect(throws: (any Error).self) { try ScenarioWorkshop.read(Self.text(finances)) }
    #expect(String(describing: error).contains(message), "\(String(describing: error))")
  }
}
