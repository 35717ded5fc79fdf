// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sole owner of a folder that is filled aside and then takes its final name; until then it leaves no trace when it
/// goes out of scope.
struct StagingFolder: ~Copyable {
  /// The folder to fill.
  let path: String
  private let target: Target
  private let created: [String]
  private var isPlaced = false

  /// Creates an empty folder beside the final one.
  static func create(for directory: String, force: Bool) throws(ReportFailure) -> StagingFolder {
    let target = try Target(directory, force: force)
    let created = try Disk.createFolders(target.parent)
    do throws(ReportFailure) {
      return StagingFolder(path: try target.reserve("partial"), target: target, created: created)
    } catch {
      Disk.removeEmpty(created)
      throw error
    }
  }

  private init(path: String, target: Target, created: [String]) {
    self.path = path
    self.target = target
    self.created = created
  }

  deinit {
    guard !isPlaced else { return }
    try? Disk.remove(path)
    Disk.removeEmpty(created)
  }

  /// Gives the folder its final name; what lay there is put aside first, put back on failure, and removed at last.
  mutating func place() throws(ReportFailure) {
    if Task.isCancelled { throw .cancelled }
    let aside = target.isOccupied ? try target.reserve("old") : nil
    if let aside {
      do throws(ReportFailure) {
        try Disk.move(target.path, to: aside)
      } catch {
        Disk.removeEmpty([aside])
        throw error
      }
    }
    do throws(ReportFailure) {
      try Disk.move(path, to: target.path)
    } catch {
      if let aside { try Disk.move(aside, to: target.path) }
      throw error
    }
    isPlaced = true
    // The run is complete; a remnant of the old one under a hidden name does not make it less so.
    if let aside { try? Disk.remove(aside) }
  }

  /// Where the folder shall lie at last.
  struct Target {
    let parent: String
    let name: String
    let isOccupied: Bool

    var path: String { parent == "/" ? "/\(name)" : "\(parent)/\(name)" }

    /// Checks that a folder may be written under a name.
    init(_ directory: String, force: Bool) throws(ReportFailure) {
      let place = Disk.resolved(directory) ?? directory
      let parts = place.split(separator: "/")
      guard let last = parts.last, last != ".", last != ".." else {
        throw .system(.create, path: directory, code: EINVAL)
      }
      name = String(last)
      let folders = parts.dropLast().joined(separator: "/")
      parent = place.hasPrefix("/") ? "/" + folders : folders.isEmpty ? "." : folders
      let kind = Disk.kind(of: place)
      guard kind == nil || kind == .folder else { throw .notAFolder(path: directory) }
      let names = kind == nil ? [] : try Disk.names(in: place)
      isOccupied = !names.isEmpty
      guard isOccupied else { return }
      guard force else { throw .exists(path: directory) }
      try Target.checkReplaceable(place, named: directory)
    }

    /// Refuses a folder that this program did not write, or that holds anything besides: with it, it would be lost.
    private static func checkReplaceable(_ place: String, named directory: String) throws(ReportFailure) {
      let manifest = "\(place)/\(Manifest.file)"
      guard Disk.kind(of: manifest) == .file else { throw .notARunFolder(path: directory) }
      guard let json = try? RunFolder.json(manifest), json["program"]?.string == Manifest.program,
        let records = Manifest.records(json)
      else { throw .notARunFolder(path: directory) }
      let listed = Set(records.map(\.path) + [Manifest.file])
      let foreign = try Disk.files(below: place).first { !listed.contains($0) }
      if let foreign { throw .foreignFile(path: "\(directory)/\(foreign)") }
    }

    /// Creates a hidden folder beside the final one, which no other process writes to.
    func reserve(_ purpose: String) throws(ReportFailure) -> String {
      let stem = "\(parent == "/" ? "" : parent)/.\(name).\(purpose)-\(getpid())"
      var path = stem
      var attempt = 1
      while Disk.kind(of: path) != nil {
        attempt += 1
        path = "\(stem)-\(attempt)"
      }
      try Disk.createFolder(path)
      return path
    }
  }
}
