// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A temporary folder that is removed with its owner.
final class Workspace: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("guidefund-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The full path of something in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Writes a file and the folders that lead to it; gives its full path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Replaces a text that must occur.
  func replace(_ old: String, by new: String, in name: String) throws {
    let text = try text(name)
    try #require(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  /// An empty file, open for writing.
  func handle(_ name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: write("", to: name)))
  }

  /// Everything in the folder, hidden or not, by relative path.
  var names: [String] { (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted() }

  /// Runs a scenario of the project into `out`.
  /// - Returns: What was printed.
  @discardableResult
  func run(
    _ scenario: String, _ options: [String] = [], environment: [String: String] = [:], out: String = "out",
    program: String = CommandLineProgram.path
  ) async throws -> CommandLineProgram.Finished {
    let finished = try await CommandLineProgram.run(
      ["run", "Scenarios/\(scenario)", "--out", path(out)] + options, environment: environment, program: program)
    try #require(finished.status == 0, "\(scenario) \(options): \(finished.errors)")
    return finished
  }
}

/// A CSV table without quoted cells.
struct Table {
  let header: [String]
  let rows: [[String: String]]

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    self.header = header
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The rows in which columns hold given texts.
  func rows(_ wanted: [String: String]) -> [[String: String]] {
    rows.filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }
  }

  /// A column of those rows as numbers.
  func numbers(_ column: String, _ wanted: [String: String]) -> [Double] {
    rows(wanted).compactMap { $0[column].flatMap(Double.init) }
  }
}

extension Double {
  /// Whether two numbers are the same to within an error.
  func isNear(_ other: Double, _ error: Double) -> Bool { (self - other).magnitude <= error }
}
