// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import TestSupport
import Testing

@testable import Simulation

/// What a replicate has to show is decided at base values, and no replicate shows what another had.
@Suite struct DrawnZeroTests {
  @Test("a least share drawn as 0 leaves its replicate with all its shares, by any number of workers")
  func mandate() async throws {
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4),
      extra: "outputs: {replicate_entities: [funds], period_entities: [funds], period_metrics: [early_share]}"
    ).replacing(
      "early_minimum: 0 %", with: "early_minimum: {value: 5 %, low: 0 %, high: 30 %, shape: normal, grade: prior}")
    let design = try ScenarioWorkshop.written(text, ["run.uncertainty=on"])
    let drawn = try (0..<64).map { replicate in
      try design.plan(.init(seed: design.plan.seed, replicate: UInt32(replicate))).funds[0].programme.hasMandate
    }
    let zero = try #require(drawn.firstIndex(of: false))
    #expect(drawn.contains(true))
    // A run that begins with such a replicate, and one where it follows others.
    for count in [zero + 1, 64] {
      let outcome = try await Ensemble([design]).run(count: count, width: 1)[0]
      #expect(try outcome.values(.earlyShare).allSatisfy { $0 == 1 })
      #expect(outcome.periodSummaries().allSatisfy { $0.mean == 1 })
    }
    let one = try await Ensemble([design]).run(count: 1100, width: 1)[0]
    let three = try await Ensemble([design]).run(count: 1100, width: 3)[0]
    #expect(one.columns.map { $0.map(\.bitPattern) } == three.columns.map { $0.map(\.bitPattern) })
    #expect(one.histograms == three.histograms)
  }

  @Test("targets that are recorded alone, in small blocks, are those of the whole run", arguments: [1, 2])
  func targetsAlone(width: Int) async throws {
    let design = try ScenarioWorkshop.design("guigang-2015", ["run.uncertainty=off"])
    let whole = try await Ensemble([design]).run(count: 40, width: width)[0]
    let alone = try await Ensemble([design.targets(leadFactor: 1)]).run(count: 40, width: width)[0]
    #expect(!whole.targets.isEmpty)
    #expect(zip(whole.targets, alone.targets).allSatisfy { !$0.isMoved(in: $1) })
  }
}
