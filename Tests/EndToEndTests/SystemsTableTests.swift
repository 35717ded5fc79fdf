// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What carries each mechanism of the documents is said truly.
@Suite struct SystemsTableTests {
  typealias Row = SystemsTable.Row

  @Test("every mechanism has one row, in the order of the documents, in seven columns without quotes")
  func everyMechanism() {
    let wanted = SystemsTable.documents.flatMap { document, count in
      (1...count).map { "\(document)-\($0 < 10 ? "0" : "")\($0)" }
    }
    #expect(SystemsTable.rows.map(\.id) == wanted)
    #expect(!SystemsTable.text.contains("\""))
    for line in SystemsTable.text.split(separator: "\n") {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 7, "\(line)")
    }
  }

  @Test("rows share at most 35 mechanisms, and say what their status asks for")
  func words() {
    #expect(Set(SystemsTable.rows.map(\.mechanism)).count <= 35)
    for row in SystemsTable.rows {
      switch row.status {
      case "driven", "assumed":
        #expect(!row.scenario.isEmpty && !row.field.isEmpty && !row.outcome.isEmpty, "\(row)")
      case "shown": #expect(!row.outcome.isEmpty, "\(row)")
      case "out_of_scope": #expect(row.field.isEmpty && row.outcome.isEmpty && !row.note.isEmpty, "\(row)")
      default: Issue.record("\(row): \(row.status)")
      }
    }
  }

  @Test("counts by document: at least 220 are driven, and half of each document")
  func counts() {
    var all = 0
    for (document, count) in SystemsTable.documents {
      let rows = SystemsTable.rows.filter { $0.document == document }
      func number(_ status: String) -> Int { rows.filter { $0.status == status }.count }
      let ofResults = rows.filter { $0.status == "driven" && ["targets", "scores_and_ranks"].contains($0.mechanism) }
      print(
        "\(document): \(count) mechanisms, driven \(number("driven")) (of these \(ofResults.count) targets and scores),",
        "assumed \(number("assumed")), shown \(number("shown")), out of scope \(number("out_of_scope"))")
      #expect(2 * (number("driven") - ofResults.count) >= count, "\(document)")
      all += number("driven") - ofResults.count
    }
    #expect(all >= 220)
  }

  @Test(
    "each field is in its scenario and each outcome in its tables; driven ones that are changed by hand move it",
    arguments: SystemsTable.scenarios)
  func fieldsAndOutcomes(scenario: String) async throws {
    let rows = SystemsTable.rows.filter { $0.scenario == scenario }
    let place = try Workspace()
    // What leads a target needs takes most of the time.
    let hasTargets = rows.contains { $0.field.hasPrefix("targets") || $0.outcome.hasPrefix("targets.csv") }
    let options = ["--replicates", "4"] + (hasTargets ? [] : ["--set", "targets=null"])
    try await place.run(scenario, options)
    let run = try RegionalRun(place)
    for row in rows where row.hasField {
      #expect(run.parameters[row.field] != nil, "\(row)")
      #expect(run.outcomes[row.outcome] != nil, "\(row): \(row.outcome)")
      #expect(run.changed(row.field) != nil, "\(row)")
    }
    for (number, row) in Self.sample(of: rows).enumerated() {
      let value = try #require(run.changed(row.field))
      try await place.run(scenario, options + ["--set", "\(row.field)=\(value)"], out: "changed-\(number)")
      let after = try RegionalRun(place, out: "changed-\(number)")
      #expect(after.outcomes[row.outcome] != run.outcomes[row.outcome], "\(row) = \(value)")
    }
  }

  /// Three driven rows of a scenario, drawn by a fixed seed.
  private static func sample(of rows: [Row]) -> [Row] {
    var left = rows.filter { $0.status == "driven" }
    var numbers = SplitMix(state: 20_251_121)
    return (0..<min(3, left.count)).map { _ in left.remove(at: Int(numbers.next() % UInt64(left.count))) }
  }

  /// A small generator for the sample.
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }
}
