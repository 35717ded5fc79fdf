// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What a set of shares must sum to.
enum SharesTotal {
  case whole
  case atMostWhole
  case any
}

extension FieldKind {
  /// Shares by the id of a collection's members; sorted by id.
  static func shares(
    of collection: String, total: SharesTotal = .whole
  ) -> Self where Value == [(id: String, share: Sourced<Share>)] {
    FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        place.shares(total: total) { key in
          guard let known = place.context.knownIDs(of: collection), !known.contains(key.text) else { return true }
          place.report(
            .unknownReference(key.text), at: key.position, key: key.text,
            expected: .words(BilingualText("an id of \(collection)", " \(collection) 中的标识")),
            suggestion: Spelling.suggestion(for: key.text, among: known))
          return false
        }.map { ($0, $1) }
      },
      schema: { _, _ in
        SchemaParts.collection(QuantitySchema.field(.share, QuantityLimits(uncertain: false)), atLeast: 1)
      })
  }

  /// Shares by words of the scenario's own, which stand for themselves and so may sum to anything; sorted.
  static func shares(declaring collection: String) -> Self where Value == [(id: String, share: Sourced<Share>)] {
    FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        place.shares(total: .any) { key in
          guard Identifier.isValid(key.text) else {
            place.report(.badIdentifier(key.text), at: key.position, key: key.text, expected: .identifier)
            return false
          }
          place.context.note(ids: [key.text], of: collection)
          return true
        }.map { ($0, $1) }
      },
      schema: { _, _ in
        SchemaParts.collection(QuantitySchema.field(.share, QuantityLimits(uncertain: false)), atLeast: 0)
      },
      canBeEmpty: { _, _ in true })
  }

  /// Shares by the cases of an enumeration, in their order; cases that are not written have no share.
  static func shares<Key: CaseIterable & RawRepresentable<String>>(
    by type: Key.Type, total: SharesTotal = .whole
  ) -> Self where Value == [(key: Key, share: Sourced<Share>)] {
    let words = Key.allCases.map(\.rawValue)
    return FieldKind(
      expected: .mapping, placeholder: { _, _ in [] },
      read: { place in
        let read = place.shares(total: total) { key in
          if words.contains(key.text) { return true }
          place.report(
            .unknownKey(key.text), at: key.position, key: key.text, expected: .oneOf(words),
            suggestion: Spelling.suggestion(for: key.text, among: words))
          return false
        }
        let byKey = Dictionary(uniqueKeysWithValues: read)
        return Key.allCases.compactMap { key in byKey[key.rawValue].map { (key, $0) } }
      },
      schema: { _, _ in
        SchemaParts.keyed(words, QuantitySchema.field(.share, QuantityLimits(uncertain: false)), atLeast: 1)
      })
  }
}

extension FieldPlace {
  /// The shares here by key; the sum is checked where every one of them could be read.
  fileprivate func shares(
    total: SharesTotal, accepts: (SourcedText.Located) -> Bool
  ) -> [(String, Sourced<Share>)] {
    guard let entries = node.entries, !node.isSourcedValue else {
      reportWrongType(expected: .mapping)
      return []
    }
    let before = context.issues.count
    let kind = FieldKind<Sourced<Share>>.share(uncertain: false)
    var shares: [(String, Sourced<Share>)] = []
    for entry in entries.sorted(by: { $0.key < $1.key }) where !entry.value.isNull {
      guard accepts(SourcedText.Located(text: entry.key, position: entry.keyPosition)) else { continue }
      let place = FieldPlace(context: context, path: path.key(entry.key), node: entry.value, label: label)
      shares.append((entry.key, kind.read(place)))
    }
    guard context.issues.count == before else { return shares }
    let sum = shares.reduce(0) { $0 + $1.1.value.fraction }
    let text = QuantityKind.share.written((sum * 1e12).rounded() / 1e12)
    switch total {
    case .whole where abs(sum - 1) > 1e-9: report(.sharesSum(text: text), expected: .sumOfOne)
    case .atMostWhole where sum > 1 + 1e-9: report(.sharesSum(text: text), expected: .sumAtMostOne)
    default: break
    }
    return shares
  }
}
