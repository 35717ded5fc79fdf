// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// A list, or the rows of a table. A word stands in it once, unless repeating it says something.
  static func list<Element>(
    of element: FieldKind<Element>, atLeast least: Int = 0, repeats: Bool = false
  ) -> Self where Value == [Element] {
    let isSet = element.isWord && !repeats
    return FieldKind(
      expected: .list, placeholder: { _, _ in [] },
      read: { place in
        guard let rows = place.expanded(keyedBy: nil), case .sequence(let nodes) = rows.node.content else {
          return []
        }
        place.check(count: nodes.count, atLeast: least)
        if isSet { place.checkDistinct(nodes) }
        return nodes.enumerated().map { index, node in
          element.read(place.member("\(index)", node, isInTable: rows.isTable))
        }
      },
      schema: { context, path in
        SchemaParts.list(element.schema(context, path.member("*")), atLeast: least, areDistinct: isSet)
      },
      canBeEmpty: { _, _ in least == 0 })
  }

  /// A collection keyed by id, or a table with a column `id`; sorted by id.
  static func collection<Element>(
    of element: FieldKind<Element>, atLeast least: Int = 0
  ) -> Self where Value == [(id: String, value: Element)] {
    FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        guard let members = place.expanded(keyedBy: "id"), case .mapping(let entries) = members.node.content else {
          place.context.noteUnread(place.path.pattern)
          return []
        }
        let present = place.members(place.overShipped(entries))
        place.check(count: present.count, atLeast: least)
        place.context.note(ids: present.map(\.key), of: place.path.pattern)
        return present.map { entry in
          (entry.key, element.read(place.member(entry.key, entry.value, isInTable: members.isTable)))
        }
      },
      schema: { context, path in
        SchemaParts.collection(
          element.schema(context, path.member("*")), atLeast: least,
          shipped: context.shippedDefault(of: path)?.entries?.map(\.key) ?? [])
      },
      canBeEmpty: { _, _ in least == 0 })
  }
}

extension FieldPlace {
  /// The list or mapping here, with a table read in; nothing after an issue was reported.
  func expanded(keyedBy idColumn: String?) -> (node: LocatedNode, isTable: Bool)? {
    let expected: Expectation = idColumn == nil ? .list : .mapping
    if let table = TableReference(node) {
      guard let node = TableNodes.read(table, at: self, keyedBy: idColumn) else { return nil }
      return (node, true)
    }
    switch (node.content, idColumn) {
    case (.sequence, nil), (.mapping, _?): return (node, false)
    case (.mapping(let entries), nil) where node.position.file == Setting.fileName:
      for entry in entries {
        report(.unknownEntry(entry.key), at: entry.keyPosition, key: entry.key, expected: .placeInList)
      }
      return nil
    default:
      let isWorkbook = node.writtenValue.map { text in [".xlsx", ".xls", ".et", ".ods"].contains(where: text.hasSuffix)
      }
      reportWrongType(
        expected: isWorkbook == true
          ? .words(BilingualText("a table saved as CSV UTF-8, file.csv", "另存为“CSV UTF-8”的表格文件（.csv）")) : expected)
      return nil
    }
  }

  /// The entries, each laid over the shipped entry of the same id.
  func overShipped(_ entries: [LocatedNode.Entry]) -> [LocatedNode.Entry] {
    guard node.position.file != ShippedDefaults.fileName, let shipped = context.shippedDefault(of: path) else {
      return entries
    }
    return entries.map { entry in
      guard let below = shipped[entry.key], !entry.value.isNull else { return entry }
      var entry = entry
      entry.value = below.overlaid(by: entry.value)
      return entry
    }
  }

  /// The entries with a value, by id; ids that are not are reported, and so are those that `--set` invents.
  func members(_ entries: [LocatedNode.Entry]) -> [LocatedNode.Entry] {
    let present = entries.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
    return present.filter { entry in
      guard Identifier.isValid(entry.key) else {
        report(.badIdentifier(entry.key), at: entry.keyPosition, key: entry.key, expected: .identifier)
        return false
      }
      guard !entry.isInventedBySetting else {
        let others = present.filter { !$0.isInventedBySetting }.map(\.key)
        report(
          .unknownEntry(entry.key), at: entry.keyPosition, key: entry.key, expected: .oneOf(others),
          suggestion: Spelling.suggestion(for: entry.key, among: others))
        return false
      }
      return true
    }
  }

  func check(count: Int, atLeast least: Int) {
    if count < least { report(.wrongCount(count), expected: .atLeast(least)) }
  }

  /// Reports words of a list that stand there a second time.
  func checkDistinct(_ nodes: [LocatedNode]) {
    var first: [String: SourcePosition] = [:]
    for (index, node) in nodes.enumerated() {
      guard let text = node.writtenValue else { continue }
      if let earlier = first[text] {
        report(.duplicateRow(text, first: earlier), at: node.position, key: "\(index)")
      } else {
        first[text] = node.position
      }
    }
  }
}

/// Ids of collections.
enum Identifier {
  /// A JSON Schema pattern of ids.
  static let pattern = "^[a-z][a-z0-9_]*$"

  /// Whether a text is a lower-case letter and then letters, digits and underscores.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
