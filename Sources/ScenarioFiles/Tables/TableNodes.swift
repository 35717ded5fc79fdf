// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Turns a table into the nodes that a scenario would hold, each with its place in the table's file, so that the same
/// readers serve both. An empty cell is a missing key; a dot in a column name makes a mapping in a mapping.
enum TableNodes {
  static let limit = 16 * 1_048_576

  /// The rows as a list, or as a mapping keyed by a column; nothing where the table cannot be read at all.
  static func read(_ reference: TableReference, at place: FieldPlace, keyedBy idColumn: String?) -> LocatedNode? {
    register(reference, at: place)
    guard let table = table(reference, at: place) else { return nil }
    guard let idColumn else {
      return LocatedNode(content: .sequence(table.rows.map { node($0, table) }), position: place.node.position)
    }
    guard let id = table.column(idColumn) else {
      let position = table.columns.first?.position ?? SourcePosition(startOf: table.file)
      place.report(
        .missingColumn(idColumn), at: position,
        suggestion: Spelling.suggestion(for: idColumn, among: table.columns.map(\.text)))
      return nil
    }
    return LocatedNode(
      content: .mapping(entries(of: table, keyedBy: id, at: place)), position: place.node.position)
  }

  private static func register(_ reference: TableReference, at place: FieldPlace) {
    var row = SourcedText(text: reference.path, position: reference.position)
    if let entries = place.node.entries {
      let unknown = entries.filter { !TableReference.keys.contains($0.key) }
      for entry in unknown {
        place.report(
          .unknownKey(entry.key), at: entry.keyPosition, key: entry.key, expected: .oneOf(TableReference.keys),
          suggestion: Spelling.suggestion(for: entry.key, among: TableReference.keys))
      }
      let known = entries.filter { TableReference.keys.contains($0.key) }.map { entry in
        entry.key == "table"
          ? LocatedNode.Entry(key: "value", keyPosition: entry.keyPosition, value: entry.value) : entry
      }
      let node = LocatedNode(content: .mapping(known), position: place.node.position)
      let long = FieldPlace(context: place.context, path: place.path, node: node, label: place.label)
      row = long.sourcedText(rangeAllowed: false, expected: .relativePath) ?? row
    }
    _ = place.register(row)
  }

  private static func table(_ reference: TableReference, at place: FieldPlace) -> CSVTable? {
    guard let file = place.context.files.insidePath(reference.path.text, namedBy: reference.position.file) else {
      let isAbsolute = reference.path.text.hasPrefix("/")
      place.report(
        isAbsolute ? .absolutePath(reference.path.text) : .pathOutside(reference.path.text), at: reference.position,
        expected: .relativePath)
      return nil
    }
    do throws(InputFile.Problem) {
      let table = CSVTable(bytes: try place.context.files.bytes(at: file, limit: limit), file: file)
      for issue in table.issues {
        place.report(issue.problem, at: issue.position)
      }
      // Without columns there is nothing to read, and nothing more to say.
      return table.columns.isEmpty ? nil : table
    } catch {
      place.report(error.scenarioProblem(file), at: reference.position)
      return nil
    }
  }

  private static func entries(of table: CSVTable, keyedBy id: Int, at place: FieldPlace) -> [LocatedNode.Entry] {
    var first: [String: SourcePosition] = [:]
    return table.rows.compactMap { row in
      let key = row[id].text.trimmedOfSpace
      if let earlier = first[key] {
        place.report(.duplicateRow(key, first: earlier), at: row[id].position)
        return nil
      }
      first[key] = row[id].position
      return LocatedNode.Entry(key: key, keyPosition: row[id].position, value: node(row, table, without: id))
    }
  }

  private static func node(_ row: [CSVTable.Cell], _ table: CSVTable, without id: Int? = nil) -> LocatedNode {
    var node = LocatedNode(content: .mapping([]), position: row[0].position)
    for (index, cell) in row.enumerated() where index != id {
      let text = cell.text.trimmedOfSpace
      guard !text.isEmpty else { continue }
      let value = LocatedNode(content: .scalar(ScalarText(text: text, isQuoted: false)), position: cell.position)
      let column = table.columns[index]
      node.insert(value, at: column.text.split(separator: ".", maxSplits: 9)[...], named: column.position)
    }
    return node
  }
}

extension LocatedNode {
  /// Puts a value at the end of a chain of keys, which stands in the header.
  fileprivate mutating func insert(_ value: LocatedNode, at keys: ArraySlice<Substring>, named header: SourcePosition) {
    guard let key = keys.first else { return }
    var entries = self.entries ?? []
    let index = entries.firstIndex { $0.key == key }
    var child = index.map { entries[$0].value } ?? LocatedNode(content: .mapping([]), position: value.position)
    if keys.count == 1 { child = value } else { child.insert(value, at: keys.dropFirst(), named: header) }
    if let index {
      entries[index].value = child
    } else {
      entries.append(Entry(key: String(key), keyPosition: header, value: child))
    }
    content = .mapping(entries)
  }
}
