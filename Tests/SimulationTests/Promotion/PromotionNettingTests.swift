// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// A region that takes out of its numbers what moves within it.
@Suite struct PromotionNettingTests {
  typealias Small = SmallPromotion

  static func prepare(_ section: inout Promotion, within: Double) {
    section.regions[0].value.netsRelocations = true
    section.units[0].value.origins = [
      OriginShare(origin: .within, share: Small.share(within)),
      OriginShare(origin: .province, share: Small.share(1 - within)),
    ]
  }

  @Test("what is reported, due, paid and owed leaves relocations out as money in place does", arguments: [0.4, 1])
  func netsMoney(within: Double) throws {
    let run = PromotionProbe.run(
      try Small.design {
        Self.prepare(&$0, within: within)
        $0.reporting = Small.reporting(1.2)
        $0.offers = [Small.offer()]
        $0.commitments = CommitmentTerms(kept: Small.share(0.6), memory: Small.share(0.3))
      })
    #expect(run[.inPlace] < run[.inPlace, 1] + run[.inPlace, 2] && (run[.inPlace] == 0) == (within == 1))
    for region in 0...2 {
      #expect(abs(Double(run[.reported, region]) - 1.2 * Double(run[.inPlace, region])) < 100)
      #expect(run[.supportPaid, region] + run[.arrears, region] == run[.due, region])
    }
    #expect(run[.supportPaid, 1] > 0 && run[.arrears, 1] > 0)
    #expect((run[.supportPaid] == 0) == (within == 1))
  }

  @Test("land and support are paid in full, and only where a project lands, whatever is netted above")
  func publicMoney() async throws {
    var scenario = try Small.scenario {
      Self.prepare(&$0, within: 0.5)
      $0.regions[0].value.level = .province
      $0.regions[1].value.level = .county
      $0.regions[2].value.level = .county
      $0.stages[id: "building"].needs = [StageNeed(resource: .land, keep: .life)]
      $0.pools = [Small.pool("land", .land, in: "city", 1e6)]
      $0.pools[0].value.price = Small.yuan(1e5)
      $0.offers = [Small.offer()]
    }
    scenario.outputs.replicateEntities = []
    let outcome = try await Ensemble([try ResolvedDesign(scenario, register: [])]).run(count: 2, width: 1)[0]
    func value(_ entity: String, _ metric: HeadlineMetric) throws -> Double {
      let place = try #require(outcome.labels.entities.firstIndex(of: entity))
      return outcome.column(entity: place, metric: try #require(outcome.wants.column(metric)))[0]
    }
    #expect(try value("public/province", .landRevenue) == 0)
    #expect(try value("public/province", .supportPaid) == 0)
    for metric in [HeadlineMetric.landRevenue, .supportPaid] {
      let counties = try value("region/east", metric) + value("region/west", metric)
      #expect(abs(try value("public/county", metric) - counties) < 1 && counties > 0)
    }
  }
}
