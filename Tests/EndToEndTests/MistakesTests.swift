// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A scenario with twenty different mistakes gets twenty messages at once, each with its place.
@Suite struct MistakesTests {
  static let file = "Tests/EndToEndTests/Mistakes/scenario.yaml"

  /// The lines that hold a mistake, with the code that their comment names.
  private func expected() throws -> [String] {
    let text = try String(contentsOf: CommandLineProgram.root.appendingPathComponent(Self.file), encoding: .utf8)
    return text.components(separatedBy: "\n").enumerated().compactMap { number, line in
      line.firstMatch(of: #/# mistake: ([a-z_0-9]+)/#).map { "\(number + 1) \($0.1)" }
    }
  }

  @Test func mistakesDiffer() throws {
    let codes = try expected().compactMap { $0.split(separator: " ").last }
    #expect(codes.count == 20 && Set(codes).count == 20)
  }

  @Test("validate finds each of them at its line, and nothing else", arguments: ["en", "zh"])
  func codes(language: String) async throws {
    let finished = try await CommandLineProgram.run(["validate", Self.file, "--json", "--language", language])
    #expect(finished.status == 2)
    let issues = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
    let found = issues.map { "\($0["line"] as? Int ?? 0) \($0["code"] as? String ?? "")" }
    #expect(found == (try expected()))
    #expect(issues.allSatisfy { $0["file"] as? String == Self.file && $0["severity"] as? String == "error" })
    #expect(issues.allSatisfy { ($0["column"] as? Int ?? 0) >= 1 && ($0["path"] as? String)?.isEmpty == false })
    // An English message may quote Chinese words of the file.
    let isChinese = issues.filter { ($0["message"] as? String ?? "").contains(#/\p{Han}/#) }
    #expect(language == "zh" ? isChinese.count == 20 : isChinese.count < 3)
  }

  @Test("one line a mistake: file:line:column: field: …", arguments: ["validate", "run"], ["en", "zh"])
  func lines(command: String, language: String) async throws {
    let place = try Workspace()
    let out = command == "run" ? ["--out", place.path("out")] : []
    let finished = try await CommandLineProgram.run([command, Self.file, "--language", language] + out)
    #expect(finished.status == 2 && finished.output.isEmpty && place.names.isEmpty)
    let lines = finished.errors.split(separator: "\n")
    #expect(lines.count == 20 && Set(lines).count == 20)
    let places = lines.compactMap { $0.firstMatch(of: #/^(.+\.yaml):(\d+):(\d+): [A-Za-z][^ ]*: /#) }
    #expect(places.count == 20 && places.allSatisfy { $0.1 == Self.file })
    let numbers = places.compactMap { Int($0.2) }
    #expect(numbers == numbers.sorted())
    #expect(lines.allSatisfy { $0.contains(#/\p{Han}/#) } == (language == "zh"))
  }

  @Test(
    "the environment chooses the language",
    arguments: [("zh_CN.UTF-8", true), ("en_GB.UTF-8", false), ("C", false)])
  func environment(locale: String, isChinese: Bool) async throws {
    let finished = try await CommandLineProgram.run(["validate", Self.file], environment: ["LANG": locale])
    #expect(finished.errors.contains("应为") == isChinese)
    #expect(finished.errors.contains("expected") != isChinese)
  }

  @Test("misspelt words are mended")
  func suggestions() async throws {
    let finished = try await CommandLineProgram.run(["validate", Self.file])
    for word in ["growth", "rmb_city_fund", "social_capital"] {
      #expect(finished.errors.contains("did you mean '\(word)'?"))
    }
  }
}
