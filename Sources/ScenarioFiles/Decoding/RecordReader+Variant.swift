// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// One of the forms that a mapping can have, told by the word of a key.
struct Alternative<Value> {
  let word: String
  let label: BilingualText
  let read: (RecordReader) -> Value

  /// A form with the word that names it.
  init(_ word: String, _ english: String, _ chinese: String, read: @escaping (RecordReader) -> Value) {
    self.word = word
    label = BilingualText(english, chinese)
    self.read = read
  }
}

extension RecordReader {
  /// Reads the form that the word of a key names; at most one such key a mapping. There is at least one alternative.
  func variant<Value>(
    by key: String, _ english: String, _ chinese: String, _ alternatives: [Alternative<Value>]
  ) -> Value {
    let words = alternatives.map(\.word)
    let kind = FieldKind<Int>.word(of: words)
    guard !isDescribing else { return describe(alternatives, by: key, BilingualText(english, chinese)) }
    let index = required(key, kind, english, chinese)
    guard !log.failed.contains(key) else {
      log.acceptsAnyKey = true
      return RecordReader.describe(alternatives[0].read, context, path).value
    }
    noteDeletable(alternatives, besides: index)
    return alternatives[index].read(self)
  }

  /// The keys of the other forms may be null.
  private func noteDeletable<Value>(_ alternatives: [Alternative<Value>], besides index: Int) {
    guard node?.entries?.contains(where: \.value.isNull) == true else { return }
    for other in alternatives.indices where other != index {
      let fields = RecordReader.describe(alternatives[other].read, context, path).description.fields
      log.deletable.formUnion(fields.map(\.name))
    }
  }

  private func describe<Value>(_ alternatives: [Alternative<Value>], by key: String, _ label: BilingualText) -> Value {
    let shipped = context.shippedDefault(of: path.key(key))
    log.description.variantKey = key
    log.description.variantLabel = label
    let described = alternatives.map { alternative in
      let result = RecordReader.describe(alternative.read, context, path)
      log.description.alternatives.append(
        RecordDescription.Form(
          word: alternative.word, label: alternative.label, description: result.description,
          isDefault: shipped.map { ($0["value"] ?? $0).scalar?.text == alternative.word } ?? false))
      return result.value
    }
    return described[0]
  }
}

extension FieldKind where Value == Int {
  /// One of some words, as its index.
  fileprivate static func word(of words: [String]) -> Self {
    FieldKind(
      expected: .oneOf(words), placeholder: { _, _ in 0 },
      read: { place in
        guard let written = place.sourcedText(rangeAllowed: false, expected: .oneOf(words)) else { return 0 }
        guard let index = words.firstIndex(of: written.text.text) else {
          place.report(
            .unknownChoice(written.text.text), at: written.position, expected: .oneOf(words),
            suggestion: Spelling.suggestion(for: written.text.text, among: words))
          return 0
        }
        _ = place.register(written)
        return index
      },
      schema: { _, _ in SchemaParts.choice(words) })
  }
}
