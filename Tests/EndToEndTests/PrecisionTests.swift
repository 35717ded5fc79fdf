// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `run --precision` says whether it got there; `explain` and `verify` know how far it went.
@Suite struct PrecisionTests {
  @Test("what is not reached is told on the terminal and in the manifest", arguments: ["en", "zh"])
  func missed(language: String) async throws {
    let place = try Workspace()
    let finished = try await place.run(
      "benchmark", ["--replicates", "2", "--precision", "dpi=1e-9", "--language", language])
    let words = language == "en" ? "fund:dpi=1e-9 was not reached with 200 replicates" : "fund:dpi=1e-9 在 200 次模拟后仍未达到"
    #expect(finished.errors.contains(words), "\(finished.errors)")
    let manifest = try place.text("out/manifest.json")
    #expect(manifest.contains("\"replicates\": 200") && manifest.contains("\"reached\": false"))
    #expect(manifest.contains("was not reached with 200 replicates") && manifest.contains("在 200 次模拟后仍未达到"))
    let verified = try await CommandLineProgram.run(["verify", place.path("out")])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("one replicate has no standard error, so the run goes on")
  func single() async throws {
    let place = try Workspace()
    let finished = try await place.run("benchmark", ["--replicates", "1", "--precision", "dpi=1000"])
    let manifest = try place.text("out/manifest.json")
    #expect(manifest.contains("\"replicates\": 100") && manifest.contains("\"reached\": true"))
    #expect(finished.errors.isEmpty, "\(finished.errors)")
  }

  @Test("a variance that one replicate makes is told")
  func doubtful() async throws {
    let place = try Workspace()
    let law =
      "{kind: multiple, multiple: {kind: body_and_tail, total_loss: 90 %, body: {median: 0.5, sigma: 0.1}, tail: 5 %, "
      + "tail_start: 2, tail_exponent: 0.3}, holding_time: {kind: fixed, time: 4 years}, factor_loading: 0 %, "
      + "quality_loading: 0 %, time_correlation: 0, max_multiple: 1000000}"
    try place.write(SmallFund.text(law: law), to: "heavy/scenario.yaml")
    let finished = try await CommandLineProgram.run(
      ["run", place.path("heavy"), "--out", place.path("out"), "--replicates", "20", "--precision", "tvpi=1e9"])
    #expect(finished.status == 0 && finished.errors.contains("of the variance of fund:tvpi"), "\(finished.errors)")
    #expect(try place.text("out/manifest.json").contains("的方差有"))
  }

  @Test("every replicate of the run can be explained, and no other", arguments: [["--precision", "dpi=1e-9"], []])
  func explain(options: [String]) async throws {
    let place = try Workspace()
    try await place.run("benchmark", ["--replicates", "2"] + options)
    let last = options.isEmpty ? 1 : 199
    func explain(_ number: String) async throws -> CommandLineProgram.Finished {
      try await CommandLineProgram.run(["explain", place.path("out"), "--replicate=\(number)"])
    }
    let told = try await explain("\(last)")
    #expect(told.status == 0 && told.output.hasPrefix("Replicate \(last), "))
    for number in ["\(last + 1)", "-1", "4294967296", "4294967297", "9223372036854775807"] {
      let refused = try await explain(number)
      #expect(refused.status == 2 && refused.output.isEmpty, "\(number)")
      #expect(
        refused.errors.contains("the run has no replicate \(number); expected 0 to \(last)"), "\(refused.errors)")
    }
    #expect(try await explain("9223372036854775808").status == 2)
    // The quantile is that of all replicates of the run.
    for wish in ["tvpi", "tvpi=0", "tvpi=1.5", "tvpi=1"] {
      let refused = try await CommandLineProgram.run(
        ["explain", place.path("out"), "--at-quantile", wish, "--language", "en"])
      #expect(refused.status == 2 && refused.errors.contains("--at-quantile: '\(wish)' is not a quantile"))
    }
    let highest = try await CommandLineProgram.run(["explain", place.path("out"), "--at-quantile", "dpi=0.999"])
    let column = Table(try place.text("out/replicates.csv")).rows(["entity": "fund"])
    let best = try #require(column.max { Double($0["dpi"] ?? "") ?? 0 < Double($1["dpi"] ?? "") ?? 0 }?["replicate"])
    #expect(highest.output.hasPrefix("Replicate \(best), "))
  }
}
