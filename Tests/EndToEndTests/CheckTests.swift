// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// `check`, and what a run says of rules of law.
@Suite struct CheckTests {
  static let file = "Tests/EndToEndTests/Breaches/scenario.yaml"

  /// The lines that break a rule, by the rule that their comment names.
  private func expected() throws -> [String: Int] {
    let text = try String(contentsOf: CommandLineProgram.root.appendingPathComponent(Self.file), encoding: .utf8)
    let lines = text.components(separatedBy: "\n").enumerated().compactMap { number, line in
      line.firstMatch(of: #/# breach: (R\d\d)/#).map { (String($0.1), number + 1) }
    }
    return Dictionary(uniqueKeysWithValues: lines)
  }

  private func findings(_ arguments: [String], language: String = "en") async throws -> [[String: Any]] {
    let finished = try await CommandLineProgram.run(["check", "--json", "--language", language] + arguments)
    try #require(finished.status == 0, "\(finished.errors)")
    return try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
  }

  @Test("a scenario with mistakes is refused in the form that was asked for")
  func refused() async throws {
    let arguments = ["check", Self.file, "--set", "time.start=2026-Q9", "--set", "nosuch=1"]
    let finished = try await CommandLineProgram.run(arguments + ["--json"])
    let issues = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
    #expect(finished.status == 2 && finished.errors.isEmpty)
    #expect(issues.map { $0["code"] as? String } == ["bad_quarter", "unknown_key"])
    let told = try await CommandLineProgram.run(arguments)
    #expect(told.status == 2 && told.output.isEmpty && told.errors.split(separator: "\n").count == 2)
  }

  // MARK: Ten breaches

  @Test(
    "ten breaches are found, each with clause, field, place, value and cure, and no other", arguments: ["en", "zh"])
  func tenBreaches(language: String) async throws {
    let findings = try await findings([Self.file], language: language)
    #expect(Set(findings.compactMap { $0["rule"] as? String }).count == 58)
    #expect(findings.allSatisfy { $0["status"] as? String != "no_data" || $0["rule"] as? String == "R28" })
    let broken = findings.filter { $0["status"] as? String == "broken" }
    let lines = broken.map { ($0["rule"] as? String ?? "", $0["line"] as? Int ?? 0) }
    #expect(Dictionary(lines) { $1 } == (try expected()) && lines.count == 10)
    for finding in broken {
      #expect((finding["file"] as? String)?.hasSuffix("Breaches/scenario.yaml") == true)
      for key in ["clause", "document", "field", "value", "message", "cure", "grade", "date_grade"] {
        #expect((finding[key] as? String)?.isEmpty == false, "\(key)")
      }
      for key in ["clause", "message", "cure"] {
        #expect((finding[key] as? String)?.contains(#/\p{Han}{4}/#) == (language == "zh") || key == "clause")
      }
      #expect((finding["effective_from"] as? String)?.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil)
      #expect((finding["column"] as? Int ?? 0) >= 1)
    }
  }

  @Test("the terminal groups by status and names place and cure", arguments: ["en", "zh"])
  func table(language: String) async throws {
    let finished = try await CommandLineProgram.run(["check", Self.file, "--language", language])
    #expect(finished.status == 0 && finished.errors.isEmpty)
    let headings = language == "zh" ? ["违反", "符合", "不适用"] : ["Broken", "Kept", "Not applicable"]
    let lines = finished.output.components(separatedBy: "\n")
    let places = headings.compactMap { lines.firstIndex(of: $0) }
    #expect(places.count == 3 && places == places.sorted())
    for (rule, line) in try expected() {
      #expect(lines.contains { $0.hasPrefix("  \(rule)  ") }, "\(rule)")
      #expect(lines.contains { $0.hasPrefix("       ") && $0.contains("scenario.yaml:\(line):") }, "\(rule)")
    }
    #expect(lines.count { $0.hasPrefix(language == "zh" ? "       改正：" : "       Cure: ") } == 10)
  }

  // MARK: Dates and settings

  @Test("--date judges by the law of another day")
  func date() async throws {
    func broken(_ day: String) async throws -> Set<String> {
      Set(
        try await findings([Self.file, "--date", day]).filter { $0["status"] as? String == "broken" }
          .compactMap { $0["rule"] as? String })
    }
    #expect(try await broken("2014-12-31") == ["R53"])
    #expect(try await broken("2015-11-12") == ["R53", "R16", "R17", "R19"])
    #expect(try await broken("2024-08-01") == ["R53", "R16", "R17", "R19", "R26", "R47"])
    #expect(try await broken("2025-01-07").count == 10)
  }

  @Test("--set lays a value over the scenario, and the place names the option")
  func settings() async throws {
    let findings = try await findings(
      ["Scenarios/by-hand", "--set", "funds.city.portfolio.concentration_limit=30 %"])
    let finding = try #require(findings.first { $0["rule"] as? String == "R31" })
    #expect(finding["status"] as? String == "broken" && finding["file"] as? String == "--set")
    #expect(finding["value"] as? String == "30 %")
  }

  // MARK: Exit codes

  @Test("broken rules end with 0, with 3 under --strict, an invalid scenario or date with 2")
  func exitCodes() async throws {
    func status(_ arguments: [String]) async throws -> Int32 {
      try await CommandLineProgram.run(["check"] + arguments).status
    }
    #expect(try await status([Self.file]) == 0)
    #expect(try await status([Self.file, "--strict"]) == 3)
    #expect(try await status(["Scenarios/by-hand", "--strict"]) == 0)
    #expect(try await status([Self.file, "--strict", "--date", "2007-01-01"]) == 3)
    #expect(try await status([Self.file, "--strict", "--date", "2006-12-31"]) == 0)
    #expect(try await status([MistakesTests.file]) == 2)
    #expect(try await status(["nowhere"]) == 2)
    #expect(try await status([Self.file, "--date", "2025-02-30"]) == 2)
  }

  @Test(
    "a strict run refuses a forbidden breach with 3 before it simulates, and writes nothing", arguments: ["en", "zh"])
  func strictRun(language: String) async throws {
    let place = try Workspace()
    let finished = try await CommandLineProgram.run(
      ["run", Self.file, "--strict", "--language", language, "--out", place.path("out")])
    #expect(finished.status == 3 && finished.output.isEmpty && place.names.isEmpty)
    for rule in ["R01", "R06", "R17", "R19", "R26", "R47", "R53"] { #expect(finished.errors.contains("  \(rule)  ")) }
    for rule in ["R02", "R08", "R16"] { #expect(!finished.errors.contains("  \(rule)  ")) }
    let allowed = try await CommandLineProgram.run(
      ["run", "Scenarios/by-hand", "--strict", "--out", place.path("out")])
    #expect(allowed.status == 0)
  }

  // MARK: Every output says so

  @Test("a run that breaks rules still runs; table, description, manifest and summary say so")
  func outputs() async throws {
    let place = try Workspace()
    let finished = try await CommandLineProgram.run(["run", Self.file, "--out", place.path("out")])
    #expect(finished.status == 0 && finished.output.contains("Rules: broken 10 (forbidden 7, limited 3)"))
    let lines = try place.text("out/rules.csv").split(separator: "\n")
    #expect(lines[0] == "rule,severity,status,clause,effective_from,field,message")
    #expect(Set(lines.dropFirst().map { $0.prefix(3) }).count == 58)
    #expect(lines.count { $0.contains(",broken,") } == 10)
    #expect(try place.text("out/datapackage.json").contains("\"rules.csv\""))
    let manifest = try JSONSerialization.jsonObject(with: Data(place.text("out/manifest.json").utf8)) as? [String: Any]
    let broken = manifest?["rules_broken"] as? [[String: Any]] ?? []
    #expect(Set(broken.compactMap { $0["rule"] as? String }) == Set(try expected().keys))
    let verified = try await CommandLineProgram.run(["verify", place.path("out")])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("a comparison says which designs break rules")
  func comparison() async throws {
    let compared = try await CommandLineProgram.run(["compare", Self.file, "Scenarios/by-hand"])
    #expect(compared.status == 0)
    #expect(compared.output.contains("\nBreaches: Rules: broken 10 (forbidden 7, limited 3)"))
    #expect(compared.output.contains("\nby-hand: Rules: broken 1 (limited 1)"))
  }

  @Test("the Yangjiang scenario breaks what its document says against the law of its time, and nothing else")
  func yangjiang() async throws {
    let broken = try await findings(["Scenarios/yangjiang-2025"]).filter { $0["status"] as? String == "broken" }
    #expect(broken.compactMap { $0["rule"] as? String } == ["R01", "R14"])
    #expect(broken.compactMap { $0["severity"] as? String } == ["forbidden", "advice"])
  }
}
