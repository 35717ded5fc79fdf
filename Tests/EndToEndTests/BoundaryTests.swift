// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import ScenarioFiles
import TestSupport
import Testing

/// Whatever the reader accepts can be run: each number at the ends of what its field allows, wide ranges under a normal
/// law, and the scenario without any one of its parts. Each is run by the program or refused with a place; nothing ends
/// otherwise.
@Suite(.enabled(if: CommandLineProgram.release != nil, "hundreds of runs, too slow for a debug program"))
struct BoundaryTests {
  /// A path of the register with another value for it.
  struct Change: CustomTestStringConvertible, Sendable {
    var path: String
    var value: String
    var setting: String { "\(path)=\(value)" }
    var testDescription: String { setting }
  }

  /// The register of the full scenario, one number of each kind of field.
  static let numbers: [Parameter] = {
    var seen: Set<String> = []
    return register.filter { $0.allowed != nil && seen.insert(pattern($0.path)).inserted }
  }()

  static let register: [Parameter] = {
    guard let place = try? workspace(), let loaded = try? load(place) else { return [] }
    return loaded.register
  }()

  static let ends: [Change] = numbers.flatMap { number -> [Change] in
    guard let allowed = number.allowed else { return [] }
    let step = number.unit == "CNY" ? 0.01 : 0
    let low = allowed.includesLow ? allowed.low : step > 0 ? allowed.low + step : allowed.low.nextUp
    let high = allowed.includesHigh ? allowed.high : step > 0 ? allowed.high - step : allowed.high.nextDown
    return [low, high].map { Change(path: number.path, value: written($0, number.unit)) }
  }

  static let ranges: [Change] = numbers.compactMap { number in
    guard let allowed = number.allowed, let range = number.uncertainty else { return nil }
    let room = allowed.room(about: range.low...range.high)
    let low = max(room.lowerBound, range.low - 2 * (range.high - range.low))
    let high = min(room.upperBound, range.high + 2 * (range.high - range.low))
    let ends = [("value", range.base), ("low", low), ("high", high)].map { "\($0.0): \(written($0.1, number.unit))" }
    return Change(path: number.path, value: "{\(ends.joined(separator: ", ")), shape: normal}")
  }

  /// Every entry of a collection, and one of each kind of other parts.
  static let parts: [Change] = {
    var seen: Set<String> = []
    let paths = register.flatMap { row in
      let keys = row.path.split(separator: ".")
      return keys.indices.map { keys[...$0].joined(separator: ".") }
    }
    return Set(paths).sorted().filter { path in
      let pattern = pattern(path)
      return pattern.hasSuffix("*")
        ? path.split(separator: ".").count < 4 || seen.insert(pattern).inserted
        : seen.insert(pattern).inserted
    }.map { Change(path: $0, value: "null") }
  }()

  @Test func thereIsEnough() {
    #expect(Self.ends.count > 150 && Self.ranges.count > 40 && Self.parts.count > 200)
  }

  @Test("a number at an end of what is allowed", arguments: ends)
  func end(change: Change) async throws {
    let errors = try await run(change)
    #expect(!errors.contains("out of range") && !errors.contains("no such entry"), "\(errors)")
  }

  @Test("a wide range under a normal law", arguments: ranges)
  func range(change: Change) async throws { try await run(change) }

  @Test("a part that is taken away", arguments: parts)
  func part(change: Change) async throws { try await run(change) }

  @discardableResult
  private func run(_ change: Change) async throws -> String {
    let place = try Self.workspace()
    let finished = try await CommandLineProgram.run(
      ["run", place.path("busy.yaml"), "--out", place.path("out"), "--replicates", "3", "--set", change.setting])
    #expect(finished.status == 0 || finished.status == 2, "\(finished.errors)")
    let lines = finished.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.contains(#/^[^ ]+:\d+:\d+: /#) }, "\(finished.errors)")
    return finished.errors
  }

  private static func workspace() throws -> Workspace {
    let place = try Workspace()
    for (name, text) in FullScenario.files { try place.write(text, to: name) }
    try place.write(FullScenario.busy, to: "busy.yaml")
    return place
  }

  private static func load(_ place: Workspace, _ sets: [String] = []) throws -> LoadedScenario {
    try ScenarioFile.load(place.path("busy.yaml"), metrics: ScenarioWorkshop.metrics, sets: sets)
  }

  /// The path with the ids of entries left out.
  private static func pattern(_ path: String) -> String {
    let keys = path.split(separator: ".")
    let collections: Set<Substring> = [
      "sectors", "company_laws", "candidate_streams", "companies", "funds", "investors", "opening_holdings", "stages",
      "rounds", "tickets", "outcomes", "growth", "management", "classes", "tickets_per_year", "contribution_rates",
    ]
    return keys.indices.map { $0 > 0 && collections.contains(keys[$0 - 1]) ? "*" : keys[$0] }.joined(separator: ".")
  }

  /// A number with its unit, to the last digit.
  private static func written(_ number: Double, _ unit: String) -> String {
    switch unit {
    case "CNY": return "\(number) 元"
    case "year": return "\(number) years"
    case "1", "1/year":
      let parts = "\(number)".split(separator: "e")
      return "\(parts[0])e\((parts.count == 2 ? Int(parts[1]) ?? 0 : 0) + 2) %"
    default: return number == number.rounded() && number.magnitude < 1e15 ? "\(Int64(number))" : "\(number)"
    }
  }
}
