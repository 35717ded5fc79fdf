// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import Simulation
import TestSupport
import Testing

/// A fate hangs on its own addresses: nothing that happens to other companies or funds moves it.
@Suite struct FateTests {
  private static let base = """
    guidefund: 1
    name: {en: Fates, zh: 命运}
    summary: {en: Ten named companies and a stream, zh: 十家企业与一个项目流}
    time: {start: 2025-Q1, length: 12 years}
    run: {seed: 11, replicates: 10, uncertainty: off}
    economy:
      sectors:
        one: {name: {en: One, zh: 一}}
        two: {name: {en: Two, zh: 二}}
    company_laws: {law: {preset: benchmark}}
    candidate_streams:
      stream:
        name: {en: Stream, zh: 项目流}
        law: law
        arrivals: {kind: per_year, mean: 12}
        stage_mix: {seed: 60 %, a: 40 %}
        sector_mix: {one: 50 %, two: 50 %}
        rounds: {seed: {size: 2000 万元, sigma: 0.5}, a: {size: 4000 万元, sigma: 0.5}}
        deadweight: 100 %
    companies:
    COMPANIES
    funds:
      fund:
        name: {en: Fund, zh: 基金}
        starts: 2025-Q1
        investors: {city: {class: city_fiscal, commitment: 10 亿元, source_of_funds: general_budget}}
        portfolio:
          kind: companies
          period: 5 years
          streams: [stream]
          tickets_per_year: [4]
          tickets: {seed: {ticket: 1000 万元}, a: {ticket: 2000 万元}}
          mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}
          concentration_limit: 20 %
          named:
    NAMED
        fees: {management: [{until: 5 years, base: committed, rate: 2 %}]}
        waterfall: {kind: european, hurdle: {rate: 6 %, compounding: simple}, catch_up: 100 %, carry: 20 %}
        life: {term: 10 years, rest: sale}
        manager: {name: {en: Manager, zh: 管理人}, skill: 0.3}
    """

  private static func design(_ ids: [Int], stages: [Int: String] = [:], _ sets: [String] = []) throws -> ResolvedDesign
  {
    let companies = ids.map { id in
      "  c\(id): {name: {en: C, zh: 企业}, law: law, stage: \(stages[id] ?? "seed"), sector: \(id % 2 == 0 ? "one" : "two"), "
        + "enters: 202\(5 + id % 4)-0\(1 + id % 9)-15, round_size: 3000 万元, hard_tech: false, local: true}"
    }
    let named = ids.map { "      - {company: c\($0), ticket: 1000 万元}" }
    let text = base.replacing("COMPANIES", with: companies.joined(separator: "\n"))
      .replacing("NAMED", with: named.joined(separator: "\n"))
    return try ScenarioWorkshop.written(text, sets)
  }

  private static func address(_ id: Int) -> EntityAddress { EntityAddress.root.child(6, "c\(id)") }

  private func compare(_ first: ResolvedDesign, _ second: ResolvedDesign, except: Set<EntityAddress> = []) -> Int {
    var compared = 0
    for replicate in 0..<60 {
      let left = KernelProbe.fates(first, replicate: UInt32(replicate))
      let right = KernelProbe.fates(second, replicate: UInt32(replicate))
      for (entity, events) in left where !except.contains(entity) {
        guard let other = right[entity] else { continue }
        #expect(events == other)
        compared += events.isEmpty ? 0 : 1
      }
    }
    return compared
  }

  @Test("company 3 removed: all others fare the same")
  func removed() throws {
    let all = try Self.design(Array(1...10))
    let without = try Self.design([1, 2, 4, 5, 6, 7, 8, 9, 10])
    #expect(compare(all, without) > 2000)
  }

  @Test("the file in another order: all fare the same")
  func reordered() throws {
    #expect(compare(try Self.design(Array(1...10)), try Self.design(Array((1...10).reversed()))) > 2000)
  }

  @Test("one company's stage changed: all others fare the same, that one does not")
  func restaged() throws {
    let first = try Self.design(Array(1...10))
    let second = try Self.design(Array(1...10), stages: [4: "b"])
    #expect(compare(first, second, except: [Self.address(4)]) > 2000)
    let own = (0..<60).filter { replicate in
      KernelProbe.fates(first, replicate: UInt32(replicate))[Self.address(4)]
        != KernelProbe.fates(second, replicate: UInt32(replicate))[Self.address(4)]
    }
    #expect(own.count > 50)
  }

  @Test(
    "more tickets, other terms, another manager: all fare the same",
    arguments: [
      "funds.fund.portfolio.tickets_per_year=[6]", "funds.fund.waterfall.carry=10 %", "funds.fund.manager.skill=0.9",
      "funds.fund.investors.city.commitment=30 亿元", "funds.fund.life.term=8 years",
    ])
  func otherTerms(set: String) throws {
    #expect(compare(try Self.design(Array(1...10)), try Self.design(Array(1...10), [set])) > 2000)
  }

  @Test("a ticket added to a fund with unlimited candidates leaves the other companies alone")
  func unlimited() throws {
    let base = try ScenarioWorkshop.design("benchmark")
    let more = try ScenarioWorkshop.design("benchmark", ["funds.fund.portfolio.tickets_per_year=[9, 8, 8, 8, 7]"])
    #expect(compare(base, more) > 2000)
  }
}
