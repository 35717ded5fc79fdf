// SPDX-License-Identifier: GPL-3.0-or-later

extension LocatedNode {
  /// This value with another one laid over it: mappings merge key by key; a `{value, …}` node, a list and a scalar are
  /// replaced whole, so that a source never stays with a new number. A null stays as a null, which readers treat as a
  /// key that is not written. Every part keeps the place where it was written.
  func overlaid(by overlay: LocatedNode) -> LocatedNode {
    guard let lower = entries, let upper = overlay.entries, !isWhole, !overlay.isWhole else { return overlay }
    var merged = lower
    var places = Dictionary(uniqueKeysWithValues: lower.enumerated().map { ($1.key, $0) })
    for entry in upper {
      if let place = places[entry.key] {
        merged[place].value = merged[place].value.overlaid(by: entry.value)
        if entry.value.isNull { merged[place].keyPosition = entry.keyPosition }
      } else {
        places[entry.key] = merged.count
        merged.append(entry)
      }
    }
    return LocatedNode(content: .mapping(merged), position: position)
  }

  private var isWhole: Bool { isSourcedValue || self["table"] != nil }
}

extension LocatedNode.Entry {
  /// Whether `--set` made this mapping only to reach a key in it.
  var isInventedBySetting: Bool {
    guard keyPosition.file == Setting.fileName, let first = value.entries?.first else { return false }
    return value.position == first.keyPosition
  }
}
