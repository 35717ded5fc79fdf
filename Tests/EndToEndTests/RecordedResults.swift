// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Digests of what each shipped scenario gave when its results were last recorded: a seed gives the same result for ever.
///
/// Where results move on purpose, `make record` writes them anew; the changelog says which and why, and with a release the
/// results version rises.
enum RecordedResults {
  /// Tables of results; words about them may change.
  static let tables = ["summary.csv", "periods.csv", "ledger.csv", "replicates.csv"]
  private static let isRecording = ProcessInfo.processInfo.environment["GUIDEFUND_RECORD"] != nil

  /// Holds a run of a scenario against the record, or records it.
  static func check(_ scenario: String, _ place: Workspace) throws {
    let name = scenario.replacingOccurrences(of: "/", with: "_") + ".csv"
    let file = CommandLineProgram.root.appendingPathComponent("Tests/EndToEndTests/Recorded/\(name)")
    let text = try digests(place).map { "\($0.table),\($0.digest)\n" }.joined()
    guard !isRecording else { return try Data(text.utf8).write(to: file) }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "results of \(scenario) have moved; where they should, make record")
  }

  /// The digests that the manifest of a run states.
  private static func digests(_ place: Workspace) throws -> [(table: String, digest: String)] {
    struct Manifest: Decodable {
      struct Output: Decodable {
        var path: String
        var sha256: String
      }
      var outputs: [Output]
    }
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(try place.text("out/manifest.json").utf8))
    return manifest.outputs.filter { tables.contains($0.path) }.map { ($0.path, $0.sha256) }
  }
}
