// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
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
      ["by-hand"], ["pacing"], ["benchmark", "--replicates", "700"], ["yangjiang-2025", "--replicates", "40"],
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

  @Test("differences are told in Chinese")
  func chinese() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try spoil("out/ledger.csv", in: place)
    let finished = try await verify(place, ["--language", "zh"])
    #expect(finished.status == 6 && finished.errors.contains("发现") && finished.errors.contains("ledger.csv"))
  }
}
