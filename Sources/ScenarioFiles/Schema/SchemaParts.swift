// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// The pieces that schemas of fields are made of.
enum SchemaParts {
  static let text = type("string")
  static let flag = type("boolean")
  static let date = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  static let quarter = pattern("^[0-9]{4}-Q[1-4]$")
  static let unsigned = JSONValue.object([
    JSONValue.Member(
      "anyOf", .list([.object([member("type", "integer"), .init("minimum", .whole(0))]), pattern("^[0-9]+$")]))
  ])

  static func choice(_ words: [String]) -> JSONValue { .object([JSONValue.Member("enum", .texts(words))]) }

  static func identifier(or words: [String]) -> JSONValue {
    let id = pattern(Identifier.pattern)
    return words.isEmpty ? id : anyOf([id, choice(words)])
  }

  static func reference(_ name: String) -> JSONValue { .object([member("$ref", "#/$defs/\(name)")]) }

  static func anyOf(_ schemas: [JSONValue]) -> JSONValue { .object([JSONValue.Member("anyOf", .list(schemas))]) }

  /// A scalar in its plain or its long form.
  static func sourced(_ plain: JSONValue) -> JSONValue { anyOf([plain, longForm(plain, hasRange: false)]) }

  /// `{value, low, high, shape, source, grade, note}`, where `plain` says what the value may be.
  static func longForm(_ plain: JSONValue, hasRange: Bool) -> JSONValue {
    let names = hasRange ? ["value", "low", "high"] : ["value"]
    return .object([
      member("$ref", "#/$defs/\(hasRange ? "uncertain" : "certain")"),
      JSONValue.Member("properties", .object(names.map { JSONValue.Member($0, plain) })),
    ])
  }

  /// A section by the name of its definition.
  static func section(_ name: String) -> JSONValue { reference(ScenarioSchema.section(name, isPartial: false)) }

  /// The long form without saying what the value may be.
  private static func longForm(hasRange: Bool) -> JSONValue {
    var members = [JSONValue.Member("value", .object([]))]
    if hasRange {
      members += [
        JSONValue.Member("low", .object([])), JSONValue.Member("high", .object([])),
        JSONValue.Member("shape", choice(Uncertainty.Shape.allCases.map(\.rawValue))),
      ]
    }
    members += [
      JSONValue.Member("source", text), JSONValue.Member("grade", choice(Grade.allCases.map(\.rawValue))),
      JSONValue.Member("note", text),
    ]
    return .object([
      member("type", "object"), JSONValue.Member("properties", .object(members)),
      JSONValue.Member("required", .texts(["value"])), JSONValue.Member("additionalProperties", .flag(false)),
    ])
  }

  static func list(_ element: JSONValue, atLeast least: Int, areDistinct: Bool = false) -> JSONValue {
    anyOf([
      .object([member("type", "array"), JSONValue.Member("items", element)])
        .adding("minItems", least > 0 ? .whole(least) : nil).adding("uniqueItems", areDistinct ? .flag(true) : nil),
      reference("table"),
    ])
  }

  /// A collection by id; what is written of an entry that is shipped lies over it, so nothing in it is required.
  static func collection(_ element: JSONValue, atLeast least: Int, shipped: [String] = []) -> JSONValue {
    let others = shipped.isEmpty ? "" : "(?!(\(shipped.joined(separator: "|")))$)"
    let pattern = Identifier.pattern.replacing("^", with: "^\(others)", maxReplacements: 1)
    let known = shipped.map { JSONValue.Member("^\($0)$", element.withoutRequired()) }
    return anyOf([
      keyed([JSONValue.Member(pattern, element)] + known)
        .adding("minProperties", least > 0 ? .whole(least) : nil),
      reference("table"),
    ])
  }

  static func keyed(_ words: [String], _ element: JSONValue, atLeast least: Int) -> JSONValue {
    JSONValue.object([
      member("type", "object"),
      JSONValue.Member("properties", .object(words.map { JSONValue.Member($0, element) })),
      JSONValue.Member("additionalProperties", .flag(false)),
    ])
    .adding("minProperties", least > 0 ? .whole(least) : nil)
  }

  static func yearly(_ constant: JSONValue, _ element: JSONValue) -> JSONValue {
    anyOf([constant, keyed([JSONValue.Member("^[0-9]{4}$", element)]), reference("table")])
  }

  /// What several schemas refer to.
  static var definitions: [JSONValue.Member] {
    let path = pattern("\\.csv$")
    let long = JSONValue.object([
      member("type", "object"),
      JSONValue.Member(
        "properties",
        .object([
          JSONValue.Member("table", path), JSONValue.Member("source", text),
          JSONValue.Member("grade", choice(Grade.allCases.map(\.rawValue))), JSONValue.Member("note", text),
        ])),
      JSONValue.Member("required", .texts(["table"])), JSONValue.Member("additionalProperties", .flag(false)),
    ])
    return QuantitySchema.definitions + [
      JSONValue.Member("certain", longForm(hasRange: false)), JSONValue.Member("uncertain", longForm(hasRange: true)),
      JSONValue.Member("table", anyOf([path, long])),
    ]
  }

  private static func keyed(_ patterns: [JSONValue.Member]) -> JSONValue {
    .object([
      member("type", "object"), JSONValue.Member("patternProperties", .object(patterns)),
      JSONValue.Member("additionalProperties", .flag(false)),
    ])
  }

  private static func type(_ name: String) -> JSONValue { .object([member("type", name)]) }

  private static func pattern(_ pattern: String) -> JSONValue {
    .object([member("type", "string"), member("pattern", pattern)])
  }

  private static func member(_ name: String, _ text: String) -> JSONValue.Member { JSONValue.Member(name, .text(text)) }
}
