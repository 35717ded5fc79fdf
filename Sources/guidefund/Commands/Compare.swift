// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Experiments
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Compares designs on common random numbers.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Compare designs on common random numbers: paired differences with their limits.", "用相同的随机数比较多个方案：配对差异及其置信界。"
    ).preferred,
    discussion: Help.discussion(
      examples: ["compare Scenarios/benchmark Scenarios/benchmark-hurdle-6 \\\n    --replicates 2000"]))

  @Argument(help: .init("Two or more scenarios: folders or files.", "两个或更多情景：文件夹或文件。"), completion: .file())
  var scenarios: [String]

  @Option(help: .init("The scenario that the others are compared with; default the first.", "作为基准的情景；默认第一个。"))
  var baseline: String?

  @Option(
    help: .init("A folder for compare.csv and what belongs to it.", "存放 compare.csv 及其输入的文件夹。"), completion: .directory)
  var out: OutputFolder?

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var threads: ThreadOption

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @Flag(help: .init("Replace an existing folder.", "替换已有的文件夹。"))
  var force = false

  @OptionGroup var language: LanguageOption

  mutating func validate() throws {
    guard scenarios.count >= 2 else { throw ValidationError(Message.tooFewScenarios.preferred) }
    if let baseline, !scenarios.contains(baseline) {
      throw ValidationError(Message.noSuchBaseline(baseline, among: scenarios).preferred)
    }
  }

  func run() async throws {
    let comparer = Comparer(
      designs: Array(zip(names, try load())), baseline: baseline.flatMap { scenarios.firstIndex(of: $0) } ?? 0,
      width: threads.width)
    for warning in comparer.designs.flatMap(\.scenario.warnings) {
      Terminal.writeError(warning.text(.preferred) + "\n")
    }
    if let out { try RunFolder.check(out.path, force: force) }
    let finished = try await comparer.run(paths: scenarios + (out.map { [$0.path] } ?? []))
    guard let out else { return try tell(finished, comparer) }
    // A folder takes its name when everything is said: where that fails, nothing lies there.
    try RunFolder.write(finished.contents, to: out.path, force: force, excel: false) { () throws(ReportFailure) in
      try tell(finished, comparer)
    }
  }

  private func tell(_ finished: Comparer.Finished, _ comparer: Comparer) throws(ReportFailure) {
    try Terminal.write(
      json ? ComparisonText.json(finished.rows) : ComparisonText.table(finished.rows, language: .preferred))
    guard !json else { return }
    try tellUnshared(finished.outcomes, comparer)
    try tellChanges(comparer)
    try warnOfBrokenRules(comparer.designs.map(\.scenario), finished)
  }

  private func tellUnshared(_ outcomes: [DesignOutcome], _ comparer: Comparer) throws(ReportFailure) {
    let base = comparer.baseline
    for position in outcomes.indices where position != base {
      for (one, other) in [(base, position), (position, base)] {
        let names = Comparison.recorded(in: outcomes[one], butNotIn: outcomes[other])
        try Terminal.write(
          ComparisonText.unshared(names, of: comparer.designs[one].name, language: .preferred))
      }
    }
  }

  private func tellChanges(_ comparer: Comparer) throws(ReportFailure) {
    let designs = comparer.designs.map { (name: $0.name, register: $0.scenario.register) }
    for position in designs.indices where position != comparer.baseline {
      try Terminal.write(ChangesText(designs[position], against: designs[comparer.baseline]).text(.preferred))
    }
  }

  /// Says which designs break rules of law, those that judge results by the replicates: a comparison must not hide it.
  private func warnOfBrokenRules(
    _ loaded: [LoadedScenario], _ finished: Comparer.Finished
  ) throws(ReportFailure) {
    for (position, (name, scenario)) in zip(names, loaded).enumerated() {
      let findings = Compliance(scenario).findings(after: [finished.outcomes[position]])
      if let warning = ComplianceText.warning(findings, language: .preferred) {
        try Terminal.write("\(name): \(warning)\n")
      }
    }
  }

  /// Every problem of every file at once.
  private func load() throws -> [LoadedScenario] {
    var inputs = Inputs()
    let all = scenarios.compactMap { path in
      inputs.read { () throws(ScenarioRejected) in
        try ScenarioFile.load(path, metrics: .known, sets: options.settings)
      }
    }
    try inputs.check()
    return all
  }

  /// Names of the folders, with the place among the arguments where two have the same name.
  private var names: [String] {
    let short = scenarios.map { Run.name(of: $0) }
    return short.indices.map { index in
      short.filter { $0 == short[index] }.count == 1 ? short[index] : "\(short[index])#\(index + 1)"
    }
  }
}
