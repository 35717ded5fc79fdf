// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import Reporting

/// What happens to the disk when all goes well, and when it does not.
@Suite struct PlacementTests {
  @Test func refusesAnExistingFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "a/notes.txt")
    let contents = try Sample.brief()
    #expect(throws: ReportFailure.exists(path: folder("a"))) {
      try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    }
    #expect(throws: ReportFailure.exists(path: folder("a"))) { try RunFolder.check(folder("a"), force: false) }
    #expect(throws: ReportFailure.notARunFolder(path: folder("a"))) { try RunFolder.check(folder("a"), force: true) }
    #expect(throws: ReportFailure.notAFolder(path: folder("a/notes.txt"))) {
      try RunFolder.check(folder("a/notes.txt"), force: true)
    }
    #expect(try folder.names == ["a"] && folder.text("a/notes.txt") == "mine")
  }

  @Test func fillsAnEmptyFolder() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("a"), withIntermediateDirectories: false)
    try RunFolder.write(try Sample.brief(), to: folder("a") + "/", force: false, excel: false)
    #expect(try folder.names == ["a"] && RunFolder.inconsistencies(in: folder("a")).isEmpty)
  }

  @Test func forceReplacesARun() throws {
    let folder = try TemporaryFolder()
    let contents = try Sample.brief()
    try RunFolder.write(contents, to: folder("a"), force: true, excel: false)
    try FileManager.default.removeItem(atPath: folder("a/parameters.csv"))
    try RunFolder.write(contents, to: folder("a"), force: true, excel: false)
    #expect(try folder.names == ["a"] && RunFolder.inconsistencies(in: folder("a")).isEmpty)
  }

  @Test("a folder with anything besides the run is not replaced", arguments: ["old.txt", "sub/old.txt", "inputs/old"])
  func forceSparesOtherFiles(name: String) throws {
    let folder = try TemporaryFolder()
    let contents = try Sample.brief()
    try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    try folder.write("mine", to: "a/\(name)")
    #expect(throws: ReportFailure.foreignFile(path: folder("a/\(name)"))) {
      try RunFolder.check(folder("a"), force: true)
    }
    #expect(throws: ReportFailure.foreignFile(path: folder("a/\(name)"))) {
      try RunFolder.write(contents, to: folder("a"), force: true, excel: false)
    }
    #expect(try folder.names == ["a"] && folder.text("a/\(name)") == "mine")
  }

  @Test(
    "a manifest of something else does not make a run folder",
    arguments: [
      "", "{", "[]", "{}", "{\"program\": \"other\", \"inputs\": [], \"outputs\": []}", "{\"program\": \"guidefund\"}",
    ])
  func forceSparesOtherManifests(manifest: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(manifest, to: "a/manifest.json")
    #expect(throws: ReportFailure.notARunFolder(path: folder("a"))) {
      try RunFolder.write(try Sample.brief(), to: folder("a"), force: true, excel: false)
    }
    #expect(try folder.text("a/manifest.json") == manifest && folder.names == ["a"])
  }

  @Test("what is announced comes before the name; where it fails, nothing lies there")
  func announcement() throws {
    let folder = try TemporaryFolder()
    let failure = ReportFailure.system(.write, path: "stdout", code: 28)
    #expect(throws: failure) {
      try RunFolder.write(try Sample.brief(), to: folder("new/a"), force: false, excel: false) {
        () throws(ReportFailure) in throw failure
      }
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func followsALinkToTheFolder() throws {
    let folder = try TemporaryFolder()
    let contents = try Sample.brief()
    try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("a"))
    try RunFolder.write(contents, to: folder("link"), force: true, excel: false)
    #expect(try folder.names == ["a", "link"])
  }

  @Test("a failure leaves nothing, not even the folders that led there")
  func leavesNothing() throws {
    let folder = try TemporaryFolder()
    var contents = try Sample.brief()
    contents.inputs = [InputCopy(path: "x", bytes: []), InputCopy(path: "x/y", bytes: [])]
    #expect(throws: ReportFailure.self) {
      try RunFolder.write(contents, to: folder("runs/new/a"), force: false, excel: false)
    }
    #expect(try folder.names.isEmpty)
    try RunFolder.write(try Sample.brief(), to: folder("a"), force: false, excel: false)
    #expect(throws: ReportFailure.self) { try RunFolder.write(contents, to: folder("a"), force: true, excel: false) }
    #expect(try folder.names == ["a"] && RunFolder.inconsistencies(in: folder("a")).isEmpty)
  }

  @Test("a place that cannot be written to", arguments: ["/proc/guidefund/run", "/dev/null/run"])
  func unwritable(place: String) throws {
    let contents = try Sample.brief()
    let failure = #expect(throws: ReportFailure.self) {
      try RunFolder.write(contents, to: place, force: false, excel: false)
    }
    guard let failure, case .system(.create, _, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(throws: ReportFailure.self) { try RunFolder.check(place, force: false) }
  }

  @Test("a check leaves nothing, not even the folders that led there")
  func check() throws {
    let folder = try TemporaryFolder()
    try RunFolder.check(folder("runs/new/a"), force: false)
    #expect(try folder.names.isEmpty)
  }

  @Test(arguments: ["../x", "/x", "a//b", "a/./b", "", "run.json"])
  func refusesInputsThatLeadOutside(path: String) throws {
    let folder = try TemporaryFolder()
    var contents = try Sample.brief()
    contents.inputs = [InputCopy(path: path, bytes: [])]
    #expect(throws: ReportFailure.badInputPath(path)) {
      try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func cancellationLeavesNothing() async throws {
    let folder = try TemporaryFolder()
    let contents = try Sample.brief()
    let path = folder("a")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try RunFolder.write(contents, to: path, force: false, excel: false)
    }
    await #expect(throws: ReportFailure.cancelled) { try await task.value }
    #expect(try folder.names.isEmpty)
  }

  @Test("every failure has a message in both languages")
  func messages() {
    let failures: [ReportFailure] =
      [
        .exists(path: "a"), .notAFolder(path: "a"), .holdsNoRun(path: "a"), .notARunFolder(path: "a"),
        .foreignFile(path: "a"), .badInputPath("a"),
        .malformed(path: "a", place: "b"),
        .cancelled,
      ] + ReportFailure.Operation.allCases.map { .system($0, path: "a", code: 13) }
      + [ENOENT, ENOTDIR, EISDIR, EACCES, EROFS, ENOSPC, EPIPE, EINVAL].map { .system(.read, path: "a", code: $0) }
    for failure in failures {
      #expect(failure.message.english != failure.message.chinese && !failure.message.chinese.isEmpty)
    }
  }
}
