// SPDX-License-Identifier: GPL-3.0-or-later

/// The scenario was refused; `issues` is never empty and holds everything that is wrong with it, sorted by place.
public struct ScenarioRejected: Error, Hashable, Sendable {
  /// What is wrong, with the warnings.
  public let issues: [ScenarioIssue]

  /// A refusal for some reasons, which are sorted and listed once each.
  public init(issues: [ScenarioIssue]) { self.issues = issues.sortedOnce() }

  init(_ issue: ScenarioIssue) { self.init(issues: [issue]) }
}

extension [ScenarioIssue] {
  /// By file, line and column, each once.
  func sortedOnce() -> [ScenarioIssue] {
    var seen: Set<ScenarioIssue> = []
    return filter { seen.insert($0).inserted }.sorted { left, right in
      (left.position, left.path, left.code.rawValue) < (right.position, right.path, right.code.rawValue)
    }
  }
}
