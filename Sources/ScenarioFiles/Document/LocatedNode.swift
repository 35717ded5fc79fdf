// SPDX-License-Identifier: GPL-3.0-or-later

/// A value of a scenario file with its place; numbers are kept as they were written.
struct LocatedNode: Hashable, Sendable {
  /// What a node holds.
  enum Content: Hashable, Sendable {
    case scalar(ScalarText)
    case mapping([Entry])
    case sequence([LocatedNode])
  }

  /// One key of a mapping with its value; keys of a mapping differ.
  struct Entry: Hashable, Sendable {
    var key: String
    var keyPosition: SourcePosition
    var value: LocatedNode
  }

  var content: Content
  var position: SourcePosition

  /// The entries in the order of the file, if this is a mapping.
  var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The text, if this is a scalar.
  var scalar: ScalarText? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The value of a key, if this is a mapping that has it.
  subscript(key: String) -> LocatedNode? { entries?.first { $0.key == key }?.value }

  /// The value of a key of a mapping, or the element of a list whose number from 0 the key is.
  func child(_ key: String) -> LocatedNode? {
    guard case .sequence(let elements) = content else { return self[key] }
    return Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
  }

  /// Whether it says that there is no value: `null`, `~` or nothing at all.
  var isNull: Bool { scalar?.isNull ?? false }

  /// Whether it is a value with its source, written `{value: …, source: …}`; an entry of a collection may be called
  /// `value` too.
  var isSourcedValue: Bool { self["value"]?.scalar != nil }
}
