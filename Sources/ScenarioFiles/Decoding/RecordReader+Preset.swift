// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension RecordReader {
  /// The same mapping with the shipped preset that its key `preset` names under its own keys. The preset's values count
  /// as defaults in the register.
  func withPreset(_ kind: String, _ english: String = "Preset", _ chinese: String = "预设") -> RecordReader {
    let presets = context.defaults.presets(of: kind)
    let names = presets.map(\.key).sorted()
    guard let node else {
      log.description.presets = names
      let field = FieldKind<String?>.preset(names)
      _ = optional("preset", field, english, chinese)
      if context.shippedDefault(of: path.key("preset")) != nil { log.description.hasDefaultPreset = true }
      return self
    }
    guard let name = optional("preset", FieldKind<String?>.preset(names), english, chinese) ?? nil,
      let preset = presets.first(where: { $0.key == name })
    else {
      if log.failed.contains("preset") { log.acceptsMissing = true }
      return self
    }
    var merged = preset.value.overlaid(by: node)
    merged.position = node.position
    return RecordReader(context: context, path: path, node: merged, log: log)
  }
}

extension FieldKind where Value == String? {
  /// The name of a preset.
  fileprivate static func preset(_ names: [String]) -> Self {
    FieldKind(
      expected: .oneOf(names), placeholder: { _, _ in nil },
      read: { place in
        guard let written = place.sourcedText(rangeAllowed: false, expected: .oneOf(names)) else { return nil }
        guard names.contains(written.text.text) else {
          place.report(
            .unknownPreset(written.text.text), at: written.position, expected: .oneOf(names),
            suggestion: Spelling.suggestion(for: written.text.text, among: names))
          return nil
        }
        _ = place.register(written)
        return written.text.text
      },
      schema: { _, _ in SchemaParts.choice(names) })
  }
}
