// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation

/// What a run folder holds and what it was made from.
public struct Manifest: Hashable, Sendable {
  /// The name of its file.
  public static let file = "manifest.json"
  /// The version of its form.
  public static let format = 1
  /// The name of the program that writes it.
  static let program = "guidefund"
  /// The generator of all random numbers.
  public static let generator = "philox4x32-10"

  /// The digest of all that the model was read from.
  public let scenarioDigest: String
  /// Every file below `inputs/`.
  public let inputs: [FileRecord]
  /// Every other file but the manifest itself.
  public let outputs: [FileRecord]
  /// The text of the file.
  let text: String

  init(_ contents: RunContents, request: RunRequest, inputs: [FileRecord], outputs: [FileRecord]) {
    scenarioDigest = contents.scenarioDigest
    self.inputs = inputs
    self.outputs = outputs
    let json = JSONValue.record([
      "format": .whole(Manifest.format),
      "program": .text(Manifest.program),
      "version": .text(contents.version.program),
      "results_version": .whole(contents.version.results),
      "build": .text(contents.version.build),
      "scenario": .record([
        "name": .text(contents.scenario.english), "name_zh": .text(contents.scenario.chinese),
        "entry": .text(request.entry), "sets": .texts(request.sets), "digest": .text("sha256:\(scenarioDigest)"),
      ]).adding("comparison", request.comparison?.json),
      "seed": .whole(request.seed),
      "replicates": .whole(contents.replicates),
      "replicates_requested": .whole(request.replicates),
      "precision": request.precision.map(RunRequest.json)?.adding(
        "reached", contents.isPrecisionReached.map { .flag($0) }) ?? .null,
      "generator": .text(Manifest.generator),
      "time": .record([
        "start": .text(contents.time.start.description), "quarters": .whole(contents.time.quarters),
      ]),
      "risk_levels": .list(contents.riskLevels.map { .real($0) }),
      "excel": .flag(request.excel),
      "warnings": .list(contents.warnings.map { .record(["en": .text($0.english), "zh": .text($0.chinese)]) }),
      "rules_broken": .list(contents.findings.filter { $0.status == .broken }.map(Manifest.json)),
      "inputs": .list(inputs.map(Manifest.json)),
      "outputs": .list(outputs.map(Manifest.json)),
      "environment": contents.environment.json,
    ]).adding(
      "raising",
      contents.expectations.isEmpty
        ? nil
        : .record([
          "pilot_replicates": .whole(ReturnPilot.paths), "pilot_first": .whole(ReturnPilot.first),
          "expected_returns": .list(contents.expectations.map(\.json)),
        ]))
    text = json.document()
  }

  private static func json(_ finding: RuleFinding) -> JSONValue {
    .record([
      "rule": .text(finding.rule.id), "severity": .text(finding.severity.rawValue), "field": .text(finding.path),
    ])
  }

  private static func json(_ record: FileRecord) -> JSONValue {
    .record([
      "path": .text(record.path), "rows": .whole(record.rows), "bytes": .whole(record.bytes),
      "sha256": .text(record.sha256),
    ])
  }

  /// The records of the files that a manifest lists; nil where it has not this form.
  static func records(_ json: JSONValue) -> [FileRecord]? {
    guard let inputs = json["inputs"]?.elements, let outputs = json["outputs"]?.elements else { return nil }
    let listed = inputs + outputs
    let records = listed.compactMap { entry -> FileRecord? in
      guard let path = entry["path"]?.string, let bytes = entry["bytes"]?.integer(Int.self),
        let sha256 = entry["sha256"]?.string
      else { return nil }
      return FileRecord(path: path, rows: entry["rows"]?.integer(), bytes: bytes, sha256: sha256)
    }
    return records.count == listed.count ? records : nil
  }
}
