// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import ScenarioFiles

/// Options that change what is simulated; they become settings over the scenario, so that a run folder can be replayed
/// from its inputs alone.
struct ScenarioOptions: ParsableArguments {
  @Option(help: "The key of all random numbers.")
  var seed: UInt64?

  @Option(help: "How many times the design is simulated.")
  var replicates: Int?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("A scenario field with another value.", valueName: "PATH=VALUE"))
  var sets: [String] = []

  mutating func validate() throws {
    if let replicates, replicates < 1 { throw ValidationError("--replicates must be at least 1") }
  }

  /// All settings in turn.
  var settings: [String] {
    sets + (seed.map { ["run.seed=\($0)"] } ?? []) + (replicates.map { ["run.replicates=\($0)"] } ?? [])
  }
}

/// How many blocks are worked on at a time.
struct ThreadOption: ParsableArguments {
  @Option(help: "Worker threads; changes nothing but the time it takes.")
  var threads: Int?

  /// Blocks worked on at a time: as asked, else one a processor.
  var width: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be 1 to 1024") }
  }
}
