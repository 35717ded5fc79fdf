// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// One `PATH=VALUE` of the command line.
enum Setting {
  /// The file name of settings in messages; the line is the number of the setting, from 1.
  static let fileName = "--set"

  /// The setting as a tree to lay over a scenario: a mapping a key of the path, down to the value, which is read as a
  /// YAML value (`{…}` and `[…]` included). An empty value is null, which deletes.
  static func tree(_ text: String, number: Int) throws(ScenarioRejected) -> LocatedNode {
    let scalars = Array(text.unicodeScalars)
    let start = SourcePosition(file: fileName, line: number, column: 1)
    guard let equals = scalars.firstIndex(of: "=") else { throw malformed(text, start) }
    let keys = scalars[..<equals].split(separator: ".", omittingEmptySubsequences: false)
    guard keys.count <= YAMLScanner.deepest, keys.allSatisfy({ !$0.isEmpty }) else { throw malformed(text, start) }
    guard String(String.UnicodeScalarView(keys[0])).trimmedOfSpace != "extends" else { throw cannotExtend(text, start) }
    var node = try value(scalars, after: equals, number: number)
    for key in keys.reversed() {
      let position = SourcePosition(file: fileName, line: number, column: key.startIndex + 1)
      let name = String(String.UnicodeScalarView(key)).trimmedOfSpace
      let entry = LocatedNode.Entry(key: name, keyPosition: position, value: node)
      node = LocatedNode(content: .mapping([entry]), position: position)
    }
    return node
  }

  private static func malformed(_ text: String, _ position: SourcePosition) -> ScenarioRejected {
    ScenarioRejected(
      ScenarioIssue(
        position, "", .malformedSetting(text),
        expected: .words(
          BilingualText("PATH=VALUE, such as funds.city.life.term=8 years", "路径=值，如 funds.city.life.term=8 years"))))
  }

  private static func cannotExtend(_ text: String, _ position: SourcePosition) -> ScenarioRejected {
    ScenarioRejected(
      ScenarioIssue(
        position, "extends", .malformedSetting(text),
        expected: .words(
          BilingualText("extends: in a file, which is read before any setting", "在文件中写 extends:，它先于设置读取"))))
  }

  /// The value behind the equals sign, composed with spaces before it so that columns are those of the setting.
  private static func value(
    _ scalars: [Unicode.Scalar], after equals: Int, number: Int
  ) throws(ScenarioRejected) -> LocatedNode {
    let position = SourcePosition(file: fileName, line: number, column: equals + 2)
    let rest = String(String.UnicodeScalarView(scalars[(equals + 1)...]))
    if rest.trimmedOfSpace.isEmpty {
      return LocatedNode(content: .scalar(ScalarText(text: "", isQuoted: false)), position: position)
    }
    let padded = String(repeating: " ", count: equals + 1) + rest
    let document = YAMLDocument(bytes: Array(padded.utf8), file: fileName)
    let moved = document.issues.map { issue in
      var issue = issue
      if issue.position.line > 1 { issue.position.column = scalars.count + 1 }
      issue.position.line = number
      return issue
    }
    guard moved.isEmpty, let root = document.root else {
      throw ScenarioRejected(
        issues: moved.isEmpty ? [ScenarioIssue(position, "", .malformedSetting(rest))] : moved)
    }
    return root.moved(toLine: number)
  }
}

extension LocatedNode {
  /// The same tree with all places in one line.
  fileprivate func moved(toLine line: Int) -> LocatedNode {
    var node = self
    node.position.line = line
    switch content {
    case .scalar: break
    case .sequence(let nodes): node.content = .sequence(nodes.map { $0.moved(toLine: line) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          entry.keyPosition.line = line
          entry.value = entry.value.moved(toLine: line)
          return entry
        })
    }
    return node
  }
}
