// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import ScenarioFiles
import Simulation

/// Replicates per second and core of the engine on the benchmark fund, with the answer checked.
@main enum EngineBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let replicates = arguments.count > 2 ? Int(arguments[2]) ?? 200_000 : 200_000
    let metrics = MetricNames(
      headline: HeadlineMetric.allCases.map(\.name), periods: PeriodMetric.allCases.map(\.rawValue))
    let loaded = try ScenarioFile.load(arguments[1], metrics: metrics)
    let ensemble = Ensemble([try ResolvedDesign(loaded.model, register: loaded.register)])
    _ = try await ensemble.run(count: 20_000, width: 1)
    var best = Double.infinity
    for _ in 0..<5 {
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = try await ensemble.run(count: replicates, width: 1)[0]
      let seconds = (clock.now - start) / .seconds(1)
      best = min(best, seconds)
      guard outcome.imbalances.allSatisfy({ $0 == 0 }), isRight(outcome) else {
        print("the answer is wrong")
        return
      }
    }
    print("engine: \(Int((Double(replicates) / best).rounded())) replicates per second and core")
  }

  /// The mean multiple lies within five standard errors of the independent program's.
  private static func isRight(_ outcome: DesignOutcome) -> Bool {
    guard let summary = outcome.summaries().first(where: { $0.metric == .tvpi }), let mean = summary.mean,
      let error = summary.standardError
    else { return false }
    return abs(mean - 3.223746) < 5 * error
  }
}
