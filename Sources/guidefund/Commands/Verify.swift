// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Quantities
import Reporting
import ScenarioFiles

/// Replays a run from its inputs and compares every file byte by byte.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replay a run from its inputs; compare every file byte by byte.",
    discussion: """
      由结果文件夹内的输入重新模拟,逐字节比较每个文件。

      Example:
        guidefund verify runs/yangjiang
      """)

  @Argument(help: "The run folder.", completion: .directory)
  var folder: String

  @OptionGroup var threads: ThreadOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let request = try RunFolder.request(in: folder)
    guard !FileManager.default.fileExists(atPath: folder + "/compare.csv") else {
      throw Failure.Stop(status: .invalid, message: Message.notARun(folder)(.preferred))
    }
    let loaded = try ScenarioFile.load(
      RunFolder.entry(of: request, in: folder), metrics: .known, sets: request.sets, within: folder + "/inputs")
    var simulator = Simulator(loaded: loaded, isForExcel: request.excel, threads: threads.threads)
    simulator.precision = request.precision
    let contents = try await simulator.run(paths: [folder])
    let replay = FileManager.default.temporaryDirectory.appendingPathComponent("guidefund-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: replay) }
    _ = try RunFolder.write(contents, to: replay, force: false, excel: request.excel)
    let found = try RunFolder.differences(between: replay, and: folder)
    guard found.isEmpty else {
      for difference in found { Terminal.writeError(difference.message(.preferred) + "\n") }
      throw Failure.Stop(status: .difference, message: Message.differs(found.count)(.preferred))
    }
    Terminal.write(Message.verified(.preferred) + "\n")
  }
}
