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
}
