// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Who waits, for how long, and who comes next.
@Suite struct PromotionWaitingTests {
  typealias Small = SmallPromotion

  /// Talks that need a leader's attention, of which there is some.
  static func crowd(_ section: inout Promotion, leaders: Double) {
    section.stages[id: "talks"].needs = [StageNeed(resource: .attention, keep: .stage)]
    section.stages[id: "talks"].mean = Small.years(0.2)
    section.pools = [Small.pool("leaders", .attention, in: "city", leaders)]
    section.pools[0].value.queue = .largest
  }

  /// 505 mu, a project that wants 1000 and stands first, and five that want 100.
  @Test("when the first in a queue leaves, those behind it take what it could not")
  func leavesTheQueue() throws {
    let design = try Small.design {
      $0.units[0].value.leads = Small.number(0)
      $0.sizes.append(Small.size("big", from: 1e9, upTo: 1.001e9))
      $0.stages[id: "building"].needs = [StageNeed(resource: .land, keep: .life)]
      $0.stages[id: "building"].patience = Small.years(0.5)
      $0.pools = [Small.pool("land", .land, in: "city", 505)]
      $0.pools[0].value.queue = .largest
      $0.openingProjects = [Small.opening("signing", 5), Small.opening("signing", 1, size: "big")]
    }
    var landed: Int64 = 0
    for replicate in 0..<40 {
      let run = PromotionProbe.run(design, replicate: UInt32(replicate), hasJournal: true)
      landed += run[.completed]
      let left = run.journal.filter { $0.happening == .withdrawn }
      let first = left.first { $0.investment > 5e8 }?.time ?? .infinity
      #expect(left.allSatisfy { $0.time <= first }, "replicate \(replicate)")
    }
    // Half of the five stay longer than the one, and some come before it.
    #expect(landed > 80 && landed < 200)
  }

  /// Land comes after half a year, a quota never: patience runs out when it would if the quota alone were short.
  @Test("the clock of patience runs on from one thing that is short to the next")
  func patience() throws {
    func run(_ needs: [ResourceKind]) throws -> PromotionRun {
      PromotionProbe.run(
        try Small.design {
          $0.units[0].value.leads = Small.number(0)
          $0.stages[id: "building"].needs = needs.map { StageNeed(resource: $0, keep: .life) }
          $0.stages[id: "building"].patience = Small.years(0.8)
          $0.pools = [Small.pool("land", .land, in: "city", 0), Small.pool("quota", .landQuota, in: "city", 0)]
          $0.pools[0].value.additions = [
            PoolAddition(date: Small.day("2025-07-01"), amount: Small.number(1e6), chance: Small.share(1))
          ]
          $0.openingProjects = [Small.opening("signing", 400)]
        })
    }
    let (both, quota) = (try run([.land, .landQuota]), try run([.landQuota]))
    for quarter in 0..<12 {
      #expect(both[.withdrawn, in: quarter] == quota[.withdrawn, in: quarter], "quarter \(quarter)")
    }
    // 1 − e^(−t/0.8) have left by t; five deviations of 400.
    let left = (0..<4).reduce(0) { $0 + Double(both[.withdrawn, in: $1]) } / 400
    #expect(abs(left - (1 - Elementary.exp(-1.25))) < 0.12)
  }

  /// All needs come at the signing, all projects fail in the building, and all that they took comes back.
  @Test("what was taken before the signing comes back in full, land or factory", arguments: [0, 0.3, 1])
  func recovered(factories: Double) throws {
    let run = PromotionProbe.run(
      try Small.design {
        $0.units[0].value.ends = Small.day("2025-10-01")
        $0.sectors[0].value.factoryShare = Small.share(factories)
        $0.stages[id: "signing"].needs = [
          StageNeed(resource: .land, keep: .life), StageNeed(resource: .factory, keep: .life),
        ]
        $0.stages[id: "building"].mean = Small.years(0.1)
        $0.stages[id: "building"].odds = Small.share(0)
        $0.pools = [Small.pool("land", .land, in: "city", 1e6), Small.pool("factory", .factory, in: "city", 1e7)]
      })
    #expect(run[.signed] > 200 && run[.lost] == run[.signed])
    #expect(run.available == run.total && run.held == [0, 0])
    let onLand = Double(run[.landUsed]) / 10_050 / Double(run[.signed])
    #expect(abs(onLand - (1 - factories)) < 0.15)
  }

  @Test("nobody waits in a unit that takes over a lead which left its queue")
  func transfers() throws {
    let run = PromotionProbe.run(
      try Small.design {
        Self.crowd(&$0, leaders: 1)
        $0.units.append(Small.unit("county", home: "east", leads: 0))
        $0.transfers = [Small.transfer(to: "county")]
      })
    #expect(run[.transferred] > 100 && run[.waiting] > 0)
    for quarter in 0..<12 {
      let waiting = (0...quarter).reduce(Int64(0)) { $0 + run[.waiting, 4, in: $1] }
      #expect(waiting >= 0, "quarter \(quarter)")
    }
  }

  @Test("a project that waits at the end of the grid has waited up to it")
  func waitsToTheEnd() throws {
    let design = try Small.design { Self.crowd(&$0, leaders: 0) }
    let lives = try ProjectLife.replayed(design, replicates: [0])
    #expect(lives.count > 900)
    for life in lives {
      let arrived = try #require(life.arrived)
      #expect(abs(life.waited - (3 - arrived)) < 1e-12)
    }
  }
}
