// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// Values by the cases of an enumeration, in their order.
  static func keyed<Key: CaseIterable & RawRepresentable<String>, Element>(
    by type: Key.Type, of element: FieldKind<Element>, atLeast least: Int = 0
  ) -> Self where Value == [(key: Key, value: Element)] {
    let words = Key.allCases.map(\.rawValue)
    return FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        guard let entries = place.node.entries, !place.node.isSourcedValue else {
          place.reportWrongType(expected: .mapping)
          return []
        }
        let present = entries.filter { !$0.value.isNull }
        place.check(count: present.count, atLeast: least)
        for entry in present where !words.contains(entry.key) {
          place.report(
            .unknownKey(entry.key), at: entry.keyPosition, key: entry.key, expected: .oneOf(words),
            suggestion: Spelling.suggestion(for: entry.key, among: words))
        }
        return Key.allCases.compactMap { key in
          present.first { $0.key == key.rawValue }.map { entry in
            (key, element.read(place.member(entry.key, entry.value, isInTable: false)))
          }
        }
      },
      schema: { context, path in SchemaParts.keyed(words, element.schema(context, path.member("*")), atLeast: least) },
      canBeEmpty: { _, _ in least == 0 })
  }

  /// `on` or `off`.
  static func onOff() -> Self where Value == Bool {
    FieldKind<Switch>.choice(Switch.self).map { $0 == .on }
  }
}

private enum Switch: String, CaseIterable {
  case on
  case off
}
