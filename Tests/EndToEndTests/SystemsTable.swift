// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The table of the mechanisms found in the five documents, and what carries each of them.
enum SystemsTable {
  /// A mechanism of a document.
  struct Row: Sendable, CustomStringConvertible {
    var id: String
    var status: String
    var mechanism: String
    var scenario: String
    var field: String
    var outcome: String
    var note: String

    /// The document that it comes from.
    var document: String { String(id.prefix { $0 != "-" }) }
    var description: String { "\(id) \(scenario) \(field)" }

    /// Whether a field of a scenario carries it.
    var hasField: Bool { status == "driven" || status == "assumed" }
  }

  /// How many mechanisms each document has.
  static let documents: KeyValuePairs = ["YJ": 70, "GG": 51, "GQ": 63, "HY": 82, "GS": 105]

  /// The text of the file.
  static let text: String = {
    let file = CommandLineProgram.root.appendingPathComponent("Scenarios/systems.csv")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// All rows, in the order of the file.
  static let rows: [Row] = Table(text).rows.map { row in
    func cell(_ column: String) -> String { row[column] ?? "" }
    return Row(
      id: cell("id"), status: cell("status"), mechanism: cell("mechanism"), scenario: cell("scenario"),
      field: cell("field"), outcome: cell("outcome"), note: cell("note"))
  }

  /// The scenarios that carry a row, each once.
  static let scenarios = Set(rows.filter(\.hasField).map(\.scenario)).sorted()
}

/// What a run of a scenario holds that rows speak of.
struct RegionalRun {
  /// The values in effect as they are written, by path.
  let parameters: [String: String]

  /// Means by entity and metric, what targets give, and scores, as they stand in the tables.
  let outcomes: [String: [String]]

  init(_ place: Workspace, out: String = "out") throws {
    let paths = Table(try place.text("\(out)/parameters.csv")).rows.map { ($0["path"] ?? "", $0["value"] ?? "") }
    parameters = Dictionary(paths, uniquingKeysWith: { first, _ in first })
    var outcomes: [String: [String]] = [:]
    for row in Table(try place.text("\(out)/summary.csv")).rows {
      outcomes["\(row["entity"] ?? "") \(row["metric"] ?? "")"] = [row["mean"] ?? "", row["p50"] ?? ""]
    }
    for row in (try? place.text("\(out)/targets.csv")).map({ Table($0).rows }) ?? [] {
      let columns = ["threshold", "probability", "median_over_threshold", "expected_shortfall"]
      outcomes["targets.csv \(row["target"] ?? "")"] = columns.map { row[$0] ?? "" }
    }
    if let scores = try? place.text("\(out)/assessment.csv") {
      outcomes["assessment score"] = Table(scores).rows.map { $0["score"] ?? "" }
    }
    self.outcomes = outcomes
  }

  /// Another value for a field: half of a number, another word, the other flag, an earlier day.
  func changed(_ path: String) -> String? {
    guard let value = parameters[path] else { return nil }
    let words = ["first_come": "largest", "largest": "first_come", "intensity": "first_come"]
    if let other = words[value] ?? ["true": "false", "false": "true"][value] { return other }
    if value.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil { return "2025-12-01" }
    guard let match = value.wholeMatch(of: /(-?[0-9.]+)(.*)/), let number = Double(match.1) else { return nil }
    let half = number == 0 ? 1 : number / 2
    let isWhole = match.2.isEmpty && (path.hasSuffix(".count") || path.hasSuffix(".capacity"))
    return (isWhole ? "\(Int(half.rounded(.up)))" : "\(half)") + match.2
  }
}
