// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles

/// Says how the rules of law stand for a scenario.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge a scenario by the rules of law: clause, place and cure of every breach.",
    discussion: """
      按政府投资基金与招商引资的规定检查场景:逐条列出所违反的条款、位置与改正办法。
      Rules are judged by the law of the scenario's own time; --date names another day.

      Examples:
        guidefund check Scenarios/yangjiang-2025
        guidefund check Scenarios/yangjiang-2025 --date 2026-01-01 --json
      """)

  @Argument(help: "The scenario: a folder with scenario.yaml, or the file.", completion: .file())
  var scenario: String

  @Option(help: ArgumentHelp("Judge by the law of this day.", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("A scenario field with another value.", valueName: "PATH=VALUE"))
  var sets: [String] = []

  @Flag(help: "End with 3 where a forbidden rule is broken.")
  var strict = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let loaded = try ScenarioFile.load(scenario, metrics: .known, sets: sets)
    for warning in loaded.warnings { Terminal.writeError(warning.text(.preferred) + "\n") }
    let compliance = Compliance(loaded)
    let findings = compliance.located(on: date)
    Terminal.write(
      json
        ? ComplianceText.json(findings, language: .preferred)
        : ComplianceText.text(findings, scenario: loaded.model.name, day: date, language: .preferred))
    let forbidden = findings.count { $0.finding.isForbidden }
    if strict, forbidden > 0 {
      throw Failure.Stop(status: .forbidden, message: Message.forbidden(forbidden)(.preferred))
    }
  }
}
