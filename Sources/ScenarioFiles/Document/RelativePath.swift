// SPDX-License-Identifier: GPL-3.0-or-later

/// Paths as texts: joined and simplified without asking the file system.
enum RelativePath {
  /// The folder part of a path; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that is meant relative to a folder, simplified.
  static func join(_ folder: String, _ path: String) -> String {
    normalized(path.hasPrefix("/") ? path : "\(folder)/\(path)")
  }

  /// The path without `.`, `//` and `x/..`.
  static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/\(joined)" : joined.isEmpty ? "." : joined
  }

  /// Whether a path stays inside the folder that it is relative to.
  static func staysInside(_ path: String) -> Bool {
    let simple = normalized(path)
    return !simple.hasPrefix("/") && simple != ".." && !simple.hasPrefix("../")
  }

  /// Whether a resolved path lies in a resolved folder.
  static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// The deepest folder that holds all of some absolute paths of files.
  static func commonFolder(of paths: [String]) -> String {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    guard var common = folders.first else { return "/" }
    for folder in folders {
      let shared = zip(common, folder).prefix { $0 == $1 }.count
      common = common.prefix(shared)
    }
    return "/" + common.joined(separator: "/")
  }

  /// What is left of an absolute path below one of its folders.
  static func below(_ folder: String, _ path: String) -> String {
    String(path.dropFirst(folder == "/" ? 1 : folder.count + 1))
  }
}
