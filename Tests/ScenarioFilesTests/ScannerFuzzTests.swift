// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Yams

@testable import ScenarioFiles

/// A small generator with a fixed seed (Vigna's SplitMix64), so that a failure can be repeated.
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct ScannerFuzzTests {
  static let pieces = [
    "a", "b: ", "c:\n", "- ", "? ", ": ", "&x ", "*x", "!t ", "'", "\"", "|\n", ">-\n", "#", " #", "\n", "\n  ",
    "\n    ",
    "{", "}", "[", "]", ", ", "\\", "---\n", "...", "%", "\t", "it's", "x&y", "|2\n", "@", " ", "  ", "''", "k: v\n",
    "甲", "\u{85}", "\r\n", ":", "-",
  ]

  /// Whatever the YAML library takes for an anchor, alias or tag must have been found before.
  @Test(arguments: [1, 2, 3, 4])
  func findsWhatTheLibraryFinds(seed: UInt64) throws {
    var generator = FixedGenerator(state: seed)
    var marked = 0
    var composed = 0
    for _ in 0..<10_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in ScannerFuzzTests.pieces.randomElement(using: &generator) ?? "" }.joined()
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try? parser.singleRoot() else { continue }
      composed += 1
      let isFound = !YAMLScanner.findings(in: Array(text.unicodeScalars)).isEmpty
      // The parser owns the anchors.
      guard withExtendedLifetime(parser, { uses(node) }) else { continue }
      marked += 1
      #expect(isFound, "\(text.debugDescription)")
    }
    #expect(composed > 1_000 && marked > 50)
  }

  /// Where the library finds none, the scanner finds none either.
  @Test func findsNoMore() throws {
    var generator = FixedGenerator(state: 99)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in ScannerFuzzTests.pieces.randomElement(using: &generator) ?? "" }.joined()
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try? parser.singleRoot(), !withExtendedLifetime(parser, { uses(node) }) else { continue }
      let findings = YAMLScanner.findings(in: Array(text.unicodeScalars))
      #expect(findings.isEmpty, "\(text.debugDescription)")
    }
  }

  private func uses(_ node: Node) -> Bool {
    switch node {
    case .scalar: isMarked(node)
    case .mapping(let mapping): isMarked(node) || mapping.contains { uses($0.key) || uses($0.value) }
    case .sequence(let sequence): isMarked(node) || sequence.contains { uses($0) }
    case .alias: true
    }
  }

  private func isMarked(_ node: Node) -> Bool { node.anchor != nil || !node.tag.description.hasPrefix("tag:yaml.org") }
}
