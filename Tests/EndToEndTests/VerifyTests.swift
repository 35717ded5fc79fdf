// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `verify` accepts what `run` wrote and nothing else.
@Suite struct VerifyTests {
  static let tables = [
    "summary.csv", "risk.csv", "periods.csv", "replicates.csv", "ledger.csv", "parameters.csv", "rules.csv",
  ]

  private func verify(_ place: Workspace, _ options: [String] = []) async throws -> CommandLineProgram.Finished {
    try await CommandLineProgram.run(["verify", place.path("out")] + options)
  }

  /// Changes the last digit of a file.
  private func spoil(_ name: String, in place: Workspace) throws {
    var text = Array(try place.text(name))
    let digit = try #require(text.lastIndex { ("0"..."8").contains($0) })
    text[digit] = "9"
    try place.write(String(text), to: name)
  }

  @Test(
    "a fresh run folder is verified",
    arguments: [
      ["by-hand"], ["pacing"], ["benchmark", "--replicates", "700"], ["yangjiang-2025", "--replicates", "4"],
      ["benchmark-hurdle-6", "--replicates", "10", "--seed", "7", "--set", "funds.fund.life.sale_discount=40 %"],
      ["benchmark", "--replicates", "30", "--excel"], ["benchmark", "--replicates", "600", "--precision", "dpi=0.15"],
    ])
  func fresh(arguments: [String]) async throws {
    let place = try Workspace()
    try await place.run(arguments[0], Array(arguments.dropFirst()))
    let finished = try await verify(place)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    #expect(finished.output == "Verified: every file is as the inputs make it.\n")
  }

  @Test("also one whose scenario has a warning; the manifest names the file as it lies among the inputs")
  func warned() async throws {
    let place = try Workspace()
    let text = SmallFund.text(law: SmallFund.fixed(2, years: 4))
    try place.write(
      text.replacingOccurrences(of: "discount_rate: 0 %", with: "discount_rate: 20 %"), to: "mine/scenario.yaml")
    let run = try await CommandLineProgram.run(
      ["run", place.path("mine"), "--out", place.path("out"), "--set", "economy.inflation=19 %"])
    #expect(run.status == 0 && run.errors.contains(place.path("mine/scenario.yaml") + ":"))
    let manifest = try place.text("out/manifest.json")
    #expect(manifest.contains("\"scenario.yaml:7:18: warning: economy.discount_rate"), "\(manifest)")
    let finished = try await verify(place)
    #expect(finished.status == 0, "\(finished.errors)")
  }

