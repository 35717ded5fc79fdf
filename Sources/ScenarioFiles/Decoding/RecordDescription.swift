// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What the mappings of one type hold, as its reading function tells when it describes.
struct RecordDescription {
  /// One field.
  struct Field {
    var name: String
    var schema: JSONValue
    var label: BilingualText
    var shippedDefault: LocatedNode?
    var isRequired: Bool
  }

  /// One of the forms of a variant.
  struct Form {
    var word: String
    var label: BilingualText
    var description: RecordDescription
    /// Whether this form is meant where the key is not written.
    var isDefault: Bool
  }

  var fields: [Field] = []
  var variantKey: String?
  var variantLabel = BilingualText("", "")
  var alternatives: [Form] = []
  /// The presets that the key `preset` may name; nothing where there is no such key.
  var presets: [String]?
  /// Whether a preset is meant where none is named.
  var hasDefaultPreset = false

  /// Whether a mapping of this type may be left out as a whole.
  var canBeEmpty: Bool {
    if hasDefaultPreset { return true }
    let common = fields.allSatisfy { !$0.isRequired }
    guard variantKey != nil else { return common }
    return common && alternatives.contains { $0.isDefault && $0.description.canBeEmpty }
  }
}
