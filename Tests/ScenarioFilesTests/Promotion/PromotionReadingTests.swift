// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// The section `promotion`: what is written, what is shipped, and the order of the chain.
@Suite struct PromotionReadingTests {
  static func load(_ text: String, _ sets: [String] = []) throws -> LoadedScenario {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    return try ScenarioFile.load(folder.path, metrics: .sample, sets: sets)
  }

  static func promotion(_ text: String, _ sets: [String] = []) throws -> Promotion {
    try #require(try load(text, sets).model.promotion)
  }

  @Test("everything that is written is read")
  func full() throws {
    let loaded = try Self.load(FullPromotion.text)
    #expect(loaded.warnings == [])
    let promotion = try #require(loaded.model.promotion)
    #expect(loaded.model.outputs.projectReplicates.map(\.value) == [0, 3])
    #expect(promotion.regions.map(\.id) == ["city", "north", "south"])
    let north = promotion.regions[1].value
    #expect(promotion.regions[0].value.level == .city && north.level == nil)
    #expect(promotion.funding?.stage == "talks" && promotion.funding?.seeking.value.fraction == 0.3)
    #expect(north.parent == "city" && north.fit.map(\.id) == ["textiles"] && north.fit[0].value.value == 0.5)
    #expect(north.arrears.value.yuan == 2e7 && north.supportBudget?.value.yuan == 5e7)
    #expect(promotion.regions[0].value.netsRelocations && !north.netsRelocations)
    #expect(promotion.sectors[1].value.energyPerHundredMillion.value == 500)
    let bureau = try #require(promotion.units.first { $0.id == "bureau" }?.value)
    #expect(bureau.quotas.map(\.milestone) == [.signed, .started] && bureau.quotas.map(\.perYear.value) == [20, 12])
    #expect(bureau.flags.map(\.id) == ["chain_leader", "top_500"] && bureau.season.map(\.value) == [0.8, 1.1, 1, 1.1])
    #expect(bureau.capacity?.value == 40)
    #expect(promotion.transfers[0].value.leads.units == ["agent"] && promotion.transfers[0].value.before == .signed)
    #expect(promotion.levers.map(\.id) == ["approvals", "media", "training"])
    #expect(promotion.levers.map(\.value.group) == ["approvals", "media", "skill"])
    #expect(promotion.tallies[0].value.projects.origins == [.province, .foreign])
    #expect(promotion.tallies[0].value.projects.expansions == false)
    #expect(promotion.openingProjects[0].value.count.value == 120 && promotion.stall?.stopAfter?.value.years == 1.5)
    #expect(promotion.offers[0].value.basis.chinese == "2023 年办法" && promotion.offers[0].value.from == nil)
  }

  @Test("amounts of a pool carry the unit of its resource")
  func pools() throws {
    let pools = try Self.promotion(FullPromotion.text).pools
    #expect(pools.map(\.id) == ["energy", "factories", "land_north", "leaders"])
    #expect(pools.map(\.value.opening.value) == [100_000, 200_000, 3000, 30])
    #expect(pools.map(\.value.perYear.value) == [5000, 0, 300, 0])
    #expect(pools[1].value.occupied.value == 50_000 && pools[2].value.price.value.yuan == 140_000)
    let addition = try #require(pools[2].value.additions.first)
    #expect(addition.amount.value == 500 && addition.chance.value.fraction == 0.6)
  }

  @Test("own stages are laid over the shipped chain, which is put in order")
  func chain() throws {
    let stages = try Self.promotion(FullPromotion.text).stages
    #expect(
      stages.map(\.id) == [
        "contact", "talks", "intent", "signing", "registration", "land", "start", "building", "trial",
      ])
    #expect(stages.map(\.value.choosesPlace) == stages.map { $0.id == "signing" })
    #expect(stages[7].value.sizeElasticity.value == 0.1 && stages[7].value.odds.value == .whole)
    #expect(stages[1].value.gate?.accuracy.value.fraction == 0.5 && stages[1].value.patience?.value.years == 2)
    #expect(stages[1].value.needs.map(\.resource) == [.negotiators, .attention])
    #expect(stages[5].value.needs.allSatisfy { $0.keep == .life })
  }

  @Test("a chain of one's own")
  func own() throws {
    let chain = """
      promotion:
        preset: null
        bounds: {odds: 2}
        sizes: {all: {name: {en: All, zh: 全部}, from: 1 亿元, up_to: 2 亿元, law: {kind: pareto, exponent: 1}}}
        paces: {all: {name: {en: All, zh: 全部}, share: 100 %, preparation: 1, building: 1, under_way: 0 %, realised: 100 %}}
        money: {registered_share: 20 %, curve: {alpha: 2, beta: 3}}
        stages:
          a: {name: {en: A, zh: 甲}, after: z, milestone: completed, odds: 50 %, mean: 1 year}
          m: {name: {en: M, zh: 乙}, milestone: negotiated, odds: 50 %, mean: 1 month, chooses_place: true}
          z: {name: {en: Z, zh: 丙}, after: m, milestone: signed, odds: 50 %, mean: 1 month}

      """
    let text = FullPromotion.small.replacing("promotion:\n", with: chain)
      .replacing("leads: 1000,", with: "leads: 1000, sizes: {all: 100 %},")
    let promotion = try Self.promotion(text)
    #expect(promotion.stages.map(\.id) == ["m", "z", "a"])
    #expect(promotion.stages.map(\.value.choosesPlace) == [true, false, false])
    #expect(promotion.sizes.map(\.id) == ["all"] && promotion.bounds.odds.value == 2)
  }

  @Test("a scenario says little; what is shipped has source and grade")
  func small() throws {
    let loaded = try Self.load(FullPromotion.small)
    let promotion = try #require(loaded.model.promotion)
    #expect(loaded.warnings == [])
    #expect(promotion.paces.map(\.id) == ["held", "never", "slow", "under_way"] && promotion.stages.count == 10)
    #expect(promotion.stall == nil && promotion.place == nil && promotion.reporting == nil)
    let sources = Set(loaded.sources.map(\.id))
    let rows = loaded.register.filter { $0.path.hasPrefix("promotion.") && $0.isDefault }
    #expect(rows.count > 100)
    for row in rows {
      let isNumber = !row.unit.isEmpty || (try? QuantityText(row.text, as: .number)) != nil
      #expect(!isNumber || (row.grade != nil && sources.contains(row.source)), "\(row.path)")
    }
    #expect(loaded.register.allSatisfy { !$0.labelEnglish.isEmpty && !$0.labelChinese.isEmpty })
  }

  /// Each number of the whole section, shipped or not, is reached by its path.
  @Test("every path of the register can be set")
  func everyPath() throws {
    let rows = try Self.load(FullPromotion.text).register.filter { $0.path.hasPrefix("promotion.") }
    #expect(rows.count > 300)
    // Some at a time: each is told apart by its own row.
    for first in stride(from: 0, to: rows.count, by: 40) {
      let some = rows[first..<min(rows.count, first + 40)]
      let loaded = try Self.load(FullPromotion.text, some.map { "\($0.path)=\($0.text)" })
      for row in some {
        let again = try #require(loaded.register.first { $0.path == row.path })
        #expect(again.text == row.text && !again.isDefault, "\(row.path)")
      }
    }
  }
}
