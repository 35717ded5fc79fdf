// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Compares loaded scenarios and gathers what their folder holds; `compare` and `verify` go the same way.
struct Comparer {
  /// The scenarios with their names in the table.
  var designs: [(name: String, scenario: LoadedScenario)]
  /// The position of the one that the others are compared with.
  var baseline: Int
  var width: Int

  /// What a comparison gives.
  struct Finished {
    var rows: [ComparisonRow]
    var contents: RunContents
    /// The outcomes of the designs, in their order.
    var outcomes: [DesignOutcome]
  }

  /// Runs all designs, with a progress bar on a terminal.
  func run(paths: [String]) async throws -> Finished {
    let start = Date()
    let first = designs[0].scenario.model.run
    let bar = ProgressBar()
    defer { bar.finish() }
    let resolved = try resolved()
    try Simulator.checkMemory(first.replicates, width: width) { resolved }
    let outcomes = try await Ensemble(resolved).run(count: first.replicates, width: width) {
      bar.update($0, of: first.replicates)
    }
    let rows = Comparison.rows(outcomes, names: designs.map(\.name), baseline: baseline)
    guard !rows.isEmpty else { throw Failure.Stop(status: .invalid, message: Message.nothingInCommon(.preferred)) }
    let seconds = Date().timeIntervalSince(start)
    let environment = Surroundings.environment(threads: width, started: start, seconds: seconds, paths: paths)
    return Finished(rows: rows, contents: contents(rows, outcomes, environment), outcomes: outcomes)
  }

  /// The designs with one seed, else there is nothing to pair; the number of replicates is the first one's too.
  private func resolved() throws -> [ResolvedDesign] {
    try designs.map { design in
      var model = design.scenario.model
      model.run.seed = designs[0].scenario.model.run.seed
      return try ResolvedDesign(model, register: design.scenario.register)
    }
  }

  private func contents(
    _ rows: [ComparisonRow], _ outcomes: [DesignOutcome], _ environment: RunEnvironment
  ) -> RunContents {
    let first = designs[0].scenario
    let entries = designs.enumerated().map { "\($0 + 1)/\($1.scenario.origin.entry)" }
    var request = RunRequest(
      entry: entries[0], sets: first.origin.sets, seed: first.model.run.seed, replicates: first.model.run.replicates)
    request.comparison = ComparisonRequest(
      designs: zip(designs, entries).map { .init(name: $0.name, entry: $1) }, baseline: baseline)
    return RunContents(
      scenario: Message.comparison(designs.map(\.scenario.model.name)), outcomes: [], register: register,
      inputs: inputs,
      request: request, time: first.model.time, riskLevels: [],
      warnings: designs.flatMap { $0.scenario.statedWarnings }, version: Program.version, environment: environment,
      additional: [ComparisonTable(rows)], compared: Array(zip(designs.map(\.name), outcomes)))
  }

  /// The parameters of all designs, each with the name of its design before its path.
  private var register: [Parameter] {
    designs.flatMap { design in
      design.scenario.register.map { parameter in
        var parameter = parameter
        parameter.path = "\(design.name):\(parameter.path)"
        return parameter
      }
    }
  }

  /// The files of every design in a folder of its own, numbered from 1.
  private var inputs: [InputCopy] {
    designs.enumerated().flatMap { number, design in
      design.scenario.origin.files.map { InputCopy(path: "\(number + 1)/\($0.path)", bytes: $0.bytes) }
    }
  }
}

extension Comparer {
  /// The comparison that a folder holds, to be made again from its copies.
  init(replaying request: RunRequest, _ comparison: ComparisonRequest, in folder: String, width: Int) throws {
    var inputs = Inputs()
    let loaded = comparison.designs.enumerated().map { number, design in
      inputs.read { () throws(ScenarioRejected) in
        try ScenarioFile.load(
          RunFolder.input(design.entry, in: folder), metrics: .known, sets: request.sets,
          within: RunFolder.input("\(number + 1)", in: folder))
      }
    }
    try inputs.check()
    self.init(
      designs: zip(comparison.designs, loaded.compactMap(\.self)).map { ($0.name, $1) }, baseline: comparison.baseline,
      width: width)
  }
}
