// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Reads a tree into a model, or describes the format, by one and the same function.
struct ScenarioReading<Model> {
  /// What was read.
  struct Result {
    var model: Model
    var register: [Parameter]
    var documents: [SourceDocument]
    var issues: [ScenarioIssue]
    /// The issues as reading copies of the files gives them.
    var issuesOfCopies: [ScenarioIssue] = []
    var places: ScenarioPlaces
  }

  /// The version of the format that this program reads.
  static var formatVersion: String { "1" }

  let defaults: ShippedDefaults
  let read: (RecordReader) -> Model

  /// Reads a whole scenario; the model is made of placeholders where there are issues.
  func run(_ root: LocatedNode, files: SourceFiles) -> Result {
    let ids = [root["sources"], defaults.sources].flatMap { $0?.entries?.map(\.key) ?? [] }
    let first = ReadingContext(defaults: defaults, sourceIDs: Set(ids), files: files)
    _ = pass(root, first)
    let second = ReadingContext(defaults: defaults, sourceIDs: Set(ids), files: files, firstPass: first)
    let (model, documents) = pass(root, second)
    return Result(
      model: model, register: second.register, documents: documents, issues: second.issues,
      places: ScenarioPlaces(root: root))
  }

  private func pass(_ root: LocatedNode, _ context: ReadingContext) -> (Model, [SourceDocument]) {
    let record = RecordReader(context: context, path: FieldPath(), node: root)
    let result = readTop(record)
    record.finish()
    return result
  }

  /// The keys that every scenario has, and the model's own.
  private func readTop(_ record: RecordReader) -> (Model, [SourceDocument]) {
    record.required("guidefund", .formatVersion(Self.formatVersion), "Version of the format", "格式版本")
    _ = record.optional("extends", .label(), "Scenario that this one varies", "所继承的情景")
    let documents = record.optional(
      "sources", .collection(of: .section(SourceDocument.read)), "Documents that values come from", "数据来源")
    let own = (documents ?? []).map { SourceDocument(id: $0.id, $0.value, isDefault: false) }
    return (read(record), own + shippedDocuments(besides: Set(own.map(\.id)), record.context))
  }

  private func shippedDocuments(besides known: Set<String>, _ context: ReadingContext) -> [SourceDocument] {
    (defaults.sources?.entries ?? []).filter { !known.contains($0.key) }.map { entry in
      let record = RecordReader(context: context, path: FieldPath().key("sources").member(entry.key), node: entry.value)
      let content = SourceDocument.read(record)
      record.finish()
      return SourceDocument(id: entry.key, content, isDefault: true)
    }
  }

  // MARK: Describing

  /// The description of the whole format; the context knows the schemas of its sections and the defaults in use.
  func describe() -> (description: RecordDescription, context: ReadingContext) {
    let context = ReadingContext(defaults: defaults, sourceIDs: [], files: SourceFiles(folder: "."))
    return (RecordReader.describe(readTop, context, FieldPath()).description, context)
  }
}

extension FieldKind where Value == Void {
  /// The one version of the format that can be read.
  fileprivate static func formatVersion(_ version: String) -> Self {
    FieldKind(
      expected: .oneOf([version]), placeholder: { _, _ in },
      read: { place in
        guard let text = place.node.scalar else { return place.reportWrongType(expected: .oneOf([version])) }
        if text.text != version { place.report(.formatVersion(text.text), expected: .oneOf([version])) }
      },
      schema: { _, _ in .object([JSONValue.Member("const", .whole(Int(version) ?? 0))]) })
  }
}
