// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Every scenario of the project is valid and runs.
@Suite struct ScenarioTests {
  /// The folders below `Scenarios` that hold a scenario.
  static let names: [String] = {
    let files = FileManager.default.subpaths(atPath: CommandLineProgram.root.appendingPathComponent("Scenarios").path)
    return (files ?? []).filter { $0.hasSuffix("/scenario.yaml") }.map { String($0.dropLast("/scenario.yaml".count)) }
      .sorted()
  }()

  @Test func thereAreScenarios() {
    #expect(Set(Self.names).isSuperset(of: ["benchmark", "benchmark-hurdle-6", "by-hand", "pacing", "yangjiang-2025"]))
  }

  @Test("is valid in both languages, without a warning", arguments: names)
  func validate(name: String) async throws {
    let english = try await CommandLineProgram.run(["validate", "Scenarios/\(name)"])
    #expect(english.status == 0 && english.errors.isEmpty)
    #expect(english.output == "Scenarios/\(name): valid\n")
    let chinese = try await CommandLineProgram.run(["validate", "Scenarios/\(name)", "--language", "zh"])
    #expect(chinese.status == 0 && chinese.errors.isEmpty && chinese.output.contains("有效"))
  }

  @Test("runs, balances, counts every replicate and can be explained", arguments: names)
  func run(name: String) async throws {
    let place = try Workspace()
    // What leads a target needs takes most of the time, and has tests of its own.
    let isRegionWithFunds = name.hasSuffix("-funds")
    try await place.run(name, ["--replicates", "4"] + (isRegionWithFunds ? ["--set", "targets=null"] : []))
    try expectBalance(place, replicates: 4)
    try RecordedResults.check(name, place)
    let story = try await CommandLineProgram.run(["explain", place.path("out"), "--replicate", "3"])
    #expect(story.status == 0 && story.errors.isEmpty && !story.output.isEmpty)
  }

  @Test("the benchmark fund at a size that fills several blocks")
  func benchmark() async throws {
    let place = try Workspace()
    try await place.run("benchmark", ["--replicates", "5000"])
    try expectBalance(place, replicates: 5000)
    let summary = Table(try place.text("out/summary.csv"))
    #expect(summary.numbers("missing", ["metric": "tvpi"]) == [0])
    #expect(summary.numbers("n", ["metric": "irr"]).allSatisfy { $0 > 4990 })
  }

  /// `n + missing` is the number of replicates in every row, and no account is out of balance.
  private func expectBalance(_ place: Workspace, replicates: Int) throws {
    let summary = Table(try place.text("out/summary.csv"))
    #expect(!summary.rows.isEmpty)
    for row in summary.rows {
      let count = (row["n"].flatMap(Int.init) ?? -1) + (row["missing"].flatMap(Int.init) ?? -1)
      #expect(count == replicates, "\(row)")
    }
    let ledger = Table(try place.text("out/ledger.csv"))
    // A region without funds moves no money between accounts.
    let hasFunds = try place.text("out/parameters.csv").contains("\nfunds.")
    #expect(ledger.rows.isEmpty != hasFunds && ledger.rows.allSatisfy { $0["imbalance_fen"] == "0" })
    for row in Table(try place.text("out/periods.csv")).rows { #expect(row["n"] == "\(replicates)", "\(row)") }
  }
}
