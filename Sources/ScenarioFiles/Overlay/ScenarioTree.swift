// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// A scenario as one tree: the file, what it extends, and the settings of the command line laid over each other.
///
/// `extends:` names a file or a folder relative to the file that says so. It may lie outside that file's folder, such as
/// `../base/scenario.yaml`, but the path must not be absolute.
struct ScenarioTree {
  static let limit = 1_048_576

  /// The merged tree; nothing where a file of the chain could not be read.
  private(set) var root: LocatedNode?
  private(set) var issues: [ScenarioIssue] = []
  /// The path of the scenario's own file.
  let entry: String
  /// The files read.
  let files: SourceFiles

  /// Loads a scenario from its file or its folder.
  init(path: String, sets: [String], within folder: String? = nil) {
    let simple = RelativePath.normalized(path)
    let isFolder = InputFile.isFolder(simple)
    entry = isFolder ? RelativePath.join(simple, "scenario.yaml") : simple
    files = SourceFiles(folder: RelativePath.folder(of: entry), within: folder)
    let start = SourcePosition(startOf: isFolder ? simple : entry)
    if isFolder, InputFile.resolved(entry) == nil {
      issues.append(
        ScenarioIssue(
          start, "", .notAScenario(path: simple),
          expected: .words(BilingualText("a folder with scenario.yaml, or a file", "含 scenario.yaml 的文件夹，或文件"))))
    } else {
      root = load(entry, namedAt: start, chain: [])
    }
    lay(sets)
  }

  /// A file with everything that it extends.
  private mutating func load(_ file: String, namedAt place: SourcePosition, chain: [String]) -> LocatedNode? {
    if chain.contains(file) {
      issues.append(ScenarioIssue(place, "extends", .extendsCycle(files: chain.drop { $0 != file } + [file])))
      return nil
    }
    guard let root = document(file, namedAt: place, isExtended: !chain.isEmpty) else { return nil }
    guard let extends = root["extends"], !extends.isNull else { return root }
    guard let path = extends.scalar else {
      issues.append(
        ScenarioIssue(
          extends.position, "extends", .wrongType(found: extends.foundKind), expected: .relativePath))
      return nil
    }
    guard !path.text.hasPrefix("/") else {
      issues.append(
        ScenarioIssue(extends.position, "extends", .absolutePath(path.text), expected: .relativePath))
      return nil
    }
    var target = RelativePath.join(RelativePath.folder(of: file), path.text)
    if InputFile.isFolder(target) { target = RelativePath.join(target, "scenario.yaml") }
    return load(target, namedAt: extends.position, chain: chain + [file])?.overlaid(by: root)
  }

  /// The tree of one file; its top is a mapping.
  private mutating func document(
    _ file: String, namedAt place: SourcePosition, isExtended: Bool
  ) -> LocatedNode? {
    let path = isExtended ? "extends" : ""
    guard files.isAllowed(file) else {
      issues.append(ScenarioIssue(place, path, .pathOutside(file), expected: .relativePath))
      return nil
    }
    do throws(InputFile.Problem) {
      let document = YAMLDocument(bytes: try files.bytes(at: file, limit: ScenarioTree.limit), file: file)
      issues += document.issues
      guard let root = document.root else { return nil }
      guard root.entries != nil else {
        issues.append(
          ScenarioIssue(
            root.position, "", root.isNull ? .emptyFile : .wrongType(found: root.foundKind), expected: .mapping))
        return nil
      }
      return root
    } catch {
      issues.append(ScenarioIssue(place, path, error.scenarioProblem(file)))
      return nil
    }
  }

  /// Lays the settings over the tree in turn.
  private mutating func lay(_ sets: [String]) {
    for (index, text) in sets.enumerated() {
      do throws(ScenarioRejected) {
        let setting = try Setting.tree(text, number: index + 1)
        if let obstacle = root?.obstacle(to: setting) { throw ScenarioRejected(obstacle) }
        root = root?.overlaid(by: setting)
      } catch {
        issues += error.issues
      }
    }
  }
}
