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
