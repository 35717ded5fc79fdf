// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// The shipped chain, simulated, against the cohorts that it was fitted to: 20,000 projects signed on one day, read at the
/// exact age that the fairs reported.
@Suite struct ObservedCohortTests {
  /// A pulse whose leads sign on the day on which they arrive, so that the end of the grid is their age.
  private func text(day: String, quarters: Int) -> String {
    let atOnce = ["contact", "talks", "intent", "signing"].map { "    \($0): {odds: 100 %, mean: 0 years}\n" }.joined()
    return """
      guidefund: 1
      name: {en: Cohort, zh: 批次}
      time: {start: 2025-Q1, length: \(quarters) quarters}
      run: {seed: 20250107, replicates: 1, uncertainty: off}
      promotion:
        regions: {city: {name: {en: City, zh: 市}}}
        sectors: {industry: {name: {en: Industry, zh: 工业}}}
        units:
          fair: {name: {en: Fair, zh: 会}, kind: event, home: city, leads: 0, sectors: {industry: 100 %}, sizes: {medium: 100 %}}
        pulses:
          day: {name: {en: Day, zh: 日}, unit: fair, date: \(day), leads: 20000}
        stages:

      """ + atOnce.split(separator: "\n").map { "    \($0.drop { $0 == " " })\n" }.joined()
  }

  /// Months, day of the signing, quarters up to the age; started, completed, in place as observed.
  static let cohorts: [(String, String, Int, Double, Double?, Double)] = [
    ("1.6 months", "2025-02-11", 1, 0.567, nil, 0.126), ("13 months", "2025-03-01", 5, 0.771, 0.252, 0.329),
    ("26 months", "2025-02-01", 9, 0.830, 0.367, 0.456),
  ]

  @Test("started, completed and in place within 3 points", arguments: cohorts)
  func cohort(age: String, day: String, quarters: Int, started: Double, completed: Double?, inPlace: Double) throws {
    let run = PromotionProbe.run(try ScenarioWorkshop.written(text(day: day, quarters: quarters)))
    let signed = Double(run[.signed])
    #expect(signed > 19_000 && run[.signed] == run[.leads])
    #expect(abs(Double(run[.started]) / signed - started) < 0.03, "started after \(age)")
    if let completed { #expect(abs(Double(run[.completed]) / signed - completed) < 0.03, "completed after \(age)") }
    let placed = Double(run[.inPlace]) / Double(run[.contracted])
    #expect(abs(placed - inPlace) < 0.03, "in place after \(age): \(placed)")
  }

  @Test("a hundred leads become four signings, whatever becomes of them later")
  func funnel() throws {
    let text = FullPromotion.small.replacing("leads: 1000", with: "leads: 20000, factor: 0")
    let run = PromotionProbe.run(try ScenarioWorkshop.written(text, ["time.length=10 years", "run.uncertainty=off"]))
    // Those that arrive late are still in talks; and what shifts log-odds either way does not leave the mean as it is.
    let decided = Double(run[.signed] + run[.lost])
    #expect(abs(Double(run[.signed]) / decided - 0.04) < 0.004)
  }
}

extension ObservedCohortTests {
  @Test("the life of every lead agrees with what is counted")
  func lives() throws {
    let design = try ScenarioWorkshop.written(FullPromotion.text)
    let lives = try ProjectLife.replayed(design, replicates: [0, 3])
    #expect(Set(lives.map(\.replicate)) == [0, 3])
    let run = PromotionProbe.run(design, replicate: 3)
    let own = lives.filter { $0.replicate == 3 }
    let stages = try #require(design.scenario.promotion?.stages)
    let signing = try #require(stages.firstIndex { $0.value.milestone == .signed })
    for (place, stage) in stages.enumerated() {
      // A lead that is transferred passes its talks again; nothing is passed twice from the signing on.
      let passed = own.count { $0.passed[place].map { $0 >= 0 } ?? false }
      #expect(place < signing ? passed <= run.stages[place].passed : passed == run.stages[place].passed, "\(stage.id)")
      guard place > 0 else { continue }
      // A transfer begins the talks again, so an earlier stage may be passed later than it was.
      #expect(
        own.allSatisfy { life in
          guard let after = life.passed[place], let before = life.passed[place - 1] else { return true }
          return before <= after || life.unit != life.source
        })
    }
    #expect(own.contains { $0.waited > 0 } && own.contains { $0.end != nil } && own.contains { $0.arrived == nil })
    let story = try ReplicateStory(design, replicate: 3)
    #expect(story.projects.count > own.count && story.signedStage == stages.firstIndex { $0.id == "signing" })
  }
}
