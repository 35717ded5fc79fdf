// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The exit codes of the interface, and that nothing lies under the final name unless all went well.
@Suite struct ExitCodeTests {
  @Test(
    "bad arguments are refused with 2",
    arguments: [
      ["nonsense"], ["run"], ["run", "Scenarios/by-hand", "more"], ["run", "Scenarios/by-hand", "--threads", "0"],
      ["run", "Scenarios/by-hand", "--replicates", "0"], ["run", "Scenarios/by-hand", "--seed", "x"],
      ["run", "Scenarios/by-hand", "--language", "fr"], ["run", "Scenarios/by-hand", "--set", "run.seed"],
      ["run", "Scenarios/by-hand", "--set", "run.nonsense=1"], ["run", "Scenarios/by-hand", "--set", "run.seed=many"],
      ["run", "Scenarios/by-hand", "--precision", "nonsense=1"], ["run", "Scenarios/by-hand", "--precision", "tvpi=0"],
      ["explain", "runs/x"], ["explain", "runs/x", "--replicate", "1", "--at-quantile", "tvpi=0.5"],
      ["compare", "Scenarios/by-hand"], ["compare", "Scenarios/by-hand", "Scenarios/pacing"],
      ["compare", "Scenarios/by-hand", "Scenarios/by-hand", "--baseline", "elsewhere"],
      ["measure", "Scenarios/examples/flows.csv", "--rate", "8"],
      ["measure", "Scenarios/examples/flows.csv", "--day-count", "act/999"],
    ])
  func badArguments(arguments: [String]) async throws {
    let place = try Workspace()
    try link("Scenarios", in: place)
    let finished = try await CommandLineProgram.run(arguments, in: place.folder)
    #expect(finished.status == 2 && finished.output.isEmpty && !finished.errors.isEmpty)
    #expect(place.names == ["Scenarios"])
  }

  @Test(
    "a named input that is missing is 2",
    arguments: [
      ["run", "nowhere"], ["validate", "nowhere"], ["verify", "nowhere"], ["explain", "nowhere", "--replicate", "0"],
      ["measure", "nowhere"], ["waterfall", "nowhere", "nowhere.csv"], ["compare", "nowhere", "nowhere"],
      ["measure", "Scenarios/examples/flows.csv", "--index", "nowhere"], ["verify", "Scenarios/by-hand"],
      ["waterfall", "Scenarios/examples/terms.yaml", "nowhere"], ["compare", "Scenarios/by-hand", "nowhere"],
    ])
  func missingInput(arguments: [String]) async throws {
    let finished = try await CommandLineProgram.run(arguments)
    #expect(finished.status == 2 && finished.output.isEmpty)
    let name = arguments.contains { $0.hasPrefix("nowhere") } ? "nowhere" : "by-hand"
    #expect(finished.errors.contains(name))
  }

  @Test("several missing inputs are told at once")
  func missingInputs() async throws {
    let waterfall = try await CommandLineProgram.run(["waterfall", "no-terms.yaml", "no-flows.csv"])
    #expect(waterfall.errors.contains("no-terms.yaml") && waterfall.errors.contains("no-flows.csv"))
    let measure = try await CommandLineProgram.run(["measure", "no-flows.csv", "--index", "no-index.csv"])
    #expect(measure.errors.contains("no-index.csv") && measure.errors.contains("no-flows.csv"))
  }

  @Test("an output that cannot be written is 5 and leaves nothing", arguments: ["run", "compare"])
  func unwritable(command: String) async throws {
    let place = try Workspace()
    try place.write("in the way", to: "file")
    // So many replicates would take days: the folder is tried before anything is simulated.
    let scenarios = Array(repeating: "Scenarios/by-hand", count: command == "run" ? 1 : 2)
    let arguments = [command] + scenarios + ["--replicates", "1000000000"]
    for out in ["file", "file/new/out", "/proc/guidefund/out"] {
      let path = out.hasPrefix("/") ? out : place.path(out)
      let finished = try await CommandLineProgram.run(arguments + ["--out", path])
      #expect(finished.status == 5 && !finished.wasKilled, "\(out): \(finished.errors)")
      #expect(finished.output.isEmpty && finished.errors.contains(out.hasPrefix("/") ? "/proc" : "file"))
    }
    #expect(place.names == ["file"])
  }

  @Test("what exists is left alone with 5, and replaced when told to")
  func existing() async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    let before = try RunFolderSnapshot(place.path("out"))
    let again = ["run", "Scenarios/by-hand", "--seed", "9", "--out", place.path("out")]
    let refused = try await CommandLineProgram.run(again + ["--replicates", "1000000000"])
    #expect(refused.status == 5 && refused.errors.contains("--force"))
    #expect(try RunFolderSnapshot(place.path("out")) == before)
    let replaced = try await CommandLineProgram.run(again + ["--force"])
    #expect(replaced.status == 0)
    #expect(try place.text("out/manifest.json").contains("\"seed\": 9"))
    #expect(place.names.allSatisfy { $0.hasPrefix("out") })
  }

  @Test("a folder that is no run folder is never replaced")
  func foreignFolder() async throws {
    let place = try Workspace()
    try place.write("mine", to: "out/letter.txt")
    let finished = try await CommandLineProgram.run(
      ["run", "Scenarios/by-hand", "--force", "--out", place.path("out")])
    #expect(finished.status == 5)
    #expect(place.names == ["out", "out/letter.txt"])
  }

  @Test("the default output is runs/NAME; nothing else is printed on a pipe")
  func defaultOutput() async throws {
    let place = try Workspace()
    try link("Scenarios", in: place)
    let finished = try await CommandLineProgram.run(["run", "Scenarios/by-hand"], in: place.folder)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    #expect(place.names.contains("runs/by-hand/summary.csv") && !place.names.contains { $0.hasPrefix("runs/.") })
  }

  @Test(arguments: [["--version"], ["--help"], ["help", "run"], ["schema"]])
  func answers(arguments: [String]) async throws {
    let finished = try await CommandLineProgram.run(arguments)
    #expect(finished.status == 0 && finished.errors.isEmpty && !finished.output.isEmpty)
  }

  private func link(_ name: String, in place: Workspace) throws {
    try FileManager.default.createSymbolicLink(
      at: place.folder.appendingPathComponent(name),
      withDestinationURL: CommandLineProgram.root.appendingPathComponent(name))
  }
}
