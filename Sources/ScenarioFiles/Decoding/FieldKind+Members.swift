// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// Values by the id of a collection's members; sorted by id. Members that are not written have none.
  static func byMember<Element>(
    of collection: String, _ element: FieldKind<Element>
  ) -> Self where Value == [(id: String, value: Element)] {
    FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        guard let entries = place.node.entries, !place.node.isSourcedValue else {
          place.reportWrongType(expected: .mapping)
          return []
        }
        let present = entries.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
        return present.filter { place.isMember($0, of: collection) }.map { entry in
          (entry.key, element.read(place.member(entry.key, entry.value, isInTable: false)))
        }
      },
      schema: { context, path in
        SchemaParts.collection(element.schema(context, path.member("*")), atLeast: 0)
      },
      canBeEmpty: { _, _ in true })
  }
}

extension FieldPlace {
  /// Whether the key of an entry is the id of a member; reports it otherwise.
  fileprivate func isMember(_ entry: LocatedNode.Entry, of collection: String) -> Bool {
    guard let known = context.knownIDs(of: collection), !known.contains(entry.key) else { return true }
    report(
      .unknownReference(entry.key), at: entry.keyPosition, key: entry.key,
      expected: .words(BilingualText("an id of \(collection)", " \(collection) 中的标识")),
      suggestion: Spelling.suggestion(for: entry.key, among: known))
    return false
  }
}
