// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// The debt ratio of state-owned enterprises that also lend and give: assets of 1 亿元 and debt of 6000 万元 besides a fund in
/// which they have 40 %, all of it borrowed.
@Suite struct PlatformSupportTests {
  private static func design(_ instruments: String, gate: String = "", entries: [String: String] = [:]) throws
    -> ResolvedDesign
  {
    try ScenarioWorkshop.design(
      "by-hand",
      [
        "economy.lending_rate={kind: constant, rate: 3 %}",
        "funds.city.fees.management=[{until: 5 years, base: committed, rate: 0 %}]",
        "funds.city.waterfall={carry: 0 %, catch_up: 0 %, hurdle: null}",
        "funds.city.investors={treasury: null, soe: {class: state_owned_enterprise, commitment: 4000 万元, "
          + "source_of_funds: soe_debt}}",
        "public_money={state_owned: {platform: {assets: 10000 万元, debt: 6000 万元, spread: 1 %, red_line: 70 %}\(gate)}}",
        "instruments={\(instruments)}",
        "outputs={replicate_entities: [funds, instruments, public_money], period_entities: [public_money]}",
      ] + entries.map { "companies.\($0.key).enters=\($0.value)" })
  }

  private func ratios(_ design: ResolvedDesign) async throws -> [Double] {
    let outcome = try await Ensemble([design]).run(count: 1, width: 1)[0]
    let entity = try #require(outcome.kinds.firstIndex(of: .publicMoney))
    return outcome.series.indices.filter {
      outcome.series[$0].metric == .debtRatio && outcome.series[$0].entity == entity
    }.map { outcome.moments.means[$0] }
  }

  private static func instrument(_ parts: String, source: String = "soe_debt") -> String {
    "i: {name: {en: I, zh: 工具}, payer: state_owned, source_of_funds: \(source), pool: {funds: [city]}, last: 2025-Q1, \(parts)}"
  }

  /// The fund borrows 3200 万元 in the first quarter. What its interest is then worth follows from the ratio without any
  /// instrument; four companies get 2000 万元 each.
  @Test(
    "what instruments borrow is debt: a loan is an asset as well, a grant is gone, own money lowers cash",
    arguments: [
      ("credit: {lender: payer, SIZE, term: 5 years, grace: 4 years}", "soe_debt", 8000.0, 8000.0),
      ("grant: {SIZE}", "soe_debt", 8000, 0), ("grant: {SIZE}", "soe_equity", 0, -8000),
      ("contribution: {asset: land, SIZE, for: shares, worth: 1}", "soe_debt", 8000, 8000),
    ])
  func firstQuarter(parts: String, source: String, debt: Double, assets: Double) async throws {
    let plain = try #require(try await ratios(try Self.design("")).first)
    let worth = 9200 / plain
    let sized = parts.replacing("SIZE", with: "size: {by: fixed, amount: 2000 万元}")
    let found = try #require(try await ratios(try Self.design(Self.instrument(sized, source: source))).first)
    #expect(abs(found - (9200 + debt) / (worth + assets)) < 1e-12)
  }

  /// Grants of 6000 万元 in the first quarter take the ratio far above the red line; delta asks for money a year later.
  @Test("the gate reads the ratio of the account: nothing is paid after a quarter above the red line")
  func gate() async throws {
    let gift = Self.instrument("grant: {size: {by: fixed, amount: 2000 万元}}")
    let design = try Self.design(
      gift, gate: ", call_gate: {on_red_line: true}", entries: ["delta": "2026-01-01", "beta": "2027-01-01"])
    let ratios = try await ratios(design)
    let kernel = try KernelProbe.kernel(design)
    let party = try #require(kernel.plan.parties.firstIndex { $0.gate >= 0 })
    #expect(ratios[3] > 0.7)
    for quarter in 1..<kernel.plan.quarters where ratios[quarter - 1] > 0.7 {
      #expect(kernel.ledger.amount(through: kernel.plan.parties[party].call, in: quarter) == 0)
    }
    #expect(kernel.gates[0].isPastRedLine == (ratios.last.map { $0 > 0.7 }))
    #expect(kernel.gates[0].most == 800_000_000, "delta is paid for by the others")
    // What was settled for the gate along the way is settled once in the end.
    let once = try KernelProbe.kernel(try Self.design(gift, entries: ["delta": "2026-01-01", "beta": "2027-01-01"]))
    #expect(kernel.claims.count == once.claims.count && kernel.countedFen > 0)
    #expect(try KernelProbe.isBalanced(design))
  }
}
