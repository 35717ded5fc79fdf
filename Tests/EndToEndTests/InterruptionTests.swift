// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Ctrl-C ends a run with 130 and leaves nothing behind.
@Suite struct InterruptionTests {
  /// A run that would take minutes, of little memory.
  static let endless = [
    "run", "Scenarios/yangjiang-2025", "--replicates", "2000000", "--set", "outputs.replicate_entities=[funds]",
    "--set", "outputs.replicate_metrics=[tvpi]",
  ]

  @Test("while it simulates")
  func simulating() async throws {
    let place = try Workspace()
    let finished = try await CommandLineProgram.run(Self.endless + ["--out", place.path("new/out")]) { process in
      try await Task.sleep(for: .seconds(1.5))
      process.interrupt()
    }
    #expect(finished.status == 130 && !finished.wasKilled && finished.output.isEmpty)
    #expect(finished.errors == "Interrupted; nothing was written.\n")
    #expect(place.names.isEmpty)
  }

  @Test("a folder that was to be replaced stays as it was")
  func replacing() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    let before = try RunFolderSnapshot(place.path("out"))
    let finished = try await CommandLineProgram.run(Self.endless + ["--force", "--out", place.path("out")]) { process in
      try await Task.sleep(for: .seconds(1.5))
      process.terminate()
    }
    #expect(finished.status == 130 && !finished.wasKilled)
    #expect(try RunFolderSnapshot(place.path("out")) == before)
    #expect(place.names.allSatisfy { $0.hasPrefix("out") })
  }

  @Test("while it writes: either nothing is there, or all of it")
  func writing() async throws {
    let place = try Workspace()
    let replicates = CommandLineProgram.release == nil ? "3000" : "60000"
    let command = ["run", "Scenarios/benchmark", "--replicates", replicates, "--out", place.path("out")]
    let finished = try await CommandLineProgram.run(command) { process in
      while process.isRunning, place.names.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
      process.interrupt()
    }
    if finished.status == 130 {
      #expect(place.names.isEmpty)
    } else {
      // The run was complete before the signal arrived.
      #expect(finished.status == 0 && place.names.contains("out/manifest.json"))
      let verified = try await CommandLineProgram.run(["verify", place.path("out")])
      #expect(verified.status == 0)
    }
  }
}
