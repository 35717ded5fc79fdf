// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Testing

@testable import Experiments

/// Contradictions of documents, by arithmetic.
@Suite struct TargetConflictTests {
  private static let start = Quarter(index: 2024 * 4)

  private func target(
    _ id: String, _ threshold: Double, isCeiling: Bool = false, from: Int, to: Int, growth: Double? = nil,
    grows: Bool = false, metric: String = "in_place", unit: String = "CNY", entity: String = "gansu"
  ) -> Identified<Target> {
    let isGrowth = grows || growth != nil
    let time = (try? TimeSpan(years: 1)).map { Sourced($0) }
    return Identified(
      id: id,
      value: Target(
        name: BilingualText(id, id), entity: entity, metric: metric, over: nil,
        window: TargetWindow(from: Quarter(index: from * 4), to: Quarter(index: to * 4 + 3)),
        inequality: isCeiling ? .atMost : .atLeast,
        threshold: Sourced(threshold), unit: isGrowth ? "1" : unit,
        growth: isGrowth ? time.map { TargetGrowth(every: $0, baseline: growth.map { Sourced($0) }, unit: unit) } : nil,
        basis: .noData(reason: BilingualText("-", "-"))))
  }

  private func conflicts(_ targets: [Identified<Target>]) -> [TargetConflict] {
    TargetConflicts(targets.sorted { $0.id < $1.id }, start: Self.start).all
  }

  @Test("a quarter of a flow that may be negative can exceed the whole; all quarters together cannot")
  func signed() {
    func found(_ metric: String, last: Int) -> [TargetConflict.Kind] {
      conflicts([
        target("part", 19, from: 2028, to: 2028, metric: metric),
        target("first", 1, from: 2025, to: last, metric: metric),
        target("whole", 0, isCeiling: true, from: 2025, to: 2028, metric: metric),
      ]).map(\.kind)
    }
    #expect(found("in_place", last: 2026) == [.impossible])
    #expect(found("net_cash_flow", last: 2026) == [], "2027 may bring back 20")
    #expect(found("net_cash_flow", last: 2027) == [.impossible], "1 + 19 is not below 0")
  }

  /// 5961.26 grows to 6855.4, 7883.8, 9066.3 at 15 %, to 7093.9 and 10045.7 at 19 %.
  @Test("Gansu: a floor of 15 % misses 7000 in 2024 and the trillion in 2026; with 19 % the contradiction vanishes")
  func gansu() throws {
    func found(_ rate: Double) -> [TargetConflict] {
      conflicts([
        target("floor", rate, from: 2024, to: 2026, growth: 5961.26),
        target("total_2024", 7000, from: 2024, to: 2024), target("total_2026", 10000, from: 2026, to: 2026),
      ])
    }
    let misses = found(0.15)
    #expect(misses.map(\.missed) == ["total_2024", "total_2026"] && misses.allSatisfy { $0.kind == .notImplied })
    #expect(misses.allSatisfy { $0.met == ["floor"] })
    #expect(abs(misses[0].implied - 6855.449) < 1e-3 && abs(misses[1].implied - 9066.331) < 1e-3)
    let needed = try misses.map { try #require($0.neededGrowth) }
    #expect(abs(needed[0] - (7000 / 5961.26 - 1)) < 1e-9 && abs(needed[1] - 0.188194) < 1e-6)
    #expect(found(0.19).isEmpty && found(0.2).isEmpty)
    #expect(found(0.18).map(\.missed) == ["total_2026"], "7034.3 is enough for 2024")
  }

  /// Three yearly floors of 4 sum to 12, not to 15; of foreign investment 2.177 + 2.330 + 2.493 is 7.000.
  @Test("Gongqingcheng: yearly floors against what is cumulative")
  func gongqingcheng() {
    func years(_ amounts: [Double], total: Double) -> [TargetConflict] {
      conflicts(
        amounts.enumerated().map { target("y\($0)", $1, from: 2022 + $0, to: 2022 + $0, unit: "") }
          + [target("total", total, from: 2022, to: 2024, unit: "")])
    }
    let binding = years([4, 4, 4], total: 15)
    #expect(binding.map(\.missed) == ["total"] && binding[0].met == ["y0", "y1", "y2"])
    #expect(binding[0].implied == 12 && binding[0].asked == 15 && binding[0].neededGrowth == nil)
    #expect(years([2.177, 2.330, 2.493], total: 7).isEmpty && years([1, 1, 1], total: 3).isEmpty)
    #expect(years([4, 4], total: 15).isEmpty, "a year without a floor may bring the rest")
    // 2.035 growing by 7 % comes to 2.177, 2.330, 2.493: rounded figures do not contradict each other.
    #expect(
      conflicts([
        target("rate", 0.07, from: 2022, to: 2024, growth: 2.035), target("total", 7, from: 2022, to: 2024),
        target("y2", 2.493, from: 2024, to: 2024),
      ]).isEmpty)
  }

