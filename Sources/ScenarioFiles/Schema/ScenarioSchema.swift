// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// The JSON Schema (draft 2020-12) of the scenario format.
enum ScenarioSchema {
  /// What the definitions begin with that ask for nothing: those of variants and of what stands over a preset.
  static let partialPrefix = "partial:"

  /// The schema of what a reading function reads. A variant, which extends another scenario, may leave out anything.
  static func text<Model>(of reading: ScenarioReading<Model>) -> String {
    let (description, context) = reading.describe()
    let full = description.schema
    let sections = context.definitions.map { JSONValue.Member(section($0.name, isPartial: false), $0.value) }
    let partial = context.definitions.map {
      JSONValue.Member(section($0.name, isPartial: true), $0.value.withoutRequired())
    }
    let schema = JSONValue.object([
      JSONValue.Member("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      JSONValue.Member("title", .text("guidefund scenario")),
      JSONValue.Member("description", .text("guidefund 情景文件")),
      JSONValue.Member("if", .object([JSONValue.Member("required", .texts(["extends"]))])),
      JSONValue.Member("then", SchemaParts.reference("variant")),
      JSONValue.Member("else", SchemaParts.reference("scenario")),
      JSONValue.Member(
        "$defs",
        .object(
          [JSONValue.Member("scenario", full), JSONValue.Member("variant", full.withoutRequired())] + sections + partial
            + SchemaParts.definitions)),
    ])
    return schema.rendered() + "\n"
  }

  /// The name of the definition of a section.
  static func section(_ name: String, isPartial: Bool) -> String { (isPartial ? partialPrefix : "section:") + name }
}
