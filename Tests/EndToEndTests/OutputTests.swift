// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Standard output that cannot be written is a failure of output, and leaves nothing behind.
@Suite struct OutputTests {
  static let commands = [
    ["--help"], ["--version"], ["schema"], ["validate", "Scenarios/by-hand"], ["check", "Scenarios/by-hand"],
    ["measure", "Scenarios/examples/flows.csv"], ["verify", "$W/run"], ["explain", "$W/run", "--replicate", "0"],
    ["waterfall", "Scenarios/examples/terms.yaml", "Scenarios/examples/fund-flows.csv"],
    ["compare", "Scenarios/by-hand", "Scenarios/by-hand", "--out", "$W/out"],
    ["run", "Scenarios/by-hand", "--out", "$W/new/out"],
  ]

  /// Runs a command in a shell that says where its output goes: `%` stands for the command. Its temporary files lie in
  /// the workspace.
  private func run(_ command: [String], _ line: String, in place: Workspace) async throws -> CommandLineProgram.Finished
  {
    try FileManager.default.createDirectory(atPath: place.path("tmp"), withIntermediateDirectories: true)
    if command.contains("$W/run") { try await place.run("by-hand", out: "run") }
    let words = ([CommandLineProgram.path] + command).map { "\"\($0)\"" }.joined(separator: " ")
    return try await CommandLineProgram.run(
      ["-c", line.replacingOccurrences(of: "%", with: words)],
      environment: ["W": place.folder.path, "TMPDIR": place.path("tmp")], program: "/bin/sh")
  }

  /// What lies in the workspace besides a run that was there before.
  private func names(_ place: Workspace) -> [String] { place.names.filter { !$0.hasPrefix("run") } }

  @Test("a full disk is 5 with a message", arguments: commands)
  func full(command: [String]) async throws {
    let place = try Workspace()
    let finished = try await run(command, "% > /dev/full", in: place)
    #expect(finished.status == 5 && !finished.wasKilled)
    #expect(finished.errors == "stdout: cannot be written: No space left on device\n")
    #expect(names(place) == ["tmp"])
  }

  @Test("a closed output is 5 with a message", arguments: commands)
  func closed(command: [String]) async throws {
    let place = try Workspace()
    let finished = try await run(command + ["--language", "zh"], "% >&-", in: place)
    #expect(finished.status == 5 && !finished.wasKilled)
    #expect(finished.errors.hasPrefix("stdout：无法写入：") && names(place) == ["tmp"], "\(finished.errors)")
  }

  @Test("a table that outgrows what the disk has for it is 5 with a message", arguments: ["1", "2"])
  func outgrown(threads: String) async throws {
    let place = try Workspace()
    let command = ["run", "Scenarios/benchmark", "--replicates", "20000", "--threads", threads, "--out", "$W/new/out"]
    // Room for half a megabyte: a quarter of the table, more than the pieces of it that are made first.
    let finished = try await run(command, "trap '' XFSZ; ulimit -f 1000; %", in: place)
    #expect(finished.status == 5 && !finished.wasKilled)
    #expect(finished.errors.contains("replicates.csv") && finished.errors.contains("File too large"))
    #expect(names(place) == ["tmp"])
  }

  @Test("a pipe whose reader has gone is 5 without a word", arguments: commands)
  func brokenPipe(command: [String]) async throws {
    let place = try Workspace()
    // The reader is gone before the command begins.
    let writer = "while [ ! -s \"$W/gone\" ]; do sleep 0.01; done; %; echo $? > \"$W/status\""
    let finished = try await run(command, "{ \(writer); } | { exec <&-; echo yes > \"$W/gone\"; }", in: place)
    #expect(try place.text("status") == "5\n" && finished.errors.isEmpty, "\(finished.errors)")
    #expect(names(place) == ["gone", "status", "tmp"])
  }

  @Test("a closed standard error changes nothing", arguments: ["2>&-", "2>/dev/full"])
  func withoutErrors(redirection: String) async throws {
    let place = try Workspace()
    let refused = try await run(["run", "nowhere"], "% \(redirection)", in: place)
    #expect(refused.status == 2)
    let done = try await run(["run", "Scenarios/by-hand", "--out", "$W/out"], "% \(redirection)", in: place)
    #expect(done.status == 0 && place.names.contains("out/manifest.json"))
  }
}
