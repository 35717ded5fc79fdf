// SPDX-License-Identifier: GPL-3.0-or-later

/// Which program made a run.
public struct ProgramVersion: Hashable, Sendable {
  /// The version of the program.
  public var program: String
  /// Rises when any published number moves.
  public var results: Int
  /// The version of the build, such as a release tag; nothing of the machine that built it.
  public var build: String

  /// Which program made a run.
  public init(program: String, results: Int, build: String) {
    self.program = program
    self.results = results
    self.build = build
  }
}
