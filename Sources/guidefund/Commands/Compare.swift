// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Experiments
import Foundation
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Compares designs on common random numbers.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare designs on common random numbers: paired differences with their limits.",
    discussion: """
      用相同的随机数比较多个方案:配对差异、置信界、更优概率与方差缩减倍数。

      Example:
        guidefund compare Scenarios/benchmark Scenarios/benchmark-hurdle-6 \\
          --replicates 2000
      """)

  @Argument(help: "Two or more scenarios: folders or files.", completion: .file())
  var scenarios: [String]

  @Option(help: "The scenario that the others are compared with; default the first.")
  var baseline: String?

  @Option(help: "A folder for compare.csv and what belongs to it.", completion: .directory)
  var out: String?

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var threads: ThreadOption

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Replace an existing folder.")
  var force = false

  @OptionGroup var language: LanguageOption

  mutating func validate() throws {
    guard scenarios.count >= 2 else { throw ValidationError("compare needs two or more scenarios") }
    if let baseline, !scenarios.contains(baseline) {
      throw ValidationError("the baseline '\(baseline)' is none of the scenarios")
    }
  }

  func run() async throws {
    if let out { try RunFolder.check(out, force: force) }
    let start = Date()
    let loaded = try load()
    let first = loaded[0].model.run
    let designs = try loaded.map { scenario in
      // One seed and one number of replicates for all, else there is nothing to pair.
      var model = scenario.model
      model.run.seed = first.seed
      return try ResolvedDesign(model, register: scenario.register)
    }
    let bar = ProgressBar()
    let width = threads.threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    let outcomes = try await Ensemble(designs).run(count: first.replicates, width: width) {
      bar.update($0, of: first.replicates)
    }
    bar.finish()
    let position = baseline.flatMap { scenarios.firstIndex(of: $0) } ?? 0
    let rows = Comparison.rows(outcomes, names: names, baseline: position)
    guard !rows.isEmpty else { throw Failure.Stop(status: .invalid, message: Message.nothingInCommon(.preferred)) }
    if let out { try write(rows, loaded, seconds: Date().timeIntervalSince(start), start: start, to: out) }
    Terminal.write(json ? ComparisonText.json(rows) : ComparisonText.table(rows, language: .preferred))
    if !json { warnOfBrokenRules(loaded) }
  }

  /// Says which designs break rules of law: a comparison must not hide it.
  private func warnOfBrokenRules(_ loaded: [LoadedScenario]) {
    for (name, scenario) in zip(names, loaded) {
      let findings = Compliance(scenario).findings()
      if let warning = ComplianceText.warning(findings, language: .preferred) {
        Terminal.write("\(name): \(warning)\n")
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

  /// Names of the folders; the path where two folders have the same name.
  private var names: [String] {
    let short = scenarios.map { Run.name(of: $0) }
    return short.indices.map { index in
      short.filter { $0 == short[index] }.count == 1 ? short[index] : "\(short[index])#\(index + 1)"
    }
  }

  private func write(
    _ rows: [ComparisonRow], _ loaded: [LoadedScenario], seconds: Double, start: Date, to folder: String
  ) throws {
    let model = loaded[0].model
    let inputs = loaded.enumerated().flatMap { number, scenario in
      scenario.origin.files.map { InputCopy(path: "\(number + 1)/\($0.path)", bytes: $0.bytes) }
    }
    let request = RunRequest(
      entry: "1/\(loaded[0].origin.entry)", sets: options.settings, seed: model.run.seed,
      replicates: model.run.replicates)
    let contents = RunContents(
      scenario: model.name, outcomes: [], register: loaded[0].register, inputs: inputs, request: request,
      time: model.time, riskLevels: [], version: Program.version,
      environment: Surroundings.environment(
        threads: threads.threads ?? ProcessInfo.processInfo.activeProcessorCount, started: start, seconds: seconds,
        paths: scenarios + [folder]),
      additional: [ComparisonTable(rows)])
    _ = try RunFolder.write(contents, to: folder, force: force, excel: false)
  }
}
