// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Measures
import NumericalCore
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Simulates a loaded scenario and gathers what a run folder holds; `run` and `verify` go the same way.
struct Simulator {
  var loaded: LoadedScenario
  var precision: Precision?
  var isForExcel = false
  var width: Int

  /// Runs all replicates, with a progress bar on a terminal.
  func run(paths: [String]) async throws -> RunContents {
    let start = Date()
    let bar = ProgressBar()
    defer { bar.finish() }
    try Self.checkMemory(loaded.model.run.replicates, width: width) {
      try ResolvedDesign.all(loaded.model, register: loaded.register)
    }
    let experiment = try Experiment(loaded.model, register: loaded.register)
    let outcomes = try await experiment.run(width: width, precision: precision) { bar.update($0, of: $1) }
    let targets = try await experiment.targets(after: outcomes[0], width: width) { bar.update($0, of: $1) }
    let seconds = Date().timeIntervalSince(start)
    var request = RunRequest(
      entry: loaded.origin.entry, sets: loaded.origin.sets, seed: loaded.model.run.seed,
      replicates: loaded.model.run.replicates, precision: precision)
    request.excel = isForExcel
    return RunContents(
      scenario: loaded.model.name, outcomes: outcomes, register: loaded.register,
      inputs: loaded.origin.files.map { InputCopy(path: $0.path, bytes: $0.bytes) }, request: request,
      time: loaded.model.time, riskLevels: loaded.model.outputs.riskLevels.map(\.value.fraction),
      warnings: loaded.statedWarnings + warnings(outcomes[0]),
      findings: Compliance(loaded).findings(after: outcomes), targets: targets, assessment: loaded.model.assessment,
      version: Program.version,
      environment: Surroundings.environment(threads: width, started: start, seconds: seconds, paths: paths),
      additional: try counterfactuals(outcomes) + projects(experiment))
  }

  /// Refuses a run whose headline numbers alone, kept for every replicate and sorted as many columns at a time as there are
  /// threads, would not leave a fifth of the memory free.
  static func checkMemory(_ replicates: Int, width: Int, of designs: () throws -> [ResolvedDesign]) throws {
    // Fewer fit everywhere, and need no second look at the designs.
    guard replicates > 1_000_000 else { return }
    let columns = try designs().reduce(0) { $0 + $1.headlineColumns.count }
    let copies = DesignReport.copiesOfColumn * min(width, columns)
    let needed = Double(replicates) * Double((columns + copies) * MemoryLayout<Double>.stride)
    let there = Double(ProcessInfo.processInfo.physicalMemory)
    guard needed > 0.8 * there else { return }
    let message = Message.tooMuchMemory(replicates: replicates, needed: needed, there: there)
    throw Failure.Stop(status: .invalid, message: message(.preferred))
  }

  /// The lives of the projects of the replicates that the scenario wants to be written.
  private func projects(_ experiment: Experiment) throws -> [any Table] {
    guard let promotion = loaded.model.promotion, !loaded.model.outputs.projectReplicates.isEmpty else { return [] }
    return [
      ProjectTable(try experiment.projectLives(), labels: ProjectLabels(promotion), time: loaded.model.time)
    ]
  }

  /// What is to be known of the precision that was wanted.
  private func warnings(_ outcome: DesignOutcome) -> [BilingualText] {
    guard let precision else { return [] }
    guard precision.isReached(by: outcome) else {
      return [Message.precisionMissed(precision, by: outcome, limit: Precision.limit(for: loaded.model.run.replicates))]
    }
    guard let share = precision.heaviestShare(in: outcome), share > Precision.doubtfulShare else { return [] }
    return [Message.precisionDoubtful(precision, share: share)]
  }

  /// What each derived plan lacks, against the base design: the price of a concession, what a fund brought.
  private func counterfactuals(_ outcomes: [DesignOutcome]) -> [any Table] {
    guard outcomes.count > 1 else { return [] }
    let names = ["base"] + outcomes.dropFirst().map { String($0.labels.prefix.dropLast()) }
    let leverages = CausalLeverage.all(outcomes, of: loaded.model)
    let comparison = ComparisonTable(Comparison.rows(outcomes, names: names, baseline: 0))
    guard !leverages.isEmpty else { return [comparison] }
    return [comparison, LeverageTable(leverages, assumptions: CausalLeverage.assumptions(loaded.register))]
  }

  /// A wish for precision as users write it: `[ENTITY:]METRIC=SE`; without an entity the first that has the metric.
  static func precision(
    _ text: String, of loaded: LoadedScenario, below limit: Double = .infinity, otherwise problem: BilingualText? = nil
  ) throws -> Precision {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard sides.count == 2, let error = Double(sides[1]), error > 0, error < limit else {
      throw Failure.Stop(status: .invalid, message: (problem ?? Message.badPrecision(text))(.preferred))
    }
    let names = sides[0].split(separator: ":", maxSplits: 1).map(String.init)
    let design = try ResolvedDesign(loaded.model, register: loaded.register)
    let columns = design.headlineColumns.filter { !$0.metric.isCategory }
    let match = columns.first { $0.metric.name == names.last && (names.count == 1 || $0.entity == names[0]) }
    guard let match else {
      let known = Array(Set(columns.map { names.count == 1 ? $0.metric.name : "\($0.entity):\($0.metric.name)" }))
        .sorted()
      throw Failure.Stop(status: .invalid, message: Message.noSuchMetric(String(sides[0]), known)(.preferred))
    }
    return Precision(entity: match.entity, metric: match.metric, standardError: error)
  }
}

extension LoadedScenario {
  /// The warnings as a run folder states them.
  var statedWarnings: [BilingualText] {
    warningsOfCopies.map { BilingualText($0.text(.english), $0.text(.chinese)) }
  }
}
