// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The exit codes of the interface, and that nothing lies under the final name unless all went well.
@Suite struct ExitCodeTests {
  static let mistakes = [
    ["nonsense"], ["run"], ["run", "Scenarios/by-hand", "more"], ["run", "Scenarios/by-hand", "more", "and more"],
    ["run", "Scenarios/by-hand", "--threads", "0"], ["run", "Scenarios/by-hand", "--sed", "7"],
    ["run", "Scenarios/by-hand", "--nonsense"], ["run", "Scenarios/by-hand", "--force=3"],
    ["run", "Scenarios/by-hand", "--replicates", "0"], ["run", "Scenarios/by-hand", "--seed", "x"],
    ["run", "Scenarios/by-hand", "--seed"], ["run", "Scenarios/by-hand", "--language"],
    ["run", "Scenarios/by-hand", "--language", "fr"], ["run", "Scenarios/by-hand", "--set", "run.seed"],
    ["run", "Scenarios/by-hand", "--set", "run.nonsense=1"], ["run", "Scenarios/by-hand", "--set", "run.seed=many"],
    ["run", "Scenarios/by-hand", "--precision", "nonsense=1"], ["run", "Scenarios/by-hand", "--precision", "tvpi=0"],
    ["explain", "runs/x"], ["explain", "runs/x", "--replicate", "1", "--at-quantile", "tvpi=0.5"],
    ["compare", "Scenarios/by-hand"], ["compare", "Scenarios/by-hand", "Scenarios/pacing"],
    ["compare", "Scenarios/by-hand", "Scenarios/by-hand", "--baseline", "elsewhere"],
    ["run", "Scenarios/by-hand", "--out", ""], ["validate", "Scenarios/by-hand", "--set", "run.nonsense=1"],
    ["compare", "Scenarios/by-hand", "Scenarios/by-hand", "--out", ""],
    ["measure", "Scenarios/examples/flows.csv", "--rate", "8"],
    ["measure", "Scenarios/examples/flows.csv", "--day-count", "act/999"],
    ["measure", "Scenarios/examples/flows.csv", "--nav", "nan"],
    ["measure", "Scenarios/examples/flows.csv", "--nav", "inf"],
    ["measure", "Scenarios/examples/flows.csv", "--nav=-1e15"],
  ]

  @Test("bad arguments are refused with 2", arguments: mistakes)
  func badArguments(arguments: [String]) async throws {
    let place = try Workspace()
    try link("Scenarios", in: place)
    let finished = try await CommandLineProgram.run(arguments, in: place.folder)
    #expect(finished.status == 2 && finished.output.isEmpty && !finished.errors.isEmpty)
    #expect(place.names == ["Scenarios"])
  }

