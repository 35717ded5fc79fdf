// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct MutationTests {
  /// Whatever is done to the bytes, reading ends and either accepts or names a place in the file.
  @Test(arguments: [11, 12, 13, 14])
  func mutatedBytesNeverCrash(seed: UInt64) {
    var generator = FixedGenerator(state: seed)
    let original = Array(Sample.valid.utf8)
    let lines = original.split(separator: 10).count
    for _ in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      let document = YAMLDocument(bytes: bytes, file: "s.yaml")
      guard let root = document.root, root.entries != nil else {
        #expect(!document.issues.isEmpty || document.root != nil)
        continue
      }
      let issues = (document.issues + Sample.reading.run(root, files: SourceFiles(folder: ".")).issues).sortedOnce()
      for issue in issues where issue.position.file == "s.yaml" {
        #expect((1...lines + 20).contains(issue.position.line) && issue.position.column >= 1)
        #expect(!issue.text(.chinese).isEmpty)
      }
    }
  }

  @Test(arguments: [21, 22])
  func mutatedFullScenarioNeverCrashes(seed: UInt64) throws {
    var generator = FixedGenerator(state: seed)
    let folder = try TemporaryFolder(FullScenario.files)
    for _ in 0..<100 {
      var bytes = Array(FullScenario.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      try folder.write(bytes, to: "scenario.yaml")
      let sorted = ScenarioFile.issues(of: folder.path, metrics: .sample)
      #expect(sorted.map(\.position) == sorted.map(\.position).sorted() && Set(sorted).count == sorted.count)
    }
  }

  @Test(arguments: [31, 32])
  func mutatedPromotionNeverCrashes(seed: UInt64) throws {
    try neverCrashes(FullPromotion.text, metrics: .sample, seed: seed)
  }

  @Test(arguments: [41, 42])
  func mutatedTargetsNeverCrash(seed: UInt64) throws {
    try neverCrashes(TargetReadingTests.whole, metrics: ScenarioWorkshop.metrics, seed: seed)
  }

  private func neverCrashes(_ text: String, metrics: MetricNames, seed: UInt64) throws {
    var generator = FixedGenerator(state: seed)
    let folder = try TemporaryFolder(["scenario.yaml": ""])
    for _ in 0..<100 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      try folder.write(bytes, to: "scenario.yaml")
      let sorted = ScenarioFile.issues(of: folder.path, metrics: metrics)
      #expect(sorted.map(\.position) == sorted.map(\.position).sorted() && Set(sorted).count == sorted.count)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout FixedGenerator) {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(UInt8.random(in: 32...126, using: &generator), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
    case 4:
      let from = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 30)], at: place)
    default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
    }
    if bytes.isEmpty { bytes = [32] }
  }
}
