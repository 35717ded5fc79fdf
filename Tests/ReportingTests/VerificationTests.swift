// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Reporting

@Suite struct VerificationTests {
  /// Two equal run folders, `a` and the replay `b`.
  private func folders() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let contents = try Sample.brief()
    try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    try RunFolder.write(contents, to: folder("b"), force: false, excel: false)
    return folder
  }

  private func differences(_ folder: TemporaryFolder) throws -> [FolderDifference] {
    try RunFolder.differences(between: folder("b"), and: folder("a"))
  }

  /// Replaces a text that occurs in a file of the run folder.
  private func edit(_ folder: TemporaryFolder, _ file: String, _ old: String, _ new: String) throws {
    let text = try folder.text("a/\(file)")
    #expect(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "a/\(file)")
  }

  @Test("an edited cell is found with its place and both texts, also when the digests are edited to match")
  func editedCell() throws {
    let folder = try folders()
    let before = SHA256.digest(try folder.bytes("a/parameters.csv"))
    try edit(folder, "parameters.csv", "economy.growth,6 %", "economy.growth,7 %")
    let after = SHA256.digest(try folder.bytes("a/parameters.csv"))
    let place = try #require(try content("parameters.csv", differences(folder)))
    #expect(place.line == 3 && place.column == 16 && place.field == "value")
    #expect(place.original == "7 %" && place.replayed == "6 %")
    #expect(try differences(folder).map(\.path) == ["parameters.csv", "parameters.csv"])

    for file in ["manifest.json", "datapackage.json"] { try edit(folder, file, before, after) }
    let matching = try differences(folder)
    #expect(content("parameters.csv", matching) == place)
    #expect(content("manifest.json", matching)?.original.contains(after) == true)
    #expect(content("datapackage.json", matching)?.replayed.contains(before) == true)
  }

  @Test func missingAndExtraFiles() throws {
    let folder = try folders()
    try FileManager.default.removeItem(atPath: folder("a/parameters.csv"))
    try folder.write("x", to: "a/inputs/more/x.txt")
    #expect(
      try differences(folder) == [
        FolderDifference(path: "inputs/more/x.txt", finding: .extra),
        FolderDifference(path: "parameters.csv", finding: .missing),
      ])
    #expect(try RunFolder.inconsistencies(in: folder("a")).map(\.path) == ["parameters.csv"])
  }

  @Test("a manifest may only differ in its environment, and only in its values")
  func manifest() throws {
    let folder = try folders()
    try edit(folder, "manifest.json", "\"threads\": 1", "\"threads\": 4")
    #expect(try differences(folder).isEmpty)
    try edit(folder, "manifest.json", "\"seed\": 18446744073709551615", "\"seed\": 1")
    #expect(try content("manifest.json", differences(folder))?.original.contains("\"seed\": 1,") == true)
    try edit(folder, "manifest.json", "\"seed\": 1", "\"seed\":  18446744073709551615")
    #expect(try content("manifest.json", differences(folder)) != nil)
    try folder.write("{", to: "a/manifest.json")
    #expect(throws: ReportFailure.self) { try differences(folder) }
  }

  @Test("rows are counted: a table cut short, a quoted line end")
  func rows() throws {
    let folder = try folders()
    let text = try folder.text("a/parameters.csv")
    try folder.write(text.split(separator: "\n").dropLast(2).joined(separator: "\n"), to: "a/parameters.csv")
    let rows = text.split(separator: "\n").count - 1
    let found = try differences(folder)
    #expect(found.contains(FolderDifference(path: "parameters.csv", finding: .rows(stated: rows, found: rows - 2))))
    try folder.write("a,b\n\"x\ny\",1\n", to: "a/quoted.csv")
    #expect(try FileComparison.record(of: "quoted.csv", in: folder("a")).rows == 1)
  }

  @Test("characters are counted, not bytes")
  func characters() throws {
    let place = try #require(
      FirstDifference(original: Array("a\n金额:壹元".utf8), replayed: Array("a\n金额:贰元".utf8)))
    #expect(place.line == 2 && place.column == 4 && place.original == "金额:壹元")
    let longer = try #require(FirstDifference(original: Array("a".utf8), replayed: Array("a\nb".utf8)))
    #expect(longer.line == 2 && longer.original.isEmpty && longer.replayed == "b")
  }

  @Test("a difference deep in a long file")
  func longFile() throws {
    let folder = try TemporaryFolder()
    let line = String(repeating: "x", count: 99) + "\n"
    let text = String(repeating: line, count: 10_000)
    try folder.write(text + "end,1\n", to: "a.csv")
    try folder.write(text + "end,2\n", to: "b.csv")
    let place = try #require(try FileComparison.difference(original: folder("a.csv"), replayed: folder("b.csv")))
    #expect(place.line == 10_001 && place.column == 5 && place.original == "end,1")
    #expect(try FileComparison.difference(original: folder("a.csv"), replayed: folder("a.csv")) == nil)
  }

  private func content(_ path: String, _ differences: [FolderDifference]) -> FirstDifference? {
    for difference in differences where difference.path == path {
      if case .content(let place) = difference.finding { return place }
    }
    return nil
  }
}
