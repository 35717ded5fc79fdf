// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `compare` pairs designs on the same random numbers.
@Suite struct ComparisonTests {
  private func compare(_ scenarios: [String], _ options: [String]) async throws -> Table {
    let place = try Workspace()
    let finished = try await CommandLineProgram.run(["compare"] + scenarios + options + ["--out", place.path("out")])
    try #require(finished.status == 0, "\(finished.errors)")
    return Table(try place.text("out/compare.csv"))
  }

  @Test("a scenario does not differ from itself", arguments: ["benchmark", "yangjiang-2025", "by-hand"])
  func itself(scenario: String) async throws {
    let table = try await compare(
      Array(repeating: "Scenarios/\(scenario)", count: 2), ["--replicates", scenario == "benchmark" ? "600" : "8"])
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      #expect(row["mean_difference"] == "0" && row["se"] == "0" && row["low"] == "0" && row["high"] == "0")
      #expect(row["p_better"] == "0.5" && row["mean_baseline"] == row["mean_design"])
    }
  }

  @Test("a lower hurdle costs the fiscal investors little, and that is seen with few replicates")
  func hurdle() async throws {
    let table = try await compare(
      ["Scenarios/benchmark", "Scenarios/benchmark-hurdle-6"],
      ["--replicates", "2000", "--set", "outputs.replicate_entities=[funds, classes]"])
    let multiple = try #require(table.rows(["entity": "fund/city_fiscal", "metric": "tvpi"]).first)
    #expect(try #require(multiple["variance_reduction"].flatMap(Double.init)) > 10)
    #expect(try #require(multiple["high"].flatMap(Double.init)) < 0)
    #expect(try #require(multiple["p_better"].flatMap(Double.init)) < 0.5)
    let carry = try #require(table.rows(["entity": "fund", "metric": "carried_interest"]).first)
    #expect(try #require(carry["low"].flatMap(Double.init)) > 0)
    // The companies are the same, so the gross multiple is, to the last bit.
    #expect(table.rows(["entity": "fund", "metric": "moic"]).first?["mean_difference"] == "0")
    #expect(multiple["baseline"] == "benchmark" && multiple["design"] == "benchmark-hurdle-6")
  }

  @Test("the baseline can be any of the designs; the signs turn")
  func baseline() async throws {
    let designs = ["Scenarios/benchmark", "Scenarios/benchmark-hurdle-6"]
    let options = ["--replicates", "400"]
    let forward = try await compare(designs, options)
    let backward = try await compare(designs, options + ["--baseline", designs[1]])
    #expect(forward.rows.count == backward.rows.count)
    for (one, other) in zip(forward.rows, backward.rows) {
      let left = try #require(one["mean_difference"].flatMap(Double.init))
      #expect(left == -(try #require(other["mean_difference"].flatMap(Double.init))))
      #expect(one["variance_reduction"] == other["variance_reduction"])
    }
  }

  @Test("JSON and the table say the same")
  func json() async throws {
    let arguments = ["compare", "Scenarios/benchmark", "Scenarios/benchmark-hurdle-6", "--replicates", "100"]
    let finished = try await CommandLineProgram.run(arguments + ["--json"])
    let rows = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
    let table = try await compare(Array(arguments[1...2]), Array(arguments[3...]))
    #expect(rows.count == table.rows.count && !rows.isEmpty)
    for (row, written) in zip(rows, table.rows) {
      #expect(Set(row.keys) == Set(table.header) && row["metric"] as? String == written["metric"])
      let difference = try #require(written["mean_difference"].flatMap(Double.init))
      #expect(try #require(row["mean_difference"] as? Double).isNear(difference, difference.magnitude * 1e-15))
    }
  }

  @Test("what only one design records is named, and where a metric does not always exist the table says how often")
  func notShared() async throws {
    let place = try Workspace()
    let base = SmallFund.text(
      law: SmallFund.fixed(2, years: 5), extra: "outputs: {replicate_entities: [funds], replicate_metrics: [tvpi, irr]}"
    )
    try place.write(base, to: "a.yaml")
    try place.write(
      "guidefund: 1\nextends: a.yaml\noutputs: {replicate_metrics: [tvpi, dpi, npv]}\n", to: "b.yaml")
    let finished = try await CommandLineProgram.run(
      ["compare", place.path("a.yaml"), place.path("b.yaml"), "--replicates", "4", "--language", "en"])
    #expect(finished.output.contains("Only in a, so not compared: irr\n"), "\(finished.output)")
    #expect(finished.output.contains("Only in b, so not compared: npv, dpi\n"))
    #expect(!finished.output.contains("n: replicates"))
    // Of the designs some replicates pay back and others do not.
    let partial = try await CommandLineProgram.run([
      "compare", "Scenarios/benchmark", "Scenarios/benchmark-hurdle-6", "--replicates", "40", "--language", "zh",
      "--set", "outputs.replicate_metrics=[tvpi, years_to_payback]",
    ])
    #expect(partial.output.contains("n：两方案都有该指标的模拟次数") && partial.output.contains(" 40\n"))
  }

  @Test("a baseline that is none of the scenarios is told which there are")
  func unknownBaseline() async throws {
    let finished = try await CommandLineProgram.run(
      ["compare", "Scenarios/benchmark", "Scenarios/benchmark-hurdle-6", "--baseline", "x", "--language", "en"])
    #expect(finished.status == 2 && finished.errors.contains("Scenarios/benchmark, Scenarios/benchmark-hurdle-6"))
  }

  @Test("the table says what the designs change, and what makes them incomparable; no number is cut")
  func changes() async throws {
    let place = try Workspace()
    try place.write(SmallFund.text(law: SmallFund.fixed(2, years: 5)), to: "a.yaml")
    try place.write("guidefund: 1\nextends: a.yaml\neconomy: {discount_rate: 9 %}\n", to: "b.yaml")
    let finished = try await CommandLineProgram.run(
      ["compare", place.path("a.yaml"), place.path("b.yaml"), "--replicates", "40", "--language", "en"])
    #expect(finished.status == 0, "\(finished.errors)")
    #expect(finished.output.contains("not like with like: differences come from economy.discount_rate too"))
    #expect(finished.output.contains("-> 9 %") && !finished.output.contains("..\n"))
    let folder = place.path("out")
    let kept = try await CommandLineProgram.run(
      ["compare", place.path("b.yaml"), place.path("a.yaml"), "--replicates", "4", "--out", folder])
    #expect(kept.status == 0, "\(kept.errors)")
    let story = try await CommandLineProgram.run(["explain", folder, "--replicate", "1", "--language", "en"])
    #expect(story.status == 0 && story.errors.contains("this is the story of b"), "\(story.errors)")
    let same = try await CommandLineProgram.run(
      ["compare", place.path("a.yaml"), place.path("a.yaml"), "--replicates", "40", "--language", "en"])
    #expect(same.output.contains("have the same parameters"))
  }
}
