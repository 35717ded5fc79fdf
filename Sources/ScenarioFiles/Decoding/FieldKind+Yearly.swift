// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// Values by calendar year, rising: one value for all years (as year 1), a mapping from year to value, or a table with
  /// the columns `year` and `value`.
  static func yearly<Number>(
    of element: FieldKind<Number>
  ) -> Self where Value == [(year: Int, value: Number)] {
    FieldKind(
      expected: element.expected, placeholder: { _, _ in [] },
      read: { place in
        if place.node.scalar != nil && TableReference(place.node) == nil || place.node.isSourcedValue {
          return [(1, element.read(place))]
        }
        guard let years = place.expanded(keyedBy: "year"), case .mapping(let entries) = years.node.content else {
          return []
        }
        let present = entries.filter { !$0.value.isNull }
        place.check(count: present.count, atLeast: 1)
        return present.compactMap { place.year($0, element, isTable: years.isTable) }.sorted { $0.0 < $1.0 }
      },
      schema: { context, path in
        SchemaParts.yearly(element.schema(context, path), element.schema(context, path.member("*")))
      })
  }
}

extension FieldPlace {
  fileprivate func year<Number>(
    _ entry: LocatedNode.Entry, _ element: FieldKind<Number>, isTable: Bool
  ) -> (Int, Number)? {
    guard entry.key.utf8.count == 4, let year = Int(entry.key), year > 0 else {
      report(.badDate(entry.key), at: entry.keyPosition, key: entry.key, expected: .year)
      return nil
    }
    let node = isTable ? entry.value["value"] : entry.value
    guard let node else {
      report(.missingKey("value"), at: entry.value.position, key: entry.key, expected: element.expected)
      return nil
    }
    return (year, element.read(member(entry.key, node, isInTable: isTable)))
  }
}
