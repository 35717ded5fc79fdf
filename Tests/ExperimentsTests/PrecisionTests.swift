// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Simulation
import TestSupport
import Testing

@Suite struct PrecisionTests {
  private func wish(_ error: Double) -> Precision { Precision(entity: "fund", metric: .dpi, standardError: error) }

  private func experiment(_ replicates: Int) throws -> Experiment {
    let (scenario, register) = try ScenarioWorkshop.load("benchmark", ["run.replicates=\(replicates)"])
    return try Experiment(scenario, register: register)
  }

  @Test(
    "the cap: a hundred times the scenario's replicates, and no more than a scenario may ask for",
    arguments: [(1, 100), (512, 51_200), (10_000_000, 1_000_000_000), (20_000_000, 1_000_000_000)])
  func limit(replicates: Int, limit: Int) {
    #expect(Precision.limit(for: replicates) == limit)
    #expect(Precision.limit(for: 1_000_000_000) == 1_000_000_000)
  }

  @Test("a run ends exactly at the cap, and as soon as the wish is met", arguments: [(1e-12, 700), (0.3, 519)])
  func ends(error: Double, count: Int) async throws {
    let outcome = try #require(try await experiment(7).run(width: 2, precision: wish(error)).first)
    #expect(outcome.count == count && wish(error).isReached(by: outcome) == (error > 0.01))
  }

  @Test("without a standard error no wish is met")
  func withoutError() async throws {
    let outcome = try #require(try await experiment(1).run(width: 1).first)
    #expect(wish(1).standardError(in: outcome) == nil && !wish(1).isReached(by: outcome))
    #expect(wish(1).heaviestShare(in: outcome) == nil)
    let elsewhere = Precision(entity: "nowhere", metric: .dpi, standardError: 1)
    #expect(!elsewhere.isReached(by: outcome))
  }

  @Test("the heaviest replicate, against the definition")
  func heaviest() async throws {
    let outcome = try #require(try await experiment(300).run(width: 1).first)
    let position = try #require(outcome.wants.headline.firstIndex(of: .dpi))
    let values = outcome.column(entity: 0, metric: position)
    let mean = values.reduce(0, +) / 300
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let expected = try #require(squares.max()) / squares.reduce(0, +)
    #expect(try #require(wish(1).heaviestShare(in: outcome)) == expected && expected < Precision.doubtfulShare)
  }
}
