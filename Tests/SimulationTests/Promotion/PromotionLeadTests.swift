// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Leads that events bring, and who gets them.
@Suite struct PromotionLeadTests {
  typealias Small = SmallPromotion

  /// An event alone brings leads.
  static func run(replicate: UInt32 = 0, _ change: (inout Promotion) -> Void) throws -> PromotionRun {
    PromotionProbe.run(
      try Small.design {
        $0.units[0].value.leads = Small.number(0)
        $0.pulses = [Small.pulse(leads: 200)]
        change(&$0)
      }, replicate: replicate)
  }

  @Test("a lead that is worth nothing never signs, wherever in the chain it stands on arrival", arguments: [0, 1])
  func worthless(shows: Double) throws {
    func run(_ share: Double) throws -> PromotionRun {
      try Self.run {
        $0.stages[id: "talks"].showsAtFair = Small.share(shows)
        $0.units[0].value.worthless = Small.share(share)
      }
    }
    let (none, half, all) = (try run(0), try run(0.5), try run(1))
    #expect(none[.signed] == none[.leads] && all[.signed] == 0 && all[.lost] == all[.leads])
    #expect(abs(Double(half[.signed]) / Double(half[.leads]) - 0.5) < 0.15)
  }

  @Test("leads stand behind the last stage that they show, whatever earlier stages say")
  func standsBehindLastStage() throws {
    let run = try Self.run {
      $0.stages.insert(Small.stage("contact", nil), at: 0)
      $0.stages[id: "talks"].showsAtFair = Small.share(1)
    }
    #expect(run.stages[0].entered == 0 && run.stages[1].entered == 0 && run.stages[2].entered == run[.leads])
  }

  @Test("equal units get equal parts of what events, leaders and companies bring")
  func equalUnits() throws {
    var leads = [0.0, 0, 0, 0]
    for replicate in 0..<20 {
      let run = try Self.run(replicate: UInt32(replicate)) {
        $0.units[0].value.count = Small.count(4)
        $0.pulses = [Small.pulse(leads: 1, every: 1.0 / 24)]
        $0.followers = [
          Identified(
            id: "chain",
            value: FollowerRule(
              leaders: Small.all, after: .producing, mean: Small.number(0.5), window: Small.years(0.2), unit: "bureau",
              sameSector: true))
        ]
      }
      for unit in leads.indices { leads[unit] += Double(run[.leads, 3 + unit]) }
    }
    // Some 2700 leads: four deviations are 3.4 points.
    let all = leads.reduce(0, +)
    #expect(all > 2000 && leads.allSatisfy { abs($0 / all - 0.25) < 0.035 }, "\(leads)")
  }
}
