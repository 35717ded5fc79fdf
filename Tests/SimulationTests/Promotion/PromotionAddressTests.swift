// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Ids and dates address the random numbers of the promotion of capital: order and additions change nothing else.
@Suite struct PromotionAddressTests {
  typealias Small = SmallPromotion

  private static func runs(_ change: (inout Promotion) -> Void = { _ in }) throws -> [PromotionRun] {
    let design = try Small.design {
      PromotionMechanismTests.middling(&$0)
      describe(&$0)
      change(&$0)
    }
    return (0..<40).map { PromotionProbe.run(design, replicate: $0) }
  }

  private static func run(_ change: (inout Promotion) -> Void = { _ in }) throws -> [[Int64]] {
    try runs(change).map(\.records)
  }

  /// Two of each that chance decides.
  private static func describe(_ section: inout Promotion) {
    section.units.append(Small.unit("department", home: "city", leads: 0))
    section.units[0].value.flags = [word("leading", 0.5), word("top", 0.3)]
    section.routes = [route("large", 0.4)]
    section.credits = [credit("duty", 0.5, ["leading"]), credit("favour", 0.2, ["top"])]
    section.followers = [followers("chain", 0.3), followers("suppliers", 0.2)]
    section.pools = [Small.pool("land", .land, in: "city", 10_000)]
    section.pools[0].value.additions = [addition("2025-10-01", 3_000, 0.5), addition("2026-07-01", 5_000, 0.5)]
    section.stages[id: "building"].needs = [StageNeed(resource: .land, keep: .life)]
  }

  private static func word(_ id: String, _ share: Double) -> ProjectShare {
    ProjectShare(id: id, share: Small.share(share))
  }

  private static func route(_ id: String, _ share: Double, from: Double? = nil) -> Identified<RoutingRule> {
    var leads = Small.all
    leads.from = from.map { Small.yuan($0) }
    return Identified(id: id, value: RoutingRule(leads: leads, unit: "county", share: Small.share(share)))
  }

  private static func credit(_ id: String, _ share: Double, _ words: [String]) -> Identified<CreditRule> {
    var projects = Small.all
    projects.flags = words
    return Identified(
      id: id,
      value: CreditRule(unit: "department", projects: projects, atHome: false, share: Small.share(share)))
  }

  private static func followers(_ id: String, _ mean: Double) -> Identified<FollowerRule> {
    Identified(
      id: id,
      value: FollowerRule(
        leaders: Small.all, after: .producing, mean: Small.number(mean), window: Small.years(0.5), unit: "county",
        sameSector: true))
  }

  private static func addition(_ date: String, _ amount: Double, _ chance: Double) -> PoolAddition {
    PoolAddition(date: Small.day(date), amount: Small.number(amount), chance: Small.share(chance))
  }

  @Test("rules, words and additions that do nothing, put before the others, move no number of theirs")
  func idle() throws {
    let idle = try Self.run {
      $0.units[0].value.flags.insert(Self.word("aerospace", 0), at: 0)
      $0.routes.insert(Self.route("immense", 1, from: 1e12), at: 0)
      $0.credits.insert(Self.credit("absent", 0, ["leading"]), at: 0)
      $0.followers.insert(Self.followers("alone", 0), at: 0)
      $0.pools[0].value.additions.insert(Self.addition("2025-07-01", 9_000, 0), at: 0)
    }
    #expect(try idle == Self.run())
  }

  @Test("a stage that everybody passes at once moves no number of the others")
  func idleStage() throws {
    let idle = try Self.run { $0.stages.insert(Small.stage("greeting", nil), at: 1) }
    #expect(try idle == Self.run())
  }

  @Test("after a transfer a lead has other numbers up to the stage that it came from, and the same beyond")
  func onceMore() throws {
    let design = try Small.design { PromotionMechanismTests.middling(&$0) }
    var kernel = ReplicateKernel(design.plan)
    kernel.run(replicate: 3)
    let (leads, stages) = (kernel.promotion.projects.count, kernel.promotion.plan.stages.count)
    try #require(leads > 0 && stages > 2)
    // Stage by stage, before any transfer and after one in the second stage.
    var (before, after): ([Uniform], [Uniform]) = ([], [])
    for stage in Int16(0)..<3 {
      before.append(Self.draw(&kernel, in: stage, again: -1))
      after.append(Self.draw(&kernel, in: stage, again: 1))
    }
    #expect(after[0] != before[0] && after[1] != before[1] && after[2] == before[2])
    #expect(Set(before + after).count == 5)
  }

  private static func draw(_ kernel: inout ReplicateKernel, in stage: Int16, again: Int16) -> Uniform {
    kernel.promotion.projects[0].stage = stage
    kernel.promotion.projects[0].again = again
    return kernel.promotion.drawInStage(0, .stageOddsAndTime).first
  }

  @Test("the order of rules, words and additions moves nothing")
  func order() throws {
    let turned = try Self.run {
      $0.units[0].value.flags.reverse()
      $0.credits.reverse()
      $0.followers.reverse()
      $0.pools[0].value.additions.reverse()
    }
    #expect(try turned == Self.run())
  }

  /// Each of them decides something here: the two tests above could not hold otherwise than by their addresses. Additions
  /// have a test of their own, as another date is another day as well.
  @Test("another id is another draw, and the route matters")
  func renamed() throws {
    let base = try Self.run()
    let changes: [(inout Promotion) -> Void] = [
      { $0.credits[0].id = "obligation" }, { $0.followers[0].id = "cluster" }, { $0.routes = [] },
      { $0.stages[0].id = "meetings" },
      {
        $0.units[0].value.flags[0].id = "heading"
        $0.credits[0].value.projects.flags = ["heading"]
      },
    ]
    for change in changes { #expect(try Self.run(change) != base) }
  }

  /// What there was in all tells which of them came.
  @Test("additions of two dates, and two of one date, come each by a draw of its own")
  func additions() throws {
    func totals(_ dates: [String]) throws -> [[Int64]] {
      try Self.runs { section in
        section.pools[0].value.additions = zip(dates, [1_000, 2_000]).map { Self.addition($0, $1, 0.5) }
      }.map(\.total)
    }
    let base = try totals(["2025-10-01", "2025-10-02"])
    #expect(try totals(["2025-10-01", "2025-10-01"]) != base)
    #expect(try totals(["2025-10-02", "2025-10-01"]) != base)
    // Each of the four outcomes is seen; one is missing in 40 replicates once in 25,000 times.
    #expect(Set(base).count == 4)
    #expect(try Set(totals(["2025-10-01", "2025-10-01"])).count == 4)
  }
}
