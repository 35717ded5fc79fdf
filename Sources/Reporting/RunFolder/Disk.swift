// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Folders and whole files, by the operating system's own calls.
enum Disk {
  /// What lies under a path.
  enum Kind: Hashable {
    case file
    case folder
    case other
  }

  /// What lies under a path, symbolic links not followed; nil for nothing.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The last part of a path.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path without symbolic links, if something lies there.
  static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// Closes a descriptor.
  static func close(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  /// Creates one folder in an existing one.
  static func createFolder(_ path: String) throws(ReportFailure) {
    guard mkdir(path, 0o755) == 0 else { throw .system(.create, path: path, code: errno) }
  }

  /// Creates a folder with all that lead to it.
  /// - Returns: Those that did not exist before, outermost first.
  static func createFolders(_ path: String) throws(ReportFailure) -> [String] {
    var created: [String] = []
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      current += (current.isEmpty || current == "/" ? "" : "/") + part
      if mkdir(current, 0o755) == 0 {
        created.append(current)
      } else if errno != EEXIST && errno != EISDIR {
        let code = errno
        removeEmpty(created)
        throw .system(.create, path: current, code: code)
      }
    }
    return created
  }

  /// Removes folders that are empty, innermost first.
  static func removeEmpty(_ folders: [String]) {
    for folder in folders.reversed() { _ = rmdir(folder) }
  }

  /// Gives something another name on the same disk.
  static func move(_ path: String, to target: String) throws(ReportFailure) {
    guard rename(path, target) == 0 else { throw .system(.rename, path: target, code: errno) }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(ReportFailure) -> [String] {
    guard let stream = opendir(folder) else { throw .system(.read, path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, relative to it and sorted; symbolic links count as files.
  static func files(below folder: String, prefix: String = "") throws(ReportFailure) -> [String] {
    var all: [String] = []
    for name in try names(in: folder) {
      if kind(of: "\(folder)/\(name)") == .folder {
        all += try files(below: "\(folder)/\(name)", prefix: "\(prefix)\(name)/")
      } else {
        all.append(prefix + name)
      }
    }
    return all.sorted()
  }

  /// Removes a folder with all that it holds, or a file; nothing where nothing is.
  static func remove(_ path: String) throws(ReportFailure) {
    guard let kind = kind(of: path) else { return }
    guard kind == .folder else {
      guard unlink(path) == 0 else { throw .system(.remove, path: path, code: errno) }
      return
    }
    for name in try names(in: path) { try remove("\(path)/\(name)") }
    guard rmdir(path) == 0 else { throw .system(.remove, path: path, code: errno) }
  }

  /// The content of a file.
  static func bytes(of path: String) throws(ReportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var file = try FilePieces(path)
    while let piece = try file.next() { bytes.append(contentsOf: piece) }
    return bytes
  }
}
