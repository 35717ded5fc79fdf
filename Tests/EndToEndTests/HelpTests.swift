// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Every example that help and the pages of the project print can be copied to a shell and works.
@Suite struct HelpTests {
  /// A folder with the scenarios and the program on the path, as a reader of the page has them.
  private func visitor() throws -> Workspace {
    let place = try Workspace()
    let files = FileManager.default
    try files.createDirectory(atPath: place.path("bin"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: place.path("bin/guidefund"), withDestinationPath: CommandLineProgram.path)
    for name in ["Scenarios", "Tests"] {
      let target = CommandLineProgram.root.appendingPathComponent(name).path
      try files.createSymbolicLink(atPath: place.path(name), withDestinationPath: target)
    }
    return place
  }

  /// The commands in a text: lines that begin with the program, and their continuations.
  private func examples(in text: String, indent: Int) -> [String] {
    let joined = text.replacing(#/\\\n\s*/#, with: "")
    return joined.components(separatedBy: "\n").compactMap { line in
      guard line.prefix(while: { $0 == " " }).count >= indent,
        let found = line.firstMatch(of: #/^\s*(?:\$ )?(?:\S*\/)?(guidefund .+)$/#)
      else { return nil }
      return String(found.1)
    }
  }

  /// Runs a command in a shell. It simulates less than users will.
  private func run(_ command: String, in place: Workspace) async throws -> CommandLineProgram.Finished {
    let isLong = command.firstMatch(of: #/^guidefund (run|compare) /#) != nil
    // Replicate 17 of Yangjiang is one that examples explain; the others ask for a mean and a deviation at most.
    let few = command.contains("runs/yangjiang") ? "--replicates 18" : "--replicates 4"
    let counted = command.replacing(#/--replicates \d+/#, with: few)
    let shortened = isLong && counted == command ? "\(command) \(few)" : counted
    let path = place.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try await CommandLineProgram.run(
      ["-c", shortened], environment: ["PATH": path], in: place.folder, program: "/bin/sh")
  }

  /// The commands that the program lists.
  private func commands() async throws -> [String] {
    let help = try await CommandLineProgram.run(["--help"]).output
    let list = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    return list.components(separatedBy: "\n").compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#).map { String($0.1) } }
  }

  @Test("help of every command shows examples, and they work")
  func help() async throws {
    let place = try visitor()
    let commands = try await commands()
    #expect(commands.count >= 8)
    for arguments in [[]] + commands.map({ [$0] }) {
      let help = try await CommandLineProgram.run(arguments + ["--help"])
      let examples = examples(in: help.output, indent: 2)
      #expect(!examples.isEmpty, "\(arguments)")
      #expect(examples.allSatisfy { arguments.isEmpty || $0.hasPrefix("guidefund \(arguments[0])") })
      for example in examples {
        let finished = try await run(example, in: place)
        #expect(finished.status == 0, "\(example): \(finished.errors)")
      }
    }
  }

  @Test("help of every command is in Chinese where that is the language, with the same examples and arguments")
  func chineseHelp() async throws {
    for command in [[]] + (try await commands().map { [$0] }) {
      let english = try await CommandLineProgram.run(command + ["--help"]).output
      let chinese = try await CommandLineProgram.run(["help"] + command + ["--language", "zh"]).output
      #expect(chinese.hasPrefix("概述：") && examples(in: chinese, indent: 2) == examples(in: english, indent: 2))
      #expect(arguments(in: chinese) == arguments(in: english) && !arguments(in: english).isEmpty)
      #expect(!chinese.contains(#/(OVERVIEW|USAGE|ARGUMENTS|OPTIONS|COMMANDS|values: |default: |Show |See )/#))
      let explained = chinese.components(separatedBy: "选项：").last?.components(separatedBy: "\n") ?? []
      let silent = explained.filter { !$0.isEmpty && !$0.contains(#/\p{Han}/#) }
      // An option with a long name has its explanation in the next line.
      #expect(silent.allSatisfy { $0.hasPrefix("  --") && $0.count > 24 }, "\(command): \(silent)")
    }
  }

  /// What help lists: arguments, options and commands.
  private func arguments(in help: String) -> [String] {
    help.components(separatedBy: "\n").compactMap { $0.firstMatch(of: #/^  ([<-]\S+|[a-z]+) /#).map { String($0.1) } }
  }

  /// The pages of the project that speak to users.
  static let pages =
    ["README.md", "README.zh-CN.md"]
    + (FileManager.default.subpaths(atPath: CommandLineProgram.root.appendingPathComponent("Scenarios").path) ?? [])
    .filter { $0.hasSuffix(".md") }.map { "Scenarios/\($0)" }.sorted()

  @Test("the examples of every page work", arguments: pages)
  func page(name: String) async throws {
    let file = CommandLineProgram.root.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let place = try visitor()
    let examples = examples(in: fenced(text), indent: 4)
    #expect(!examples.isEmpty)
    for example in examples {
      let finished = try await run(example, in: place)
      #expect(finished.status == 0, "\(example): \(finished.errors)")
    }
  }

  /// The page with its fenced code indented, as the other code is.
  private func fenced(_ text: String) -> String {
    var isCode = false
    return text.components(separatedBy: "\n").map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode ? "    " + line : line
    }.joined(separator: "\n")
  }
}
