// SPDX-License-Identifier: GPL-3.0-or-later

internal import Yams

/// Turns the text of one file into a located tree, with every problem that still leaves a tree.
struct YAMLDocument {
  /// The tree; nothing where the text could not be composed.
  var root: LocatedNode?
  /// What is wrong with the text itself.
  var issues: [ScenarioIssue] = []

  private var text: SourceText
  private var renamed: [SourcePosition: String] = [:]

  /// Reads the bytes of a file that messages call `file`.
  init(bytes: [UInt8], file: String) {
    do throws(ScenarioRejected) {
      text = try SourceText(bytes: bytes, file: file)
    } catch {
      text = SourceText(empty: file)
      issues = error.issues
      return
    }
    let findings = YAMLScanner.findings(in: text.scalars)
    issues = findings.map { finding in
      switch finding {
      case .anchorOrTag(let index, let word): ScenarioIssue(text.position(of: index), "", .anchorOrTag(word))
      case .nestedTooDeep(let index):
        ScenarioIssue(text.position(of: index), "", .nestedTooDeep(limit: YAMLScanner.deepest))
      }
    }
    if issues.isEmpty { compose() }
  }

  // MARK: Composing

  /// Composes until no key stands twice. The YAML library stops at the first key that does, so that its first
  /// occurrence is then overwritten by a word of the same length that the text does not hold, and the text composed
  /// again; the second occurrence is reported from the finished tree.
  private mutating func compose() {
    let rounds = max(4, min(100, 1_048_576 / max(1, text.scalars.count)))
    for round in 0..<rounds {
      do {
        root = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8).singleRoot().map { converted($0) }
        if root == nil { report(.emptyFile, at: SourcePosition(startOf: text.file)) }
        return
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let keys, let context) = error else { return report(error) }
        let place = position(context.mark)
        guard let key = keys.first, rename(key, at: place, round: round) else {
          return report(.duplicateKey(keys.first ?? "", first: place), at: place)
        }
      } catch {
        return report(.syntax(reason: "\(error)"), at: SourcePosition(startOf: text.file))
      }
    }
    for (place, key) in renamed { report(.duplicateKey(key, first: place), at: place) }
  }

  /// Overwrites a key by characters of the private-use area; false where its extent is not clear.
  private mutating func rename(_ key: String, at place: SourcePosition, round: Int) -> Bool {
    guard var start = text.index(of: place) else { return false }
    let quote: Unicode.Scalar? = text.scalars[start] == "\"" || text.scalars[start] == "'" ? text.scalars[start] : nil
    if quote != nil { start += 1 }
    let range = start..<(start + key.unicodeScalars.count)
    guard !range.isEmpty, range.upperBound < text.scalars.count,
      text.scalars[range].elementsEqual(key.unicodeScalars),
      quote == nil || text.scalars[range.upperBound] == quote,
      let unused = Unicode.Scalar(0xE000 + UInt32(round))
    else { return false }
    text.overwrite(range, with: Array(repeating: unused, count: range.count))
    renamed[place] = key
    return true
  }

  // MARK: Converting

  private mutating func converted(_ node: Node) -> LocatedNode {
    let place = position(node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return LocatedNode(content: .scalar(ScalarText(text: scalar.string, isQuoted: isQuoted)), position: place)
    case .sequence(let sequence):
      var elements: [LocatedNode] = []
      for element in sequence { elements.append(converted(element)) }
      return LocatedNode(content: .sequence(elements), position: place)
    case .mapping(let mapping):
      return LocatedNode(content: .mapping(entries(of: mapping)), position: place)
    case .alias:
      report(.anchorOrTag("*"), at: place)
      return LocatedNode(content: .mapping([]), position: place)
    }
  }

  private mutating func entries(of mapping: Node.Mapping) -> [LocatedNode.Entry] {
    var entries: [LocatedNode.Entry] = []
    var first: [String: SourcePosition] = [:]
    for (key, value) in mapping {
      let place = position(key.mark)
      guard case .scalar(let word) = key else {
        report(.keyNotText, at: place)
        continue
      }
      let name = renamed[place] ?? word.string
      if let earlier = first[name] {
        report(.duplicateKey(name, first: earlier), at: place)
        continue
      }
      first[name] = place
      entries.append(LocatedNode.Entry(key: name, keyPosition: place, value: converted(value)))
    }
    return entries
  }

  // MARK: Reporting

  private func position(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: text.file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  private mutating func report(_ problem: ScenarioProblem, at place: SourcePosition, expected: Expectation? = nil) {
    issues.append(ScenarioIssue(place, "", problem, expected: expected))
  }

  /// A text that is no YAML, with the character that looks like another and stands before the place where the parser gave
  /// up, or else behind it. On the lines around it only colons and spaces count: what is missed there is a key.
  private mutating func reportSyntax(_ reason: String, at place: SourcePosition) {
    let near = (place.line - 1...place.line + 1).flatMap { line in
      text.indices(ofLine: line).filter { index in
        let meant = Lookalike.meant(by: text.scalars[index])
        return meant != nil && (line == place.line || meant == ":" || meant == " ")
      }
    }
    let mark = text.index(of: place) ?? text.scalars.count
    let expected = (near.last { $0 <= mark } ?? near.first).flatMap { index in
      let there = text.position(of: index)
      return Lookalike.expectation(in: [text.scalars[index]], at: "\(there.line):\(there.column)")
    }
    report(.syntax(reason: reason), at: place, expected: expected)
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      reportSyntax([context?.text, problem].compactMap(\.self).joined(separator: ": "), at: position(mark))
    case .composer(_, let problem, let mark, _):
      let isSecond = problem.contains("another document")
      report(isSecond ? .severalDocuments : .syntax(reason: problem), at: position(mark))
    case .reader(let problem, let offset, _, _):
      report(.syntax(reason: problem), at: text.position(of: min(offset ?? 0, text.scalars.count)))
    default: report(.syntax(reason: "\(error)"), at: SourcePosition(startOf: text.file))
    }
  }
}
