// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension ScenarioIssue {
  /// The issues as a JSON array of objects with file, line, column, path, code, severity, message, expected and
  /// suggestion, in the order given; it ends with a line end.
  public static func json(_ issues: [ScenarioIssue], _ language: Language) -> String {
    JSONValue.list(issues.map { $0.json(language) }).rendered() + "\n"
  }

  private func json(_ language: Language) -> JSONValue {
    .object([
      JSONValue.Member("file", .text(position.file)),
      JSONValue.Member("line", .whole(position.line)),
      JSONValue.Member("column", .whole(position.column)),
      JSONValue.Member("path", .text(path)),
      JSONValue.Member("code", .text(code.rawValue)),
      JSONValue.Member("severity", .text(severity.rawValue)),
      JSONValue.Member("message", .text(problem.message(language))),
      JSONValue.Member("expected", expected.map { .text($0.text(language)) } ?? .null),
      JSONValue.Member("suggestion", suggestion.map { .text($0) } ?? .null),
    ])
  }
}
