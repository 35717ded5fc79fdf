// SPDX-License-Identifier: GPL-3.0-or-later

extension ScenarioReading {
  /// Loads a scenario with what it extends and the settings of the command line, and refuses it if anything is wrong
  /// anywhere; the issues of the result are warnings.
  func load(
    _ path: String, sets: [String] = [], within folder: String? = nil
  ) throws(ScenarioRejected) -> (result: Result, source: ScenarioSource) {
    let tree = ScenarioTree(path: path, sets: sets, within: folder)
    guard let root = tree.root else { throw ScenarioRejected(issues: tree.issues) }
    var result = run(root, files: tree.files)
    result.issues = (tree.issues + result.issues).sortedOnce()
    guard !result.issues.contains(where: { $0.severity == .error }) else {
      throw ScenarioRejected(issues: result.issues)
    }
    result.issuesOfCopies = tree.issuesOfCopies(result.issues)
    return (result, ScenarioSource(tree, sets: sets))
  }
}