  @Test("of all ways to divide a window the one that asks for most is held against the whole")
  func overlapping() {
    func found(_ total: Double) -> [TargetConflict] {
      conflicts([
        target("y1", 100, from: 2024, to: 2024), target("y1_and_2", 120, from: 2024, to: 2025),
        target("y2", 100, from: 2025, to: 2025), target("y3", 50, from: 2026, to: 2026),
        target("y2_and_3", 170, from: 2025, to: 2026), target("y0", 10, from: 2024, to: 2024),
        target("total", total, from: 2024, to: 2026),
      ])
    }
    let misses = found(300).filter { $0.missed == "total" }
    #expect(misses.map(\.met) == [["y1", "y2_and_3"]] && misses.first?.implied == 270)
    #expect(found(270).filter { $0.missed == "total" }.isEmpty)
    // A floor that no other follows hides nothing.
    let gap = conflicts([
      target("y1", 100, from: 2024, to: 2024), target("y2_and_3", 100, from: 2025, to: 2026),
      target("y2", 100, from: 2025, to: 2025), target("total", 300, from: 2024, to: 2026),
    ])
    #expect(gap.map(\.met) == [["y1", "y2_and_3"]] && gap[0].implied == 200)
  }

  @Test("floors above a ceiling cannot be met")
  func impossible() {
    let budget = conflicts([
      target("a", 6, from: 2024, to: 2024), target("b", 5, from: 2025, to: 2025), target("b2", 3, from: 2025, to: 2025),
      target("most", 10, isCeiling: true, from: 2024, to: 2026),
    ])
    #expect(
      budget.count == 1 && budget[0].kind == .impossible && budget[0].met == ["a", "b"] && budget[0].implied == 11)
    let growth = conflicts([
      target("floor", 0.5, from: 2024, to: 2025, growth: 10), target("most", 30, isCeiling: true, from: 2024, to: 2026),
    ])
    #expect(growth.map(\.kind) == [.impossible] && growth[0].implied == 37.5, "15 + 22.5, and 2026 cannot be negative")
    #expect(
      conflicts([
        target("floor", 0.15, from: 2024, to: 2025, growth: 10),
        target("cap", 0.1, isCeiling: true, from: 2024, to: 2026, grows: true),
      ]).map(\.kind) == [.impossible])
    #expect(
      conflicts([target("a", 6, from: 2024, to: 2024), target("most", 10, isCeiling: true, from: 2024, to: 2026)])
        .isEmpty)
  }

  @Test("a share does not add up: only its end counts")
  func shares() {
    let found = conflicts([
      target("y", 0.6, from: 2024, to: 2024, unit: "1"), target("z", 0.6, from: 2025, to: 2025, unit: "1"),
      target("total", 0.9, from: 2024, to: 2025, unit: "1"),
      target("most", 0.8, isCeiling: true, from: 2024, to: 2025, unit: "1"),
    ])
    #expect(found.map(\.missed) == ["most"] && found[0].met == ["total"] && found[0].kind == .impossible)
  }

  @Test("other entities and other metrics are not held against each other")
  func apart() {
    #expect(
      conflicts([
        target("floor", 0.15, from: 2024, to: 2026, growth: 5961.26),
        target("other", 10000, from: 2026, to: 2026, metric: "contracted"),
        target("elsewhere", 10000, from: 2026, to: 2026, entity: "lanzhou"),
      ]).isEmpty)
  }
}
