// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension RecordDescription {
  /// The JSON Schema of the mappings of this type.
  var schema: JSONValue {
    guard let variantKey else { return presets == nil ? object(forms: []) : object(forms: []).withoutRequired() }
    let forms = alternatives.map { form -> JSONValue in
      let word = JSONValue.object([JSONValue.Member("const", .text(form.word))]).labelled(form.label)
      return object(forms: [(variantKey, word, form)])
    }
    let schema = JSONValue.object([JSONValue.Member("oneOf", .list(forms))])
    return presets == nil ? schema : schema.withoutRequired()
  }

  private func object(forms: [(key: String, word: JSONValue, form: Form)]) -> JSONValue {
    var members: [JSONValue.Member] = []
    var required: [String] = []
    for (key, word, form) in forms {
      members.append(JSONValue.Member(key, word))
      if !form.isDefault { required.append(key) }
    }
    for field in fields + forms.flatMap(\.form.description.fields) {
      members.append(JSONValue.Member(field.name, field.labelledSchema))
      if field.isRequired { required.append(field.name) }
    }
    return JSONValue.object([
      JSONValue.Member("type", .text("object")),
      JSONValue.Member("properties", .object(members)),
    ])
    .adding("required", required.isEmpty ? nil : .texts(required))
    .adding("additionalProperties", .flag(false))
  }
}

extension RecordDescription.Field {
  /// The schema with title, description and default.
  fileprivate var labelledSchema: JSONValue {
    (isRequired ? schema : schema.orNull).labelled(label)
      .adding("default", shippedDefault.map { ($0["value"] ?? $0).json })
  }
}

extension JSONValue {
  /// The schema with the English label as title and the Chinese one as description.
  func labelled(_ label: BilingualText) -> JSONValue {
    .object([Member("title", .text(label.english)), Member("description", .text(label.chinese))] + members)
  }

  /// The schema with no key required anywhere, for mappings that add to others: a key may also be null, which deletes.
  func withoutRequired() -> JSONValue {
    switch self {
    case .object(let members):
      return .object(
        members.compactMap { member in
          switch member.name {
          case "required": return nil
          case "oneOf": return Member("anyOf", member.value.withoutRequired())
          case "properties":
            return Member(
              "properties",
              .object(member.value.members.map { Member($0.name, $0.value.withoutRequired().orNull) }))
          case "patternProperties":
            return Member(
              "patternProperties",
              .object(member.value.members.map { Member($0.name, $0.value.withoutRequired().orNull) }))
          case "minItems", "minProperties": return nil
          case "$ref": return Member("$ref", member.value.partialReference)
          default: return Member(member.name, member.value.withoutRequired())
          }
        })
    case .list(let values): return .list(values.map { $0.withoutRequired() })
    default: return self
    }
  }

  /// The schema, or null.
  fileprivate var orNull: JSONValue {
    let null = JSONValue.object([Member("type", .text("null"))])
    if case .list(let forms) = self["anyOf"], members.count == 1 {
      return forms.contains(null) ? self : .object([Member("anyOf", .list(forms + [null]))])
    }
    let labels = members.filter { $0.name == "title" || $0.name == "description" || $0.name == "default" }
    let rest = members.filter { !labels.contains($0) }
    if case .list(let forms) = JSONValue.object(rest)["anyOf"], rest.count == 1 {
      let all = forms.contains(null) ? forms : forms + [null]
      return .object(labels + [Member("anyOf", .list(all))])
    }
    return .object(labels + [Member("anyOf", .list([.object(rest), null]))])
  }

  /// The reference to a section turned into one to its form that asks for nothing.
  private var partialReference: JSONValue {
    guard case .text(let text) = self else { return self }
    return .text(text.replacing("/section:", with: "/\(ScenarioSchema.partialPrefix)"))
  }
}

extension LocatedNode {
  /// The value as JSON; scalars are texts, as they are written.
  var json: JSONValue {
    switch content {
    case .scalar(let text): text.isNull ? .null : .text(text.text)
    case .sequence(let nodes): .list(nodes.map(\.json))
    case .mapping(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.json) })
    }
  }
}
