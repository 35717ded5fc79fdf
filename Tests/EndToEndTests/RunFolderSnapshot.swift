// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Every byte of a run folder but the manifest's `environment`.
struct RunFolderSnapshot: Equatable {
  let files: [String: Data]

  init(_ path: String) throws {
    let folder = URL(fileURLWithPath: path)
    var files: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: path) ?? [] {
      let file = folder.appendingPathComponent(name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files[name] = try Data(contentsOf: file)
    }
    let manifest = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
    let environment = try #require(manifest.range(of: "\n  \"environment\": {"))
    // It comes last, so nothing is lost with it.
    #expect(manifest[environment.upperBound...].components(separatedBy: "\n  \"").count == 1)
    files["manifest.json"] = Data(manifest[..<environment.lowerBound].utf8)
    self.files = files
  }

  /// The files that differ from another folder's.
  func differences(from other: RunFolderSnapshot) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}
