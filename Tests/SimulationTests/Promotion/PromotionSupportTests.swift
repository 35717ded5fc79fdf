// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Support falls due to what is there.
@Suite struct PromotionSupportTests {
  typealias Small = SmallPromotion

  /// Projects that fail in the building, stand still until they are ended, or close once they produce, each with a twentieth
  /// of its investment due over five years from the signing.
  static func design() throws -> ResolvedDesign {
    try Small.design {
      $0.units[0].value.leads = Small.number(100)
      $0.stages[id: "building"].odds = Small.share(0.7)
      $0.stages[id: "building"].mean = Small.years(0.6)
      $0.operation.closure = Small.rate(0.5)
      $0.stall = Small.stall(0.6, stopAfter: 0.4)
      $0.offers = [Small.offer()]
      $0.offers[0].value.years = Small.years(5)
    }
  }

  /// Of `W` fen in 20 parts `⌊k W/20⌋` have fallen due after `k` quarters: from that of the signing to that of the end.
  @Test("nothing falls due after the quarter in which a project ends, by hand for every life")
  func endsWithTheProject() throws {
    for replicate in 0..<3 {
      let run = PromotionProbe.run(try Self.design(), replicate: UInt32(replicate), hasJournal: true)
      #expect(run[.stopped] > 10 && run[.closed] > 10 && run[.lost] > run[.stopped] + 10)
      var ends: [Int: Int] = [:]
      for entry in run.journal where [.lost, .stopped, .closed].contains(entry.happening) {
        ends[entry.project] = Int(entry.time * 4)
      }
      var due: Int64 = 0
      for entry in run.journal where entry.happening == .passed && entry.stage == 1 {
        let quarters = (ends[entry.project] ?? 11) - Int(entry.time * 4) + 1
        due += Money.nearestFen(entry.investment * 100 * 0.05) * Int64(quarters) / 20
      }
      #expect(run[.due] == due && run[.supportPaid] == due && due > 0)
    }
  }

  @Test("what fell due before the end stays owed")
  func staysOwed() throws {
    let run = PromotionProbe.run(
      try Small.design {
        $0.units[0].value.leads = Small.number(0)
        $0.openingProjects = [Small.opening("talks", 10)]
        $0.stages[id: "building"].odds = Small.share(0)
        $0.offers = [Small.offer()]
        $0.regions[2].value.supportBudget = Small.yuan(0)
      })
    // All is lost on the first day, when a quarter of the promise is due.
    #expect(run[.lost] == 10 && run[.due] > 0 && abs(4 * run[.due] - run[.promised]) <= 40)
    #expect(run[.arrears] == run[.due] && run[.supportPaid] == 0)
  }

  /// A kind that goes no further than its contract, under four rules on what stands still.
  @Test("what never goes further stands still, whether anything ends it or not")
  func standing() throws {
    for stall in [nil, Small.stall(0), Small.stall(0, stopAfter: 100), Small.stall(0.5)] {
      let run = PromotionProbe.run(
        try Small.design {
          $0.paces = [Small.pace(underWay: 0)]
          $0.paces[0].value.last = .signed
          $0.stall = stall
        })
      #expect(run[.standing] == run[.signed] && run[.signed] > 300 && run[.completed] == 0)
    }
  }
}
