// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// Derived plans take the promotion of capital of the base design where their funds do the same for it.
@Suite struct FollowedPromotionTests {
  /// The base design, one without a concession that changes no purchase, and one without the fund.
  private func designs(_ funding: (seeking: Double, odds: Double, landing: Double)?) throws -> [ResolvedDesign] {
    let base = try PromotionFundingTests.design(
      funding, fund: ["concessions": "{given: {kind: capped_return, giver: city, receivers: [social], rate: 1 %}}"],
      extra: "derived_plans: {no_fund: {without: [fund]}}")
    return try ResolvedDesign.all(base.scenario, register: [])
  }

  @Test("every design gives what it gives on its own", arguments: [nil, (0.2, 10, 0.5), (0, 0, 1)])
  func same(funding: (seeking: Double, odds: Double, landing: Double)?) async throws {
    let designs = try designs(funding)
    let together = try await Ensemble(designs).run(count: 40, width: 1)
    try #require(designs.count == 3)
    for (place, design) in designs.enumerated() {
      let alone = try await Ensemble([design]).run(count: 40, width: 1)[0]
      #expect(together[place].columns.map { $0.map(\.bitPattern) } == alone.columns.map { $0.map(\.bitPattern) })
      #expect(together[place].moments.means.map(\.bitPattern) == alone.moments.means.map(\.bitPattern))
      #expect(together[place].histograms == alone.histograms && together[place].totals == alone.totals)
    }
  }

  @Test("a plan whose funds buy the same follows to the end; one whose funds do not says so")
  func divergence() throws {
    let designs = try designs((0.2, 10, 0.5))
    var leader = ReplicateKernel(designs[0].plan)
    leader.run(replicate: 3)
    for design in designs.dropFirst() {
      var follower = ReplicateKernel(design.plan, promotes: false)
      swap(&follower.promotion, &leader.promotion)
      follower.follows = true
      follower.run(replicate: 3)
      #expect(follower.hasDiverged == (design.name == "no_fund"))
      swap(&follower.promotion, &leader.promotion)
    }
  }
}