  @Test("an edited table is found and named", arguments: tables)
  func edited(table: String) async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try spoil("out/\(table)", in: place)
    let finished = try await verify(place)
    #expect(finished.status == 6)
    #expect(finished.errors.contains("\(table):"))
    let lines = finished.errors.split(separator: "\n")
    #expect(Set(lines).count == lines.count, "each difference once")
  }

  @Test("also when every digest is edited to match", arguments: tables)
  func editedWithItsDigest(table: String) async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try spoil("out/\(table)", in: place)
    var finished = try await verify(place)
    var rounds = 0
    let claim = #/states SHA-256 ([0-9a-f]{64}), the file has ([0-9a-f]{64})/#
    while let found = finished.errors.firstMatch(of: claim), rounds < 4 {
      for file in ["out/manifest.json", "out/datapackage.json"] {
        let text = try place.text(file)
        try place.write(text.replacingOccurrences(of: found.1, with: found.2), to: file)
      }
      finished = try await verify(place)
      rounds += 1
    }
    #expect(rounds > 0 && !finished.errors.contains("states SHA-256"))
    #expect(finished.status == 6)
    #expect(finished.errors.contains("\(table):"))
  }

  @Test("a file too few, a file too many, an edited copy of the input")
  func files() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try FileManager.default.removeItem(atPath: place.path("out/risk.csv"))
    try place.write("x", to: "out/more.csv")
    try place.replace("triples_in_four", by: "trebles_in_four", in: "out/inputs/scenario.yaml")
    let finished = try await verify(place)
    #expect(finished.status == 6)
    for name in ["risk.csv", "more.csv", "inputs/scenario.yaml"] { #expect(finished.errors.contains("\(name):")) }
  }

  @Test func missingManifest() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try FileManager.default.removeItem(atPath: place.path("out/manifest.json"))
    let finished = try await verify(place)
    #expect(finished.status == 6 && finished.errors.contains("manifest.json:"))
  }

  // MARK: Comparisons

  private func compare(_ place: Workspace, _ arguments: [String]) async throws {
    let finished = try await CommandLineProgram.run(["compare"] + arguments + ["--out", place.path("out")])
    try #require(finished.status == 0, "\(finished.errors)")
  }

  @Test(
    "a fresh folder of a comparison is verified",
    arguments: [
      ["Scenarios/by-hand", "Scenarios/by-hand"],
      ["Scenarios/benchmark", "Scenarios/benchmark-hurdle-6", "--replicates", "600", "--seed", "7"],
      [
        "Scenarios/benchmark-hurdle-6", "Scenarios/benchmark", "Scenarios/benchmark/scenario.yaml", "--replicates",
        "20",
        "--baseline", "Scenarios/benchmark", "--set", "funds.fund.life.sale_discount=40 %",
      ],
    ])
  func freshComparison(arguments: [String]) async throws {
    let place = try Workspace()
    try await compare(place, arguments)
    let finished = try await verify(place)
    #expect(finished.status == 0 && finished.errors.isEmpty, "\(finished.errors)")
    #expect(finished.output == "Verified: every file is as the inputs make it.\n")
  }

  @Test("a comparison keeps the inputs and the parameters of every design, and defines its metrics")
  func comparisonFolder() async throws {
    let place = try Workspace()
    try await compare(place, ["Scenarios/benchmark", "Scenarios/benchmark-hurdle-6", "--replicates", "20"])
    for name in ["1/scenario.yaml", "2/benchmark/scenario.yaml", "2/benchmark-hurdle-6/scenario.yaml"] {
      #expect(place.names.contains("out/inputs/\(name)"))
    }
    let hurdles = Table(try place.text("out/parameters.csv")).rows.filter {
      $0["path"]?.hasSuffix(":funds.fund.waterfall.hurdle.rate") == true
    }
    #expect(hurdles.map { $0["path"]?.prefix { $0 != ":" } } == ["benchmark", "benchmark-hurdle-6"])
    #expect(hurdles.map { $0["value"] } == ["8 %", "6 %"])
    let package = try place.text("out/datapackage.json")
    let metrics = Set(Table(try place.text("out/compare.csv")).rows.compactMap { $0["metric"] })
    #expect(!metrics.isEmpty && metrics.allSatisfy { package.contains("\"name\": \"\($0)\"") })
  }

  @Test(
    "an edited file of a comparison is found and named",
    arguments: ["compare.csv", "parameters.csv", "datapackage.json", "manifest.json"])
  func editedComparison(file: String) async throws {
    let place = try Workspace()
    try await compare(place, ["Scenarios/by-hand", "Scenarios/by-hand"])
    if file == "manifest.json" {
      try place.replace("\"baseline\": 0", by: "\"baseline\": 1", in: "out/\(file)")
    } else {
      try spoil("out/\(file)", in: place)
    }
    let finished = try await verify(place)
    #expect(finished.status == 6 && finished.errors.contains("\(file):"), "\(finished.errors)")
  }

  @Test("also an edited input of its second design, and another baseline")
  func editedInputsOfComparison() async throws {
    let place = try Workspace()
    try await compare(place, ["Scenarios/by-hand", "Scenarios/by-hand"])
    try place.replace("triples_in_four", by: "trebles_in_four", in: "out/inputs/2/scenario.yaml")
    let edited = try await verify(place)
    #expect(edited.status == 6 && edited.errors.contains("inputs/2/scenario.yaml:"))
    #expect(!edited.errors.contains("inputs/1/"))
    try place.replace("\"baseline\": 0", by: "\"baseline\": 1", in: "out/inputs/run.json")
    let turned = try await verify(place)
    #expect(turned.status == 6 && turned.errors.contains("inputs/run.json:") && turned.errors.contains("compare.csv:"))
    try place.replace("\"baseline\": 1", by: "\"baseline\": 2", in: "out/inputs/run.json")
    let none = try await verify(place)
    #expect(none.status == 2 && none.errors.contains("run.json"))
  }

  @Test("differences are told in Chinese")
  func chinese() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try spoil("out/ledger.csv", in: place)
    let finished = try await verify(place, ["--language", "zh"])
    #expect(finished.status == 6 && finished.errors.contains("发现") && finished.errors.contains("ledger.csv"))
  }
}
