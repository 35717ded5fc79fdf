// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Where and how a run was made: the only part of a run folder that differs between two runs of the same thing.
public struct RunEnvironment: Hashable, Sendable {
  /// `debug` or `release`.
  public var configuration: String
  /// The version of the compiler.
  public var compiler: String
  /// The version of the GNU Scientific Library.
  public var gsl: String
  /// Blocks worked on at a time.
  public var threads: Int
  /// When the run began, ISO 8601 with the offset from UTC.
  public var started: String
  /// Seconds that the simulation took.
  public var seconds: Double
  /// Processor and operating system.
  public var machine: String
  /// Where things lay: the scenario's file, the run folder.
  public var paths: [String]

  /// Where and how a run was made.
  public init(
    configuration: String, compiler: String, gsl: String, threads: Int, started: String, seconds: Double,
    machine: String, paths: [String]
  ) {
    self.configuration = configuration
    self.compiler = compiler
    self.gsl = gsl
    self.threads = threads
    self.started = started
    self.seconds = seconds
    self.machine = machine
    self.paths = paths
  }

  var json: JSONValue {
    .record([
      "configuration": .text(configuration), "compiler": .text(compiler), "gsl": .text(gsl),
      "threads": .whole(threads), "started": .text(started), "seconds": .real(seconds), "machine": .text(machine),
      "paths": .texts(paths),
    ])
  }
}
