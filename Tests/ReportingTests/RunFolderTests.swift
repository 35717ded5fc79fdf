// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import Reporting

@Suite struct RunFolderTests {
  @Test("everything is there, described and hashed; two runs are equal but for the environment")
  func complete() async throws {
    let folder = try TemporaryFolder()
    var contents = try await Sample.contents()
    let manifest = try RunFolder.write(contents, to: folder("runs/a"), force: false, excel: false)
    #expect(try folder.names == ["runs"])
    let files = try Disk.files(below: folder("runs/a"))
    #expect(
      files == [
        "datapackage.json", "inputs/base/data/a.csv", "inputs/run.json", "inputs/two/scenario.yaml", "ledger.csv",
        "manifest.json", "parameters.csv", "periods.csv", "replicates.csv", "risk.csv", "summary.csv",
      ])
    #expect(Set(files) == Set((manifest.inputs + manifest.outputs).map(\.path) + ["manifest.json"]))
    #expect(try RunFolder.inconsistencies(in: folder("runs/a")).isEmpty)

    contents.environment.threads = 8
    try RunFolder.write(contents, to: folder("b"), force: false, excel: false)
    #expect(try RunFolder.differences(between: folder("b"), and: folder("runs/a")).isEmpty)
    #expect(try folder.bytes("b/manifest.json") != folder.bytes("runs/a/manifest.json"))
  }

  @Test("the description of the tables fits their headers and parses")
  func dataPackage() async throws {
    let folder = try TemporaryFolder()
    try RunFolder.write(try await Sample.contents(), to: folder("a"), force: false, excel: false)
    let package = try object(folder, "a/datapackage.json")
    #expect(package["profile"] as? String == "tabular-data-package")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 6)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let bytes = try folder.bytes("a/\(path)")
      #expect(resource["hash"] as? String == "sha256:\(SHA256.digest(bytes))")
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
      #expect(fields.compactMap { $0["name"] as? String }.joined(separator: ",") == header)
      #expect(fields.allSatisfy { !($0["title_zh"] as? String ?? "").isEmpty })
      #expect(schema["missingValues"] as? [String] == [""])
    }
  }

  @Test func manifest() async throws {
    let folder = try TemporaryFolder()
    let contents = try await Sample.contents(warnings: [BilingualText("high", "偏高")])
    try RunFolder.write(contents, to: folder("a"), force: false, excel: false)
    let json = try object(folder, "a/manifest.json")
    #expect(json["generator"] as? String == "philox4x32-10")
    #expect(json["replicates"] as? Int == 200)
    let text = try folder.text("a/manifest.json")
    #expect(text.contains("\"seed\": 18446744073709551615,"))
    let keys = try JSONParser.value(Array(text.utf8))
    guard case .object(let members) = keys else { return #expect(Bool(false), "an object") }
    #expect(members.first?.name == "format" && members.last?.name == "environment")
    #expect(keys.document() == text)
  }

  @Test("what was asked can be read back")
  func request() async throws {
    let folder = try TemporaryFolder()
    let contents = try await Sample.contents()
    try RunFolder.write(contents, to: folder("a"), force: false, excel: true)
    var expected = contents.request
    expected.excel = true
    #expect(try RunFolder.request(in: folder("a")) == expected)
    #expect(try folder.bytes("a/summary.csv").starts(with: [0xef, 0xbb, 0xbf]))
    var compared = expected
    compared.comparison = ComparisonRequest(
      designs: [.init(name: "a", entry: "1/a.yaml"), .init(name: "b", entry: "2/b.yaml")], baseline: 1)
    #expect(RunRequest(compared.json) == compared)
    compared.comparison?.baseline = 2
    #expect(RunRequest(compared.json) == nil)
    try folder.write("{\"entry\": 3}", to: "a/inputs/run.json")
    #expect(throws: ReportFailure.self) { try RunFolder.request(in: folder("a")) }
    try folder.write("{\"entry\": ", to: "a/inputs/run.json")
    #expect(throws: ReportFailure.self) { try RunFolder.request(in: folder("a")) }
  }

  @Test("the digest of a scenario hangs on its files and settings, not on seed or order")
  func digest() async throws {
    let contents = try await Sample.contents()
    var other = contents
    other.inputs.reverse()
    other.request.seed = 3
    #expect(other.scenarioDigest == contents.scenarioDigest)
    other.request.sets = []
    #expect(other.scenarioDigest != contents.scenarioDigest)
  }

  private func object(_ folder: TemporaryFolder, _ name: String) throws -> [String: Any] {
    let data = Data(try folder.bytes(name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
