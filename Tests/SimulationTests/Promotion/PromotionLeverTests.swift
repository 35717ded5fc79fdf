// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Levers touch what they name, when they act.
@Suite struct PromotionLeverTests {
  typealias Small = SmallPromotion

  /// A lever of a half on capacity, beside a unit with ten negotiators and land that grows by 400 mu a year.
  static func totals(_ change: (inout Lever) -> Void) throws -> [Int64] {
    try PromotionProbe.run(
      Small.design {
        $0.stages[id: "talks"].needs = [StageNeed(resource: .negotiators, keep: .stage)]
        $0.stages[id: "building"].needs = [StageNeed(resource: .land, keep: .life)]
        $0.units[0].value.capacity = Small.count(10)
        $0.units.append(Small.unit("county", home: "east", leads: 0))
        $0.units[1].value.capacity = Small.count(4)
        $0.pools = [Small.pool("land", .land, in: "city", 100)]
        $0.pools[0].value.perYear = Small.number(400)
        $0.levers = [Small.lever("more", .capacity, 0.5)]
        change(&$0.levers[0].value)
      }
    ).total
  }

  @Test("a lever on capacity touches the units, regions and resources that it names, by hand")
  func capacity() throws {
    let (bureau, county, land) = (1000, 400, 10_000 + 3 * 40_000)
    func hundredths(_ lifted: (Double, Double, Double)) -> [Int64] {
      [
        Int64(Double(bureau) * lifted.0), Int64(Double(county) * lifted.1),
        10_000 + Int64(Double(land - 10_000) * lifted.2),
      ]
    }
    #expect(try Self.totals { $0.effect = Small.number(0) } == hundredths((1, 1, 1)))
    #expect(try Self.totals { _ in } == hundredths((1.5, 1.5, 1.5)))
    #expect(try Self.totals { $0.units = ["bureau"] } == hundredths((1.5, 1, 1)))
    #expect(try Self.totals { $0.resources = [.land] } == hundredths((1, 1, 1.5)))
    #expect(try Self.totals { $0.resources = [.negotiators] } == hundredths((1.5, 1.5, 1)))
    #expect(try Self.totals { $0.regions = ["east"] } == hundredths((1, 1.5, 1)))
    #expect(try Self.totals { $0.resources = [.factory] } == hundredths((1, 1, 1)))
  }

  /// One slot, and two projects of which one comes before the lever starts.
  @Test("a lever that does nothing yet keeps its slots for when it does")
  func slots() throws {
    let design = try Small.design {
      $0.units[0].value.leads = Small.number(0)
      $0.stages[id: "talks"].mean = Small.years(2)
      $0.openingProjects = [Small.opening("talks", 2)]
      $0.levers = [Small.lever("guide", .odds, 0.5)]
      $0.levers[0].value.slots = Small.count(1)
      $0.levers[0].value.starts = Small.day("2026-01-01")
      $0.levers[0].value.ends = Small.day("2027-01-01")
    }
    var kernel = ReplicateKernel(design.plan)
    kernel.promotion.open(RandomNumbers(seed: 1, replicate: 0))
    let served = [0, 3, 8, 4, 4].map { kernel.promotion.served(0, 0, in: $0) }
    #expect(served == [0, 0, 0, 1, 0] && kernel.promotion.slots[0] == 0)
    kernel.promotion.freeSlots(0)
    #expect(kernel.promotion.served(1, 0, in: 7) == 1)
  }

  @Test("levers on rates leave the leads of events alone")
  func events() throws {
    let (none, lifted) = try (
      PromotionLeadTests.run { _ in }, PromotionLeadTests.run { $0.levers = [Small.lever("lever", .rate, 0.5)] }
    )
    #expect(none.records == lifted.records && none[.leads] > 100)
  }
}
