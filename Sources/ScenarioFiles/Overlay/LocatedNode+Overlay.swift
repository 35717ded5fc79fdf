// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension LocatedNode {
  /// This value with another one laid over it: mappings merge key by key; a `{value, …}` node, a list and a scalar are
  /// replaced whole, so that a source never stays with a new number; only `--set` reaches into a list. A null stays as a
  /// null, which readers treat as a key that is not written. Every part keeps the place where it was written.
  func overlaid(by overlay: LocatedNode) -> LocatedNode {
    if let merged = changedInPlaces(by: overlay) { return merged }
    guard let lower = entries, let upper = overlay.entries, !isWhole, !overlay.isWhole else { return overlay }
    var merged = lower
    var places = Dictionary(uniqueKeysWithValues: lower.enumerated().map { ($1.key, $0) })
    for entry in upper {
      if let place = places[entry.key] {
        // What is not written below, or no longer, stands where the overlay says so.
        if entry.value.isNull || merged[place].value.isNull { merged[place].keyPosition = entry.keyPosition }
        merged[place].value = merged[place].value.overlaid(by: entry.value)
      } else {
        places[entry.key] = merged.count
        merged.append(entry)
      }
    }
    return LocatedNode(content: .mapping(merged), position: position)
  }

  /// This list with some of its entries changed by `--set`, which names them by their numbers from 0; nothing where this
  /// is not a list, or not every number is that of an entry.
  private func changedInPlaces(by overlay: LocatedNode) -> LocatedNode? {
    guard case .sequence(var elements) = content, overlay.position.file == Setting.fileName,
      let upper = overlay.entries
    else { return nil }
    for entry in upper {
      guard let place = elements.indices.first(where: { "\($0)" == entry.key }) else { return nil }
      elements[place] = elements[place].overlaid(by: entry.value)
    }
    return LocatedNode(content: .sequence(elements), position: position)
  }

  /// Why a setting cannot reach what its path names: on the way to it stands a single value, of which nothing would be
  /// left, or a table, whose rows are in another file.
  func obstacle(to setting: LocatedNode, path: String = "") -> ScenarioIssue? {
    guard let entry = setting.entries?.first, setting.position == entry.keyPosition else { return nil }
    if let table = TableReference(self), entry.key != "table" {
      let other = "--set \(path)=other.csv"
      return ScenarioIssue(
        setting.position, path, .settingInTable(path: table.path.text),
        expected: .words(BilingualText("another table, such as \(other)", "另一表格，如 \(other)")))
    }
    let single = isSourcedValue && !SourcedText.keys.contains(entry.key) ? self["value"]?.scalar : scalar
    if let single, !isNull {
      let whole = "--set '\(path)={\(entry.key): …}'"
      return ScenarioIssue(
        setting.position, path, .settingInValue(single.text),
        expected: .words(BilingualText("the whole of it, such as \(whole)", "整体设置，如 \(whole)")))
    }
    return part(entry.key)?.obstacle(to: entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)")
  }

  /// The value under a key, or the entry of a list with that number.
  private func part(_ key: String) -> LocatedNode? {
    guard case .sequence(let elements) = content else { return self[key] }
    return elements.indices.first { "\($0)" == key }.map { elements[$0] }
  }

  private var isWhole: Bool { isSourcedValue || self["table"]?.scalar != nil }
}

extension LocatedNode.Entry {
  /// Whether `--set` made this mapping only to reach a key in it.
  var isInventedBySetting: Bool {
    guard keyPosition.file == Setting.fileName, let first = value.entries?.first else { return false }
    return value.position == first.keyPosition
  }
}
