// SPDX-License-Identifier: GPL-3.0-or-later

import Simulation
import TestSupport
import Testing

@Suite struct WidthTests {
  @Test("any number of workers gives the same bits", arguments: [2, 3, 5])
  func widths(width: Int) async throws {
    let design = try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone + ["run.uncertainty=off"])
    let one = try #require(try await Ensemble([design]).run(count: 1300, width: 1).first)
    let many = try #require(try await Ensemble([design]).run(count: 1300, width: width).first)
    #expect(one.columns.map { $0.map(\.bitPattern) } == many.columns.map { $0.map(\.bitPattern) })
    #expect(one.moments.means.map(\.bitPattern) == many.moments.means.map(\.bitPattern))
    #expect(one.histograms == many.histograms && one.totals == many.totals)
  }

  @Test("a longer run begins with the shorter one")
  func prefix() async throws {
    let design = try ScenarioWorkshop.design("benchmark")
    let short = try #require(try await Ensemble([design]).run(count: 700, width: 2).first)
    let long = try #require(try await Ensemble([design]).run(count: 1500, width: 2).first)
    for (brief, full) in zip(short.columns, long.columns) {
      #expect(brief.map(\.bitPattern) == full.prefix(brief.count).map(\.bitPattern))
    }
  }

  @Test("a run that is cancelled throws and returns nothing")
  func cancelled() async throws {
    let design = try ScenarioWorkshop.design("benchmark")
    let task = Task { try await Ensemble([design]).run(count: 1_000_000, width: 2) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
