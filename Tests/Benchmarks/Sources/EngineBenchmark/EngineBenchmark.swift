// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import ScenarioFiles
import Simulation

/// The benchmark's results are not those of the independent program, or its books do not balance: no speed counts then.
struct WrongAnswer: Error {}

/// Replicates per second and core of the engine on the benchmark fund, or leads per second and core where a scenario
/// promotes capital; with the answer checked. Leads count alone, not the projects under way when the grid begins.
@main enum EngineBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let replicates = arguments.count > 2 ? Int(arguments[2]) ?? 5000 : 5000
    let runs = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 20) : 20
    let metrics = MetricNames(
      headline: HeadlineMetric.allCases.map(\.name), periods: PeriodMetric.allCases.map(\.rawValue))
    let loaded = try ScenarioFile.load(arguments[1], metrics: metrics)
    let ensemble = Ensemble([try ResolvedDesign(loaded.model, register: loaded.register)])
    _ = try await ensemble.run(count: max(1, replicates / 10), width: 1)
    var times: [Double] = []
    var leads = 0.0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = try await ensemble.run(count: replicates, width: 1)[0]
      times.append((clock.now - start) / .seconds(1))
      leads = mean(.leads, in: outcome) ?? 0
      guard outcome.imbalances.allSatisfy({ $0 == 0 }), isRight(outcome, leads: leads) else {
        throw WrongAnswer()
      }
    }
    times.sort()
    // The best of many short times: what else runs on a machine only slows. The median tells how much it did.
    let (best, usual) = (Double(replicates) / times[0], Double(replicates) / times[times.count / 2])
    guard leads > 0 else {
      let rate = ProcessorClock.rate()
      let cycles = whole(rate / best / 100) * 100
      print("engine: \(whole(best)) replicates per second and core, \(whole(usual)) in the median of \(runs) runs")
      return print("engine: some \(cycles) cycles a replicate, at \((rate / 1e7).rounded() / 100) GHz")
    }
    print(
      "pipeline: \(whole(best * leads)) leads per second and core, \(whole(usual * leads)) in the median of \(runs) "
        + "runs, \(whole(leads)) in a replicate")
  }

  private static func whole(_ number: Double) -> Int { Int(number.rounded()) }

  /// The mean of a metric of the first entity that has it.
  private static func mean(_ metric: HeadlineMetric, in outcome: DesignOutcome) -> Double? {
    outcome.summaries().first { $0.metric == metric }?.mean
  }

  /// The mean multiple lies within five standard errors of the independent program's. A pipeline signs some leads,
  /// loses some, and neither are more than there are.
  private static func isRight(_ outcome: DesignOutcome, leads: Double) -> Bool {
    guard leads == 0 else {
      let (signed, lost) = (mean(.signed, in: outcome) ?? 0, mean(.lost, in: outcome) ?? 0)
      return signed > 0 && lost > 0 && leads > max(signed, lost)
    }
    guard let summary = outcome.summaries().first(where: { $0.metric == .tvpi }), let mean = summary.mean,
      let error = summary.standardError
    else { return false }
    return abs(mean - 3.223746) < 5 * error
  }
}
