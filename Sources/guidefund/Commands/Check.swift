// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles

/// Says how the rules of law stand for a scenario.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Judge a scenario by the rules of law: clause, place and cure of every breach.",
      "按法规检查情景：逐条列出所违反的条款、位置与改正办法。"
    ).preferred,
    discussion: Help.discussion(
      BilingualText(
        "Rules are judged by the law of the scenario's own time; --date names another day.",
        "按情景当时的规定检查；--date 指定其他日期。"),
      examples: [
        "check Scenarios/yangjiang-2025", "check Scenarios/yangjiang-2025 --date 2026-01-01 --json",
      ]))

  @Argument(
    help: .init("The scenario: a folder with scenario.yaml, or the file.", "情景：含 scenario.yaml 的目录或文件。"),
    completion: .file())
  var scenario: String

  @Option(help: .init("Judge by the law of this day.", "按这一天的规定检查。", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @OptionGroup var setting: SettingOption

  @Flag(help: .init("End with 3 where a forbidden rule is broken.", "违反禁止性规定时退出码为 3。"))
  var strict = false

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let loaded = try ScenarioFile.load(scenario, metrics: .known, sets: setting.sets)
    for warning in loaded.warnings { Terminal.writeError(warning.text(.preferred) + "\n") }
    let compliance = Compliance(loaded)
    let findings = compliance.located(on: date)
    try Terminal.write(
      json
        ? ComplianceText.json(findings, language: .preferred)
        : ComplianceText.text(findings, scenario: loaded.model.name, day: date, language: .preferred))
    let forbidden = findings.count { $0.finding.isForbidden }
    if strict, forbidden > 0 {
      throw Failure.Stop(status: .forbidden, message: Message.forbidden(forbidden)(.preferred))
    }
  }
}
