// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// The program that users run, as a child process.
enum CommandLineProgram {
  /// How a run ended and what it printed.
  struct Finished: Sendable {
    var status: Int32
    var wasKilled = false
    var output: String
    var errors: String
  }

  /// The folder of the checkout, in which the programs of all examples run.
  static let root = ScenarioWorkshop.root

  /// The optimised program, where the environment names one.
  static let release = existing([ProcessInfo.processInfo.environment["GUIDEFUND_RELEASE"]])

  /// The program without optimisation, where the environment names one; else what lies beside tests that were built so.
  static let debug = existing([ProcessInfo.processInfo.environment["GUIDEFUND_DEBUG"], beside])

  private static let beside: String? = {
    #if DEBUG
      let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
      return bundle.deletingLastPathComponent().appendingPathComponent("guidefund").path
    #else
      return nil
    #endif
  }()

  /// The program under test.
  static let path = release ?? debug ?? "guidefund-is-not-built"

  private static func existing(_ paths: [String?]) -> String? {
    paths.compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: After the name of the program.
  ///   - environment: Laid over the present one, of which the language is left out.
  ///   - folder: The working folder; the checkout unless another is given.
  ///   - program: The program; the one under test unless another is given.
  ///   - meanwhile: Work beside the running program.
  /// - Returns: The exit code and both outputs.
  /// - Throws: What keeps the program from starting.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL = root, program: String = path,
    meanwhile: (Process) async throws -> Void = { _ in }
  ) async throws -> Finished {
    await Gate.shared.enter()
    do {
      let finished = try await start(arguments, environment, folder, program, meanwhile)
      await Gate.shared.leave()
      return finished
    } catch {
      await Gate.shared.leave()
      throw error
    }
  }

  private static func start(
    _ arguments: [String], _ environment: [String: String], _ folder: URL, _ program: String,
    _ meanwhile: (Process) async throws -> Void
  ) async throws -> Finished {
    let place = try Workspace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = plain.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (try place.handle("output"), try place.handle("errors"))
    process.standardOutput = output
    process.standardError = errors
    let (ends, end) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.finish() }
    defer {
      // Hundreds of runs would leave hundreds of files open otherwise, and Foundation cannot start a program then.
      try? output.close()
      try? errors.close()
    }
    try process.run()
    let identifier = process.processIdentifier
    // Only for a program that hangs: the longest takes minutes on a slow machine where others run beside it.
    let watch = Task {
      try await Task.sleep(for: .seconds(900))
      kill(identifier, SIGKILL)
    }
    defer { watch.cancel() }
    try await meanwhile(process)
    for await _ in ends {}
    return Finished(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try place.text("output"), errors: try place.text("errors"))
  }

  private static let plain = ProcessInfo.processInfo.environment
    .filter { !["LANG", "LC_ALL", "LC_MESSAGES", "GLIBC_TUNABLES"].contains($0.key) }
}

/// Lets only so many programs run at a time.
private actor Gate {
  static let shared = Gate()
  private var free = max(2, ProcessInfo.processInfo.activeProcessorCount / 2)
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    free += 1
  }
}
