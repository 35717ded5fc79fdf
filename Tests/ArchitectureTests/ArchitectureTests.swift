// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Holds the sources against the rules of the house. SwiftPM does not see to them: a target may import a sibling that
/// it never declared.
@Suite struct ArchitectureTests {
  /// What each room may import besides the standard library; the table of `Package.swift` with packages' modules.
  static let rooms: [String: Set<String>] = [
    "Quantities": [],
    "NumericalCore": ["CGSL", "CPhilox"],
    "PortfolioModel": ["Quantities"],
    "Measures": ["Quantities", "NumericalCore"],
    "Simulation": ["Quantities", "NumericalCore", "PortfolioModel", "Measures", "Synchronization"],
    "Experiments": ["Quantities", "NumericalCore", "PortfolioModel", "Measures", "Simulation"],
    "ScenarioFiles": ["Quantities", "PortfolioModel", "Yams", "Foundation", "Glibc", "Musl", "Darwin"],
    "Reporting": [
      "Quantities", "PortfolioModel", "Measures", "Simulation", "Experiments", "Foundation", "Glibc", "Musl",
      "Darwin", "Synchronization",
    ],
  ]

  static var sources: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
  }

  /// What is written in C: the sockets of NumericalCore.
  static let sockets = ["CGSL", "CPhilox"]

  static func files(
    in room: String, endings: [String] = [".swift"]
  ) throws -> [(name: String, lines: [Substring])] {
    let folder = sources.appendingPathComponent(room)
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      endings.contains { path.hasSuffix($0) }
    }
    return try all.sorted().map { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      return ("\(room)/\(path)", text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  @Test("imports go down only", arguments: rooms.keys.sorted())
  func imports(room: String) throws {
    let files = try Self.files(in: room)
    #expect(!files.isEmpty)
    for file in files {
      for line in file.lines {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1 else { continue }
        let module = String(words[position + 1])
        #expect(Self.rooms[room]?.contains(module) == true, "\(file.name) imports \(module)")
        let isHidden = words[0] == "internal"
        #expect(isHidden || !Self.sockets.contains(module), "\(file.name) shows \(module) to others")
      }
    }
  }

  @Test(
    "below the rooms with I/O nothing prints, exits, reads the clock or holds state",
    arguments: ["Quantities", "NumericalCore", "PortfolioModel", "Measures", "Simulation", "Experiments"])
  func pure(room: String) throws {
    let forbidden = [
      "print(", "exit(", "SystemRandomNumberGenerator", "Date()", "ProcessInfo", "FileManager", "try!", "fatalError(",
    ]
    for file in try Self.files(in: room) {
      for (number, line) in file.lines.enumerated() {
        let code = line.trimmingCharacters(in: .whitespaces)
        guard !code.hasPrefix("//") else { continue }
        for word in forbidden {
          #expect(!code.contains(word), "\(file.name):\(number + 1) uses \(word)")
        }
        #expect(!(line.hasPrefix("var ") || line.hasPrefix("public var ")), "\(file.name):\(number + 1): global state")
      }
    }
  }

  @Test("a plan holds numbers and indices only")
  func planWithoutNames() throws {
    let declaration = try Regex(#"^\s*(public |private |internal )*(var|let) \w+: .*\bString\b"#)
    for file in try Self.files(in: "Simulation") where file.name.contains("/Plan/") && file.name.contains("Plan.swift")
    {
      for line in file.lines { #expect(line.firstMatch(of: declaration) == nil, "\(file.name): \(line)") }
    }
  }

  @Test("files stay short", arguments: rooms.keys.sorted() + ["guidefund"] + sockets)
  func lengths(room: String) throws {
    let files = try Self.files(in: room, endings: [".swift", ".c", ".h"])
    #expect(!files.isEmpty)
    for file in files {
      #expect(file.lines.count <= 400, "\(file.name) has \(file.lines.count) lines")
      #expect(file.lines.first == "// SPDX-License-Identifier: GPL-3.0-or-later", "\(file.name) names its licence")
    }
  }
}
