// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Reads the fields of one mapping, or describes them: the same calls do both, so that reader and schema cannot differ.
///
/// A model type has a function `read(_ record: RecordReader) -> Self` that asks for its fields one by one. In a scenario
/// each call reads the key, or its shipped default, and reports what is wrong; a placeholder stands in for what could
/// not be read, and the scenario is refused in the end. While describing, each call notes name, labels and schema.
struct RecordReader {
  let context: ReadingContext
  let path: FieldPath
  /// The mapping; nothing while describing.
  let node: LocatedNode?
  let log: RecordLog

  /// Reads a mapping.
  init(context: ReadingContext, path: FieldPath, node: LocatedNode) {
    self.init(context: context, path: path, node: node, log: RecordLog())
  }

  init(context: ReadingContext, path: FieldPath, node: LocatedNode?, log: RecordLog) {
    self.context = context
    self.path = path
    self.node = node
    self.log = log
  }

  /// The same record, where no number may have a range: the model tabulates what follows from them once.
  var certain: RecordReader {
    var path = path
    path.isCertain = true
    return RecordReader(context: context, path: path, node: node, log: log)
  }

  /// The same record, where amounts in other currencies are converted at the exchange rates of a year.
  func converting(in year: Int) -> RecordReader {
    var path = path
    path.year = year
    return RecordReader(context: context, path: path, node: node, log: log)
  }

  /// Whether there is nothing to read.
  var isDescribing: Bool { node == nil }

  /// Runs a reading function without a mapping: what it returns is made of placeholders.
  static func describe<Value>(
    _ read: (RecordReader) -> Value, _ context: ReadingContext, _ path: FieldPath
  ) -> (value: Value, description: RecordDescription) {
    let log = RecordLog()
    let value = read(RecordReader(context: context, path: path, node: nil, log: log))
    return (value, log.description)
  }

  // MARK: Fields

  /// A field that must be written, unless it has a shipped default.
  func required<Value>(_ key: String, _ kind: FieldKind<Value>, _ english: String, _ chinese: String) -> Value {
    let label = BilingualText(english, chinese)
    let field = path.key(key)
    guard let node else {
      note(key, kind, label, isOptional: false)
      return kind.placeholder(context, field)
    }
    log.asked.append(key)
    if let written = written(key) ?? context.shippedDefault(of: field) { return read(written, key, kind, label) }
    if kind.canBeEmpty(context, field) {
      let empty: LocatedNode.Content = kind.expected == .list ? .sequence([]) : .mapping([])
      return read(LocatedNode(content: empty, position: node.position), key, kind, label)
    }
    log.failed.insert(key)
    log.missing[key] = ScenarioIssue(positionOfMissing(key), field.text, .missingKey(key), expected: kind.expected)
    return kind.placeholder(context, field)
  }

  /// A field that may be left out. An explicit null means that there is none, even where a default is shipped.
  func optional<Value>(_ key: String, _ kind: FieldKind<Value>, _ english: String, _ chinese: String) -> Value? {
    let label = BilingualText(english, chinese)
    guard !isDescribing else {
      note(key, kind, label, isOptional: true)
      return nil
    }
    log.asked.append(key)
    guard node?[key]?.isNull != true, let node = written(key) ?? context.shippedDefault(of: path.key(key)) else {
      return nil
    }
    return read(node, key, kind, label)
  }

  private func read<Value>(
    _ node: LocatedNode, _ key: String, _ kind: FieldKind<Value>, _ label: BilingualText
  ) -> Value {
    let before = context.issues.count
    let value = kind.read(FieldPlace(context: context, path: path.key(key), node: node, label: label))
    if context.issues[before...].contains(where: { $0.severity == .error }) { log.failed.insert(key) }
    return value
  }

  private func note<Value>(_ key: String, _ kind: FieldKind<Value>, _ label: BilingualText, isOptional: Bool) {
    let field = path.key(key)
    let shipped = context.shippedDefault(of: field)
    log.description.fields.append(
      RecordDescription.Field(
        name: key, schema: kind.schema(context, field), label: label, shippedDefault: shipped,
        isRequired: !isOptional && shipped == nil && !kind.canBeEmpty(context, field)))
  }

  // MARK: Checks

  /// Reports a problem with a field unless a condition holds. Nothing is checked where one of the fields involved could
  /// not be read.
  func require(
    _ condition: @autoclosure () -> Bool, at key: String, involving others: [String] = [],
    _ problem: @autoclosure () -> ScenarioProblem, expected: Expectation? = nil
  ) {
    guard !isDescribing, log.failed.isDisjoint(with: others + [key]), !condition() else { return }
    log.failed.insert(key)
    context.report(ScenarioIssue(position(of: key), path.key(key).text, problem(), expected: expected))
  }

  /// The same with a message in both languages.
  func require(
    _ condition: @autoclosure () -> Bool, at key: String, involving others: [String] = [],
    _ english: String, _ chinese: String
  ) {
    require(condition(), at: key, involving: others, .inconsistent(BilingualText(english, chinese)))
  }

  /// Warns of something unusual about a field unless a condition holds.
  func advise(
    _ condition: @autoclosure () -> Bool, at key: String, involving others: [String] = [],
    _ english: String, _ chinese: String
  ) {
    guard !isDescribing, log.failed.isDisjoint(with: others + [key]), !condition() else { return }
    context.report(
      ScenarioIssue(position(of: key), path.key(key).text, .advice(BilingualText(english, chinese))))
  }

  /// Whether a key is written in the scenario.
  func has(_ key: String) -> Bool { written(key) != nil }

  /// The place of a field, or of the mapping where it is not written.
  func position(of key: String) -> SourcePosition {
    written(key)?.position ?? node?.position ?? SourcePosition(startOf: "")
  }

  /// Reports the keys that nobody asked for and those that are not written. Where an unknown key is the misspelling of
  /// one that is not written, only the former is reported.
  func finish() {
    if !log.acceptsAnyKey {
      for entry in node?.entries ?? [] where !log.asked.contains(entry.key) {
        if entry.value.isNull, log.deletable.contains(entry.key) { continue }
        reportUnknown(entry)
      }
    }
    guard !log.acceptsMissing else { return }
    for (_, issue) in log.missing.sorted(by: { $0.key < $1.key }) { context.report(issue) }
  }

  private func reportUnknown(_ entry: LocatedNode.Entry) {
    let known = Set(log.asked).sorted()
    let suggestion =
      Spelling.suggestion(for: entry.key, among: log.missing.keys) ?? Spelling.suggestion(for: entry.key, among: known)
    if let suggestion { log.missing[suggestion] = nil }
    context.report(
      ScenarioIssue(
        entry.keyPosition, path.key(entry.key).text, .unknownKey(entry.key),
        expected: Lookalike.expectation(in: entry.key.unicodeScalars) ?? .oneOf(known), suggestion: suggestion))
  }

  /// The node of a key; none where it is null. What `--set` alone writes is laid over the shipped default, so that every
  /// path of the register can be set.
  private func written(_ key: String) -> LocatedNode? {
    guard let entry = node?.entries?.first(where: { $0.key == key }), !entry.value.isNull else { return nil }
    guard entry.keyPosition.file == Setting.fileName, let shipped = context.shippedDefault(of: path.key(key)) else {
      return entry.value
    }
    return shipped.overlaid(by: entry.value)
  }

  /// Where a missing key is reported: where it is deleted, or at the mapping that lacks it.
  private func positionOfMissing(_ key: String) -> SourcePosition {
    node?.entries?.first { $0.key == key }?.keyPosition ?? node?.position ?? SourcePosition(startOf: "")
  }
}
