// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension RunFolder {
  /// Everything in which a run folder is not what a replay of its inputs gave.
  ///
  /// Files are compared byte by byte, not their digests alone; of the manifest everything but its environment.
  /// - Parameters:
  ///   - replayed: The folder that the replay wrote.
  ///   - original: The run folder.
  /// - Returns: By path; empty where the run folder is right.
  /// - Throws: A file that cannot be read.
  public static func differences(
    between replayed: String, and original: String
  ) throws(ReportFailure) -> [FolderDifference] {
    let expected = Set(try Disk.files(below: replayed))
    let found = Set(try Disk.files(below: original))
    var all: [FolderDifference] = []
    for path in expected.union(found).sorted() {
      if !found.contains(path) {
        all.append(FolderDifference(path: path, finding: .missing))
      } else if !expected.contains(path) {
        all.append(FolderDifference(path: path, finding: .extra))
      } else if let place = try difference(path, between: replayed, and: original) {
        all.append(FolderDifference(path: path, finding: .content(place)))
      }
    }
    if found.contains(Manifest.file) { all += try inconsistencies(in: original, among: found) }
    return all
  }

  /// Every file of a run folder whose digest or number of rows is not what the manifest states, or that is missing.
  public static func inconsistencies(in directory: String) throws(ReportFailure) -> [FolderDifference] {
    let found = Set(try Disk.files(below: directory))
    let missing = try records(in: directory).filter { !found.contains($0.path) }
    return missing.map { FolderDifference(path: $0.path, finding: .missing) }
      + (try inconsistencies(in: directory, among: found))
  }

  private static func inconsistencies(
    in directory: String, among files: Set<String>
  ) throws(ReportFailure) -> [FolderDifference] {
    var all: [FolderDifference] = []
    for stated in try records(in: directory) where files.contains(stated.path) {
      let found = try FileComparison.record(of: stated.path, in: directory)
      if stated.sha256 != found.sha256 {
        all.append(
          FolderDifference(path: stated.path, finding: .digest(stated: stated.sha256, found: found.sha256)))
      }
      if let rows = stated.rows, let counted = found.rows, rows != counted {
        all.append(FolderDifference(path: stated.path, finding: .rows(stated: rows, found: counted)))
      }
    }
    return all
  }

  private static func records(in directory: String) throws(ReportFailure) -> [FileRecord] {
    let path = "\(directory)/\(Manifest.file)"
    guard let records = Manifest.records(try json(path)) else { throw .malformed(path: path, place: "inputs, outputs") }
    return records
  }

  private static func difference(
    _ path: String, between replayed: String, and original: String
  ) throws(ReportFailure) -> FirstDifference? {
    guard path == Manifest.file else {
      return try FileComparison.difference(original: "\(original)/\(path)", replayed: "\(replayed)/\(path)")
    }
    return try manifestDifference(original: "\(original)/\(path)", replayed: "\(replayed)/\(path)")
  }

  /// What is written in a manifest must also be written as the program writes it.
  private static func manifestDifference(original: String, replayed: String) throws(ReportFailure) -> FirstDifference? {
    let stated = try json(original)
    let written = Array(stated.document().utf8)
    if let place = FirstDifference(original: try Disk.bytes(of: original), replayed: written) { return place }
    let expected = try json(replayed).without("environment").document()
    return FirstDifference(
      original: Array(stated.without("environment").document().utf8), replayed: Array(expected.utf8))
  }
}
