// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Quantities
import ScenarioFiles

/// Lists every problem of every file at once.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText("List every problem of every scenario at once.", "一次列出所有情景的全部问题。").preferred,
    discussion: Help.discussion(examples: ["validate Scenarios/yangjiang-2025 Scenarios/benchmark"]))

  @Argument(help: .init("Scenarios: folders or files.", "情景：文件夹或文件。"), completion: .file())
  var scenarios: [String]

  @OptionGroup var setting: SettingOption

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let found = scenarios.map { (path: $0, issues: ScenarioFile.issues(of: $0, metrics: .known, sets: setting.sets)) }
    // What several scenarios extend is told once.
    let issues = found.flatMap(\.issues).sortedOnce()
    if json {
      try Terminal.write(ScenarioIssue.json(issues, .preferred))
    } else {
      for issue in issues { Terminal.writeError(issue.text(.preferred) + "\n") }
      for (path, issues) in found where !issues.contains(where: { $0.severity == .error }) {
        try Terminal.write("\(path): \(Message.valid(.preferred))\n")
      }
    }
    if issues.contains(where: { $0.severity == .error }) { throw Failure.Stop(status: .invalid, message: "") }
  }
}
