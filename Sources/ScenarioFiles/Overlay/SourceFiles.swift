// SPDX-License-Identifier: GPL-3.0-or-later

/// The files that a scenario is made of, read once each.
final class SourceFiles {
  /// The folder of the scenario, which paths given by `--set` are relative to.
  let folder: String
  /// The folder that no file may lie outside of, if there is one.
  let root: String?
  /// The bytes by path.
  private(set) var contents: [String: [UInt8]] = [:]

  /// Files of the scenario in a folder.
  init(folder: String, within root: String? = nil) {
    self.folder = folder
    self.root = root
  }

  /// The bytes of a file with a simplified path.
  func bytes(at path: String, limit: Int) throws(InputFile.Problem) -> [UInt8] {
    if let known = contents[path] { return known }
    let bytes = try InputFile.bytes(at: path, limit: limit)
    contents[path] = bytes
    return bytes
  }

  /// The path of a file that another one names, where it stays in the folder tree of that one, symbolic links included;
  /// nothing where it does not.
  func insidePath(_ path: String, namedBy file: String) -> String? {
    guard RelativePath.staysInside(path) else { return nil }
    let base = folder(of: file)
    let joined = RelativePath.join(base, path)
    guard let resolved = InputFile.resolved(joined), let resolvedBase = InputFile.resolved(base) else { return joined }
    return RelativePath.lies(resolved, in: resolvedBase) ? joined : nil
  }

  /// Whether a path may be read at all.
  func isAllowed(_ path: String) -> Bool {
    guard let root, let resolvedRoot = InputFile.resolved(root) else { return true }
    guard let resolved = InputFile.resolved(path) else { return true }
    return RelativePath.lies(resolved, in: resolvedRoot)
  }

  /// The folder that the paths in a file are relative to.
  func folder(of file: String) -> String { file == Setting.fileName ? folder : RelativePath.folder(of: file) }
}

extension InputFile.Problem {
  /// The problem as an issue says it.
  func scenarioProblem(_ path: String) -> ScenarioProblem {
    switch self {
    case .missing: .missingFile(path: path)
    case .isFolder, .notRegular: .notRegular(path: path)
    case .tooLarge(let limit): .tooLarge(path: path, limit: limit)
    case .unreadable(let reason): .unreadable(path: path, reason: reason)
    }
  }
}
