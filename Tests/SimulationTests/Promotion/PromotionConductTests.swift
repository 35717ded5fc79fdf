// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// What pressure does to reports, and what offers do to choices.
@Suite struct PromotionConductTests {
  typealias Small = SmallPromotion

  /// A unit of the city or of a county whose quota nobody reaches, in a city whose reports bend to pressure.
  static func pressed(home: String, starts: String? = nil) throws -> PromotionRun {
    PromotionProbe.run(
      try Small.design {
        $0.units.append(Small.unit("squad", home: home, leads: 1))
        $0.units[1].value.quotas = [UnitQuota(milestone: .signed, perYear: Small.number(1e9))]
        $0.units[1].value.starts = starts.map { Small.day($0) }
        $0.reporting = Small.reporting(1)
        $0.pressure = PressureTerms(effort: Small.number(0), inflation: Small.number(1))
      })
  }

  private static func excess(_ run: PromotionRun, _ region: Int, in quarter: Int) -> Double {
    Double(run[.reported, region, in: quarter]) / Double(run[.inPlace, region, in: quarter])
  }

  @Test("a unit that is behind bends the reports of all that lies in its home, and of nothing else")
  func reports() throws {
    let (city, east) = (try Self.pressed(home: "city"), try Self.pressed(home: "east"))
    for quarter in 0..<12 {
      #expect(abs(Self.excess(city, 1, in: quarter) - 2) < 1e-3 && abs(Self.excess(city, 2, in: quarter) - 2) < 1e-3)
      #expect(abs(Self.excess(east, 1, in: quarter) - 2) < 1e-3 && abs(Self.excess(east, 2, in: quarter) - 1) < 1e-3)
    }
  }

  @Test("a unit that does not work yet is not behind")
  func startsLater() throws {
    let run = try Self.pressed(home: "city", starts: "2026-01-01")
    for quarter in 0..<12 { #expect(abs(Self.excess(run, 0, in: quarter) - (quarter < 4 ? 1 : 2)) < 1e-3) }
  }

  @Test("an offer that has ended when a stage begins does nothing for it")
  func offerEnds() throws {
    func run(_ offers: [Identified<SupportOffer>]) throws -> PromotionRun {
      PromotionProbe.run(
        try Small.design {
          $0.stages[id: "talks"].mean = Small.years(1)
          $0.stages[id: "talks"].shape = Small.number(200)
          $0.stages[id: "signing"].odds = Small.share(0.5)
          $0.stages[id: "signing"].loadings.support = Small.number(100)
          $0.offers = offers
        })
    }
    let (none, ended, lasting) = (try run([]), try run([Small.offer(until: "2025-04-01")]), try run([Small.offer()]))
    #expect(ended[.signed] == none[.signed] && ended[.promised] == 0)
    #expect(lasting[.signed] > ended[.signed] + 100)
  }

  @Test("an offer to projects of a region draws projects there as an offer in that region does")
  func offerForRegion() throws {
    func run(_ offer: Identified<SupportOffer>) throws -> PromotionRun {
      PromotionProbe.run(
        try Small.design {
          $0.place = PlaceChoice(
            fit: Small.number(1), cost: Small.number(1), support: Small.number(20), credibility: Small.number(0),
            contested: Small.share(0), rivalled: Small.share(0))
          $0.offers = [offer]
        })
    }
    var projects = Small.all
    projects.regions = ["east"]
    let (inRegion, forRegion) = (try run(Small.offer(regions: ["east"])), try run(Small.offer(projects: projects)))
    #expect(forRegion.records == inRegion.records)
    // e to one.
    #expect(abs(Double(forRegion[.signed, 1]) / Double(forRegion[.signed]) - 0.731) < 0.05)
  }
}
