// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Simulation
import TestSupport
import Testing

/// The benchmark fund against the recorded results of an independent program.
@Suite struct BenchmarkTests {
  struct Expected {
    var metric: String
    var quarter: Int?
    var statistic: String
    var value: Double
    var error: Double
  }

  static func expected() throws -> [Expected] {
    let file = ScenarioWorkshop.root.appendingPathComponent("Tests/Benchmarks/reference/expected-1000000.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5, let value = Double(fields[3]) else { return nil }
      return Expected(
        metric: String(fields[0]), quarter: Int(fields[1]), statistic: String(fields[2]), value: value,
        error: Double(fields[4]) ?? 0)
    }
  }

  /// 12,000 replicates here against 1,000,000 there. The standard error of our statistic is that of the record times
  /// sqrt(1,000,000/12,000). 26 statements at 4.5 joint standard errors: false alarms once in 5,600 seeds; the seed is
  /// fixed.
  @Test("means and quantiles agree with the independent program")
  func agrees() async throws {
    let replicates = 12_000
    let design = try ScenarioWorkshop.design("benchmark")
    let outcome = try #require(try await Ensemble([design]).run(count: replicates, width: 2).first)
    let names = ["tvpi": "tvpi", "dpi": "dpi", "irr": "irr", "gp_carry": "carried_interest", "gross_multiple": "moic"]
    var checked = 0
    for row in try Self.expected() where row.quarter == nil {
      guard let name = names[row.metric] else { continue }
      let summary = try #require(outcome.summaries().first { $0.metric.name == name })
      #expect(summary.count + summary.missing == replicates)
      let value: Double? =
        row.statistic == "mean"
        ? summary.mean
        : ["p05", "p25", "p50", "p75", "p95"].firstIndex(of: row.statistic).map { summary.quantiles[$0] }
      guard let value else { continue }
      let joint = row.error * (1 + 1_000_000 / Double(replicates)).squareRoot()
      #expect(abs(value - row.value) <= 4.5 * joint + 0.01, "\(row.metric) \(row.statistic): \(value), \(row.value)")
      checked += 1
    }
    #expect(checked >= 26)
    #expect(outcome.imbalances.allSatisfy { $0 == 0 })
  }
}
