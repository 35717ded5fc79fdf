// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Quantities
import ScenarioFiles

/// Values of a scenario's fields that the command line changes.
struct SettingOption: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: .init("A scenario field with another value.", "情景中某一项改取的值。", valueName: "PATH=VALUE"))
  var sets: [String] = []
}

/// The path of a folder to write.
struct OutputFolder: ExpressibleByArgument {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }
}

/// Options that change what is simulated; they become settings over the scenario, so that a run folder can be replayed
/// from its inputs alone.
struct ScenarioOptions: ParsableArguments {
  @Option(help: .init("The key of all random numbers.", "随机数种子。"))
  var seed: UInt64?

  @Option(help: .init("How many times the design is simulated.", "模拟次数。"))
  var replicates: Int?

  @OptionGroup var setting: SettingOption

  mutating func validate() throws {
    if let replicates, replicates < 1 { throw ValidationError(Message.tooFewReplicates.preferred) }
  }

  /// All settings in turn.
  var settings: [String] {
    setting.sets + (seed.map { ["run.seed=\($0)"] } ?? []) + (replicates.map { ["run.replicates=\($0)"] } ?? [])
  }
}

/// How many blocks are worked on at a time.
struct ThreadOption: ParsableArguments {
  @Option(help: .init("Worker threads; changes nothing but the time it takes.", "线程数；只影响用时。"))
  var threads: Int?

  /// Blocks worked on at a time: as asked, else one a processor.
  var width: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError(Message.badThreads.preferred) }
  }
}
