// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Quantities
import Reporting
import ScenarioFiles

/// Replays a run or a comparison from its inputs and compares every file byte by byte.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Replay a run or a comparison from its inputs; compare every file byte by byte.", "由输入副本重新模拟或比较，逐字节核对每个文件。"
    ).preferred,
    discussion: Help.discussion(examples: ["verify runs/yangjiang"]))

  @Argument(help: .init("The folder of a run, or of a comparison.", "模拟或比较的结果文件夹。"), completion: .directory)
  var folder: String

  @OptionGroup var threads: ThreadOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let request = try RunFolder.request(in: folder)
    let contents = try await replayed(request)
    let replay = FileManager.default.temporaryDirectory.appendingPathComponent("guidefund-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: replay) }
    _ = try RunFolder.write(contents, to: replay, force: false, excel: request.excel)
    let found = try RunFolder.differences(between: replay, and: folder)
    guard found.isEmpty else {
      for difference in found { Terminal.writeError(difference.message(.preferred) + "\n") }
      throw Failure.Stop(status: .difference, message: Message.differs(found.count)(.preferred))
    }
    try Terminal.write(Message.verified(.preferred) + "\n")
  }

  /// What the inputs of the folder give: a comparison of designs, or a run of one.
  private func replayed(_ request: RunRequest) async throws -> RunContents {
    if let comparison = request.comparison {
      let comparer = try Comparer(replaying: request, comparison, in: folder, width: threads.width)
      return try await comparer.run(paths: [folder]).contents
    }
    let loaded = try ScenarioFile.load(
      RunFolder.input(request.entry, in: folder), metrics: .known, sets: request.sets,
      within: RunFolder.input(in: folder))
    var simulator = Simulator(loaded: loaded, isForExcel: request.excel, width: threads.width)
    simulator.precision = request.precision
    return try await simulator.run(paths: [folder])
  }
}
