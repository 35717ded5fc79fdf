// SPDX-License-Identifier: GPL-3.0-or-later

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

  /// The path of the scenario's own file.
  public var entry: String
  /// The files, sorted by path.
  public var files: [File]
  /// The `--set` values in turn.
  public var sets: [String]

  init(_ tree: ScenarioTree, sets: [String]) {
    let names = tree.namesOfCopies
    entry = names[tree.entry] ?? tree.entry
    files = tree.files.contents.map { File(path: names[$0.key] ?? $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
    self.sets = sets
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
