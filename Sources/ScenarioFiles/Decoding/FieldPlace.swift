// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// A field with the node that stands there.
struct FieldPlace {
  let context: ReadingContext
  let path: FieldPath
  let node: LocatedNode
  let label: BilingualText

  /// Reports a problem with this field.
  func report(
    _ problem: ScenarioProblem, at position: SourcePosition? = nil, key: String? = nil, expected: Expectation? = nil,
    suggestion: String? = nil
  ) {
    let keyPath = key.map { path.key($0) } ?? path
    context.report(
      ScenarioIssue(
        position ?? node.position, keyPath.text, problem, expected: expected, suggestion: suggestion))
  }

  /// Reports that another kind of node is wanted.
  func reportWrongType(expected: Expectation) { report(.wrongType(found: node.foundKind), expected: expected) }

  /// The place of a member of the collection or list here.
  func member(_ id: String, _ node: LocatedNode, isInTable: Bool) -> FieldPlace {
    var path = path.member(id)
    path.isInTable = path.isInTable || isInTable
    return FieldPlace(context: context, path: path, node: node, label: label)
  }

  /// Enters a value into the register; its place there.
  func register(
    _ value: SourcedText, unit: String = "", uncertainty: Uncertainty? = nil, allowed: Interval? = nil
  ) -> Int {
    context.register(
      Parameter(
        path: path.text, text: value.text.text, unit: unit, source: value.source, grade: value.grade,
        isDefault: node.position.file == ShippedDefaults.fileName, labelEnglish: label.english,
        labelChinese: label.chinese, uncertainty: uncertainty, allowed: allowed),
      at: path)
  }
}

extension LocatedNode {
  /// What a message calls the node.
  var foundKind: ScenarioProblem.FoundKind {
    switch content {
    case .mapping: .mapping
    case .sequence: .list
    case .scalar(let text): text.isNull ? .nothing : .value(text.text)
    }
  }
}
