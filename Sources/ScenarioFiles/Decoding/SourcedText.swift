// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// A scalar as it was written, plainly or as `{value, low, high, shape, source, grade, note}`.
struct SourcedText {
  /// A text with its place.
  struct Located {
    var text: String
    var position: SourcePosition
  }

  /// The keys of the long form.
  static let keys = ["value", "low", "high", "shape", "source", "grade", "note"]

  var text: ScalarText
  var position: SourcePosition
  var low: Located?
  var high: Located?
  var shape = Uncertainty.Shape.triangular
  var source = ""
  var grade: Grade?
}

extension FieldPlace {
  /// The scalar here; nothing after an issue was reported.
  func sourcedText(rangeAllowed: Bool, expected: Expectation) -> SourcedText? {
    switch node.content {
    case .scalar(let text) where !text.isNull: return SourcedText(text: text, position: node.position)
    case .mapping(let entries) where entries.contains { SourcedText.keys.contains($0.key) }:
      return longForm(entries, rangeAllowed: rangeAllowed, expected: expected)
    default:
      reportWrongType(expected: expected)
      return nil
    }
  }

  private func longForm(
    _ entries: [LocatedNode.Entry], rangeAllowed: Bool, expected: Expectation
  ) -> SourcedText? {
    for entry in entries where !SourcedText.keys.contains(entry.key) {
      report(
        .unknownKey(entry.key), at: entry.keyPosition, key: entry.key, expected: .oneOf(SourcedText.keys),
        suggestion: Spelling.suggestion(for: entry.key, among: SourcedText.keys))
    }
    guard let value = node["value"], !value.isNull else {
      report(.missingKey("value"), expected: expected)
      return nil
    }
    guard let text = value.scalar else {
      report(.wrongType(found: value.foundKind), at: value.position, key: "value", expected: expected)
      return nil
    }
    var result = SourcedText(text: text, position: value.position)
    result.source = word("source").map { source($0) } ?? ""
    result.grade = word("grade").flatMap { choice($0, Grade.self, key: "grade") }
    result.shape = word("shape").flatMap { choice($0, Uncertainty.Shape.self, key: "shape") } ?? .triangular
    result.low = word("low")
    result.high = word("high")
    if !rangeAllowed, let end = result.low ?? result.high {
      report(.notUncertain, at: end.position, key: result.low == nil ? "high" : "low")
      result.low = nil
      result.high = nil
    }
    return result
  }

  /// The scalar of a key of the long form.
  private func word(_ key: String) -> SourcedText.Located? {
    guard let part = node[key], !part.isNull else { return nil }
    guard let text = part.scalar else {
      report(.wrongType(found: part.foundKind), at: part.position, key: key, expected: .text)
      return nil
    }
    return SourcedText.Located(text: text.text, position: part.position)
  }

  private func source(_ id: SourcedText.Located) -> String {
    if !context.sourceIDs.contains(id.text) {
      report(
        .unknownSource(id.text), at: id.position, key: "source",
        expected: .words(BilingualText("a key of sources:", "sources: 中的键")),
        suggestion: Spelling.suggestion(for: id.text, among: context.sourceIDs))
    }
    return id.text
  }

  private func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ word: SourcedText.Located, _ type: Choice.Type, key: String
  ) -> Choice? {
    if let choice = Choice(rawValue: word.text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    report(
      .unknownChoice(word.text), at: word.position, key: key, expected: .oneOf(words),
      suggestion: Spelling.suggestion(for: word.text, among: words))
    return nil
  }
}
