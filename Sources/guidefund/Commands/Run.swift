// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Quantities
import Reporting
import ScenarioFiles

/// Simulates a scenario and writes its run folder.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Simulate a scenario; write the run folder; print a short summary.", "模拟一个情景，写出结果文件夹并打印摘要。"
    ).preferred,
    discussion: Help.discussion(examples: ["run Scenarios/yangjiang-2025 --replicates 2000 --out runs/short"]))

  @Argument(
    help: .init("The scenario: a folder with scenario.yaml, or the file.", "情景：含 scenario.yaml 的文件夹，或文件。"),
    completion: .file())
  var scenario: String

  @Option(help: .init("The run folder; default runs/NAME.", "结果文件夹；默认 runs/名称。"), completion: .directory)
  var out: OutputFolder?

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var threads: ThreadOption

  @Option(help: .init("Run until this standard error is reached.", "一直模拟到达到这一标准误。", valueName: "[ENTITY:]METRIC=SE"))
  var precision: String?

  @Flag(help: .init("Write CSV for Excel: with a byte-order mark and CRLF.", "写出适合 Excel 的 CSV（BOM 与 CRLF）。"))
  var excel = false

  @Flag(help: .init("Simulate nothing where a forbidden rule is broken; end with 3.", "违反禁止性规定时不模拟，退出码 3。"))
  var strict = false

  @Flag(help: .init("Replace an existing run folder.", "替换已有的结果文件夹。"))
  var force = false

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let loaded = try ScenarioFile.load(scenario, metrics: .known, sets: options.settings)
    for warning in loaded.warnings { Terminal.writeError(warning.text(.preferred) + "\n") }
    if strict { try Compliance(loaded).refuseForbidden() }
    var simulator = Simulator(loaded: loaded, isForExcel: excel, width: threads.width)
    simulator.precision = try precision.map { try Simulator.precision($0, of: loaded) }
    let folder = out?.path ?? "runs/\(Run.name(of: scenario))"
    try RunFolder.check(folder, force: force)
    let contents = try await simulator.run(paths: [scenario, folder])
    for warning in contents.warnings.dropFirst(loaded.statedWarnings.count) {
      Terminal.writeError(warning.preferred + "\n")
    }
    // The folder takes its name when everything is said: where that fails, nothing lies there.
    try RunFolder.write(contents, to: folder, force: force, excel: excel) { () throws(ReportFailure) in
      try Terminal.write(RunSummary.text(contents, folder: folder, language: .preferred))
    }
  }

  /// The name of a scenario: that of its folder, or of the file where it is not called `scenario.yaml`.
  static func name(of path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard ["yaml", "yml"].contains(url.pathExtension) else { return url.lastPathComponent }
    let last = url.deletingPathExtension().lastPathComponent
    return last == "scenario" ? url.deletingLastPathComponent().lastPathComponent : last
  }
}
