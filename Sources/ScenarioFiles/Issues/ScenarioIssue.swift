// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// One thing that is wrong, or unusual, in a scenario or a data file.
public struct ScenarioIssue: Hashable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public var position: SourcePosition
  /// The keys from the top of the scenario, joined by dots; empty for the file as a whole.
  public var path: String
  /// What is wrong.
  public var problem: ScenarioProblem
  /// What would be right, where that can be said.
  public var expected: Expectation?
  /// What was perhaps meant.
  public var suggestion: String?

  /// A problem at a place.
  public init(
    _ position: SourcePosition, _ path: String, _ problem: ScenarioProblem, expected: Expectation? = nil,
    suggestion: String? = nil
  ) {
    self.position = position
    self.path = path
    self.problem = problem
    self.expected = expected == .oneOf([]) ? nil : expected
    self.suggestion = suggestion
  }

  /// The stable name of the kind of problem.
  public var code: IssueCode { problem.code }

  /// Whether the scenario is refused for it.
  public var severity: IssueSeverity { code.severity }

  /// `file:line:column: field: what is wrong (value); expected …; did you mean …?`
  public func text(_ language: Language) -> String {
    var text = "\(position): "
    if severity == .warning { text += language == .english ? "warning: " : "警告：" }
    if !path.isEmpty { text += "\(path): " }
    text += problem.message(language)
    switch language {
    case .english:
      if let expected { text += "; expected \(expected.text(.english))" }
      if let suggestion { text += "; did you mean '\(suggestion)'?" }
    case .chinese:
      if let expected { text += "；应为\(expected.text(.chinese))" }
      if let suggestion { text += "；是否想写“\(suggestion)”？" }
    }
    return text
  }

  /// The English text.
  public var description: String { text(.english) }
}

/// Whether a scenario is refused for an issue.
public enum IssueSeverity: String, Hashable, Sendable {
  /// The scenario cannot run.
  case error
  /// The scenario runs, but something is unusual.
  case warning
}
