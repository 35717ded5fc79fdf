// SPDX-License-Identifier: GPL-3.0-or-later

/// The scenario was refused; `issues` is never empty and holds everything that is wrong with it, sorted by place.
public struct ScenarioRejected: Error, Hashable, Sendable {
  /// What is wrong, with the warnings.
  public let issues: [ScenarioIssue]

  /// A refusal for some reasons, which are sorted and listed once each.
  public init(issues: [ScenarioIssue]) { self.issues = issues.sortedOnce() }

  init(_ issue: ScenarioIssue) { self.init(issues: [issue]) }
}

/// What makes two issues one.
private struct ToldProblem: Hashable {
  var position: SourcePosition
  var problem: ScenarioProblem
}

extension [ScenarioIssue] {
  /// By file, line and column, each once: the same problem at the same place is one, as that of a column whose every row
  /// has it.
  public func sortedOnce() -> [ScenarioIssue] {
    let sorted = sorted { left, right in
      (left.position, left.path, left.code.rawValue) < (right.position, right.path, right.code.rawValue)
    }
    var seen: Set<ToldProblem> = []
    return sorted.filter { seen.insert(ToldProblem(position: $0.position, problem: $0.problem)).inserted }
  }
}
