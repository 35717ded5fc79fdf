// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension FieldKind {
  /// A mapping that a function reads field by field.
  static func section(expected: Expectation = .mapping, _ read: @escaping (RecordReader) -> Value) -> Self {
    FieldKind(
      expected: expected,
      placeholder: { RecordReader.describe(read, $0, $1).value },
      read: { place in
        guard place.node.entries != nil else {
          place.reportWrongType(expected: expected)
          return RecordReader.describe(read, place.context, place.path).value
        }
        let record = RecordReader(context: place.context, path: place.path, node: place.node)
        let value = read(record)
        record.finish()
        return value
      },
      schema: { context, path in
        // Not the description that is known: one form of the section around it may ask for other units than the next.
        let description = RecordReader.describe(read, context, path).description
        return SchemaParts.section(context.definitionName(of: description.schema, at: path))
      },
      canBeEmpty: { context, path in
        context.description(at: path, of: Value.self) { RecordReader.describe(read, context, path).description }
          .canBeEmpty
      })
  }

  /// A name in both languages; it is a label, not a parameter.
  static func name() -> Self where Value == BilingualText {
    section(expected: .name) { record in
      BilingualText(
        record.required("en", .label(), "English", "英文"), record.required("zh", .label(), "Chinese", "中文"))
    }
  }

  /// A text that the register leaves out.
  static func label() -> Self where Value == String {
    FieldKind(
      expected: .text, placeholder: { _, _ in "" },
      read: { place in
        guard let text = place.node.scalar, !text.isNull else {
          place.reportWrongType(expected: .text)
          return ""
        }
        if text.text.allSatisfy(\.isWhitespace) { place.report(.emptyText, expected: .text) }
        return text.text
      },
      schema: { _, _ in SchemaParts.text })
  }
}
