// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What a field can hold: one declaration that reads it, describes it for the schema, and stands in for it where it
/// cannot be read.
struct FieldKind<Value> {
  /// What would be right here, for messages.
  let expected: Expectation
  /// A value that never leaves the reading: a scenario with an error is refused.
  let placeholder: (ReadingContext, FieldPath) -> Value
  /// Reads the node of a field, which is not null; reports what is wrong.
  let read: (FieldPlace) -> Value
  /// The JSON Schema of the field.
  let schema: (ReadingContext, FieldPath) -> JSONValue
  /// Whether the field can be read where nothing is written: a section whose fields all have defaults.
  var canBeEmpty: (ReadingContext, FieldPath) -> Bool = { _, _ in false }
  /// Whether it is a word that stands for something, which a list names once.
  var isWord = false

  /// The same field with its value turned into another.
  func map<Other>(_ transform: @escaping (Value) -> Other) -> FieldKind<Other> {
    FieldKind<Other>(
      expected: expected, placeholder: { transform(placeholder($0, $1)) }, read: { transform(read($0)) },
      schema: schema, canBeEmpty: canBeEmpty, isWord: isWord)
  }
}