  @Test("the refusal is in Chinese where that is the language", arguments: mistakes)
  func badArgumentsInChinese(arguments: [String]) async throws {
    let place = try Workspace()
    try link("Scenarios", in: place)
    let asked = try await CommandLineProgram.run(["--language", "zh"] + arguments, in: place.folder)
    let local = try await CommandLineProgram.run(arguments, environment: ["LANG": "zh_CN.UTF-8"], in: place.folder)
    #expect(asked.status == 2 && asked.output.isEmpty && local.status == 2)
    #expect(asked.errors == local.errors)
    let lines = asked.errors.split(separator: "\n")
    // A line may quote English words that the user wrote, but says something about them.
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(#/\p{Han}/#) }, "\(asked.errors)")
    #expect(!asked.errors.contains(#/(Error|Usage|Help|Missing|Unknown|invalid|unexpected)/#), "\(asked.errors)")
  }

  @Test(
    "a refusal names the argument, and what was perhaps meant",
    arguments: [
      (["run", "x", "--sed", "7"], "未知的选项 --sed；是否想写 --seed？"),
      (["run", "x", "--seed", "x"], "取值 x 不适用于 --seed <seed>"),
      (["run", "x", "y", "z"], "2 个多余的参数：y、z"), (["run"], "缺少参数 <scenario>"),
      (["run", "x", "--seed"], "--seed <seed> 缺少取值"),
      (["run", "x", "--language", "fr"], "取值 fr 不适用于 --language <language>；应为以下之一：en、zh"),
      (["run", "x", "--force=3"], "选项 --force 不带取值，却给出了 3"),
    ])
  func chineseRefusal(arguments: [String], message: String) async throws {
    let finished = try await CommandLineProgram.run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(finished.status == 2 && finished.errors.hasPrefix("错误：\(message)\n"), "\(finished.errors)")
  }

  @Test(
    "a word that is no command is refused as one",
    arguments: [
      (["valdate", "x"], "no command 'valdate'; did you mean 'validate'?"),
      (["help", "nothing"], "no command 'nothing'; guidefund --help lists them"),
    ])
  func noSuchCommand(arguments: [String], message: String) async throws {
    let finished = try await CommandLineProgram.run(arguments)
    #expect(finished.status == 2 && finished.errors == message + "\n" && finished.output.isEmpty)
  }

  @Test(
    "the wish for a language may stand anywhere; the last counts",
    arguments: [
      ["--language", "zh", "run"], ["run", "--language=zh"], ["--language", "en", "run", "--language", "zh"],
    ])
  func language(arguments: [String]) async throws {
    let finished = try await CommandLineProgram.run(arguments)
    #expect(finished.status == 2 && finished.errors.hasPrefix("错误：缺少参数 <scenario>\n"), "\(finished.errors)")
    let english = try await CommandLineProgram.run(
      arguments + ["--language", "en"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(english.errors.hasPrefix("Error: Missing expected argument '<scenario>'\n"))
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

  @Test("amounts that cannot be counted are 4, and named by their replicate", arguments: ["en", "zh"])
  func numericalFailure(language: String) async throws {
    let place = try Workspace()
    let law = SmallFund.fixed(1_000_000, years: 4).replacing("max_multiple: 100", with: "max_multiple: 1000000000")
    let investors = "{city: {class: city_fiscal, commitment: 100 万亿元, source_of_funds: general_budget}}"
    let text = SmallFund.text(law: law, fund: ["investors": investors]).replacing("2000 万元", with: "1000 亿元")
    try place.write(text, to: "vast/scenario.yaml")
    let finished = try await CommandLineProgram.run(
      ["run", place.path("vast"), "--out", place.path("out"), "--language", language])
    #expect(finished.status == 4 && !finished.wasKilled && finished.output.isEmpty, "\(finished.errors)")
    let words = language == "en" ? "replicate 0: ReplicateKernel: amounts too large" : "模拟序号 0：ReplicateKernel：金额过大"
    #expect(finished.errors.contains(words), "\(finished.errors)")
    #expect(!place.names.contains("out"))
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

  @Test("a run that no memory holds is refused before it begins", arguments: ["run", "compare"])
  func memory(command: String) async throws {
    let place = try Workspace()
    let scenarios = Array(repeating: "Scenarios/by-hand", count: command == "run" ? 1 : 2)
    let finished = try await CommandLineProgram.run(
      [command] + scenarios + ["--replicates", "1000000000", "--out", place.path("out"), "--language", "en"])
    #expect(finished.status == 2 && finished.errors.contains("GB of memory"), "\(finished.errors)")
    #expect(place.names.isEmpty)
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
    try place.write("{\"name\": \"my web page\"}", to: "out/manifest.json")
    let other = try await CommandLineProgram.run(["run", "Scenarios/by-hand", "--force", "--out", place.path("out")])
    #expect(other.status == 5 && other.errors.contains("manifest.json of guidefund"))
    #expect(place.names == ["out", "out/letter.txt", "out/manifest.json"])
  }

  @Test("nor is a run folder that somebody put a file into", arguments: ["run", "compare"])
  func sharedFolder(command: String) async throws {
    let place = try Workspace()
    try await place.run("by-hand")
    try place.write("mine", to: "out/inputs/letter.txt")
    let scenarios = Array(repeating: "Scenarios/by-hand", count: command == "run" ? 1 : 2)
    let finished = try await CommandLineProgram.run([command] + scenarios + ["--force", "--out", place.path("out")])
    #expect(finished.status == 5 && finished.errors.contains("out/inputs/letter.txt: "), "\(finished.errors)")
    #expect(try place.text("out/inputs/letter.txt") == "mine")
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
