// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// What is under way when the grid begins goes by the same formulas as what comes later.
@Suite struct PromotionOpeningTests {
  typealias Small = SmallPromotion

  static func run(_ count: Int, age: Double = 0, _ change: (inout Promotion) -> Void) throws -> PromotionRun {
    try PromotionProbe.run(
      Small.design {
        $0.units[0].value.leads = Small.number(0)
        $0.stages[id: "talks"].mean = Small.years(0.5)
        $0.openingProjects = [Small.opening("talks", count, age: age)]
        change(&$0)
      }, hasJournal: true)
  }

  @Test("odds of the opening stage are shifted by what they load on: logistic(3) at even odds and a skill of 3")
  func odds() throws {
    func passed(_ change: (inout Promotion) -> Void) throws -> Double {
      let run = try Self.run(4000) {
        $0.stages[id: "talks"].odds = Small.share(0.5)
        change(&$0)
      }
      return Double(run[.negotiated]) / Double(run[.negotiated] + run[.lost])
    }
    // Five deviations of 4000 draws.
    #expect(abs(try passed { _ in } - 0.5) < 0.04)
    let expected = 1 / (1 + Elementary.exp(-3))
    let skilled = try passed {
      $0.stages[id: "talks"].loadings.skill = Small.number(1)
      $0.units[0].value.skill = Small.number(3)
    }
    let levered = try passed {
      $0.bounds.odds = Small.number(5)
      $0.levers = [Small.lever("lever", .odds, 3)]
    }
    #expect(abs(skilled - expected) < 0.017 && levered == skilled)
  }

  @Test("a lever that halves durations does what half the mean does", arguments: [0, 0.25])
  func duration(age: Double) throws {
    let levered = try Self.run(200, age: age) {
      $0.levers = [Small.lever("lever", .duration, 0.5)]
      $0.levers[0].value.stages = ["talks"]
    }
    let halved = try Self.run(200, age: age) { $0.stages[id: "talks"].mean = Small.years(0.25) }
    #expect(levered.records == halved.records && levered[.signed] > 150)
  }

  @Test("those who look after opening projects are busy with them, and what comes later waits")
  func capacity() throws {
    let run = try Self.run(4) {
      $0.units[0].value.leads = Small.number(20)
      $0.stages[id: "talks"].needs = [StageNeed(resource: .negotiators, keep: .stage)]
      $0.units[0].value.capacity = Small.count(1)
    }
    func times(_ happening: ProjectJournal.Happening) -> [Int: Double] {
      let entries = run.journal.filter { $0.happening == happening && $0.stage == 0 }
      return Dictionary(uniqueKeysWithValues: entries.map { ($0.project, $0.time) })
    }
    let (began, passed) = (times(.began), times(.passed))
    for (project, time) in began where project >= 4 {
      let talking = began.filter { $0.value <= time && time < passed[$0.key] ?? .infinity }.map(\.key)
      #expect(talking == [project])
    }
    #expect(began.count > 5 && (0..<4).allSatisfy { began[$0] == 0 } && run[.waiting] > 20)
    #expect(run.available[0] + run.held[0] == run.total[0])
  }
}
