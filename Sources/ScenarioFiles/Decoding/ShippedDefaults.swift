// SPDX-License-Identifier: GPL-3.0-or-later

/// The defaults, presets and sources that the program ships as data.
struct ShippedDefaults: Sendable {
  /// The file name of the shipped defaults in messages.
  static let fileName = "<defaults>"

  /// The defaults of this program. A mistake in them is a defect, which a test finds.
  static let shipped = ShippedDefaults(bytes: PackageResources.defaults_yaml)

  /// The defaults of files of terms: conventions only, as the terms of a real fund have no defaults.
  static let terms = ShippedDefaults(bytes: PackageResources.defaults_yaml, section: "terms")

  /// Values by wildcard path.
  let values: [String: LocatedNode]
  /// The sources, as a scenario would list them.
  let sources: LocatedNode?
  /// The mappings that sections may name, by kind and name.
  let presets: LocatedNode?
  /// What is wrong with the file itself.
  let issues: [ScenarioIssue]

  /// Reads a file with `sources:`, the defaults in a section, and `presets:`.
  init(bytes: [UInt8], section: String = "defaults") {
    let document = YAMLDocument(bytes: bytes, file: ShippedDefaults.fileName)
    issues = document.issues
    sources = document.root?["sources"]
    presets = document.root?["presets"]
    let entries = document.root?[section]?.entries ?? []
    values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The default for a path pattern with its key: an exact one, or the longest `**.` and the last keys of the pattern.
  func node(for pattern: String) -> (key: String, node: LocatedNode)? {
    if let node = values[pattern] { return (pattern, node) }
    var rest = pattern[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      if let node = values["**.\(rest)"] { return ("**.\(rest)", node) }
    }
    return nil
  }

  /// The presets of a kind by name.
  func presets(of kind: String) -> [LocatedNode.Entry] { presets?[kind]?.entries ?? [] }
}
