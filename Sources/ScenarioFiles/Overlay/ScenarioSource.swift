// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Everything that a scenario was read from, so that it can be copied and read again.
///
/// The paths are relative to the deepest folder that holds all the files, so that every relative path in them still
/// leads to the same file in a folder of copies.
public struct ScenarioSource: Hashable, Sendable {
  /// A file with the bytes that were read.
  public struct File: Hashable, Sendable {
    /// The path below the common folder.
    public var path: String
    /// The content.
    public var bytes: [UInt8]

    /// A file with its content.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The name of the file that says how to read a folder of copies.
  public static let replayName = "guidefund-replay.yaml"

  /// The path of the scenario's own file.
  public var entry: String
  /// The files, sorted by path.
  public var files: [File]
  /// The `--set` values in turn.
  public var sets: [String]

  /// The files to put into a folder of copies: those that were read, and `guidefund-replay.yaml`, which names the scenario's own
  /// file and the settings.
  public var copies: [File] { files + [File(path: ScenarioSource.replayName, bytes: Array(replay.utf8))] }

  private var replay: String {
    var text = "# How to read this folder again.\nentry: \(JSONValue.text(entry).rendered())\n"
    text += "sets: \(JSONValue.texts(sets).rendered())\n"
    return text
  }

  init(_ tree: ScenarioTree, sets: [String]) {
    let names = tree.namesOfCopies
    entry = names[tree.entry] ?? tree.entry
    files = tree.files.contents.map { File(path: names[$0.key] ?? $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
    self.sets = sets
  }

  /// The scenario's own file and the settings that a folder of copies names.
  static func replay(in folder: String) throws(ScenarioRejected) -> (path: String, sets: [String]) {
    let file = RelativePath.join(folder, replayName)
    let start = SourcePosition(startOf: file)
    guard let bytes = try? InputFile.bytes(at: file, limit: ScenarioTree.limit) else {
      throw ScenarioRejected(ScenarioIssue(start, "", .missingFile(path: file)))
    }
    let document = YAMLDocument(bytes: bytes, file: file)
    guard document.issues.isEmpty else { throw ScenarioRejected(issues: document.issues) }
    guard let entry = document.root?["entry"]?.scalar, RelativePath.staysInside(entry.text),
      case .sequence(let sets) = document.root?["sets"]?.content
    else { throw ScenarioRejected(ScenarioIssue(start, "entry", .missingKey("entry"))) }
    return (RelativePath.join(folder, entry.text), sets.compactMap { $0.scalar?.text })
  }
}

extension ScenarioTree {
  /// The path of every file among copies, by the path that it was read from.
  fileprivate var namesOfCopies: [String: String] {
    let working = InputFile.workingFolder
    let absolute = files.contents.keys.map { (path: $0, absolute: RelativePath.join(working, $0)) }
    let common = RelativePath.commonFolder(of: absolute.map(\.absolute))
    return Dictionary(uniqueKeysWithValues: absolute.map { ($0.path, RelativePath.below(common, $0.absolute)) })
  }

  /// The same issues with files named as among copies, so that reading the copies gives the same texts.
  func issuesOfCopies(_ issues: [ScenarioIssue]) -> [ScenarioIssue] {
    let names = namesOfCopies
    return issues.map { issue in
      var issue = issue
      issue.position.file = names[issue.position.file] ?? issue.position.file
      return issue
    }.sortedOnce()
  }
}
