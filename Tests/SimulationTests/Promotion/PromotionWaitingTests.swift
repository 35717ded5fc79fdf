// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Who waits, for how long, and who comes next.
@Suite struct PromotionWaitingTests {
  typealias Small = SmallPromotion

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
}
