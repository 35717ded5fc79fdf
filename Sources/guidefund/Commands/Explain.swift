// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Experiments
import Measures
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Tells the dated story of one replicate of a run.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Tell the dated story of one replicate: what happened, and which rule bound.", "讲述某一次模拟的逐日经过，以及起约束作用的规则。"
    ).preferred,
    discussion: Help.discussion(examples: [
      "explain runs/yangjiang --replicate 17", "explain runs/yangjiang --at-quantile tvpi=0.1 --language zh",
    ]))

  @Argument(help: .init("The run folder.", "结果文件夹。"), completion: .directory)
  var folder: String

  @Option(help: .init("Number of the replicate, from 0.", "模拟序号，从 0 起。"))
  var replicate: Int?

  @Option(
    name: .customLong("at-quantile"),
    help: .init("The replicate at a quantile of a metric.", "处在某指标分位数上的那次模拟。", valueName: "[ENTITY:]METRIC=P"))
  var quantile: String?

  @Option(help: .init("Tell the life of this project alone.", "只讲述这一个项目。", valueName: "N"))
  var project: Int?

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var threads: ThreadOption
  @OptionGroup var language: LanguageOption

  mutating func validate() throws {
    guard (replicate == nil) != (quantile == nil) else {
      throw ValidationError(Message.replicateOrQuantile.preferred)
    }
    guard project == nil || !json else { throw ValidationError(Message.projectAsJSON.preferred) }
  }

  func run() async throws {
    let request = try RunFolder.request(in: folder)
    let loaded = try ScenarioFile.load(
      RunFolder.input(request.entry, in: folder), metrics: .known, sets: request.sets,
      within: RunFolder.input(in: folder))
    // A comparison holds several designs; its first is told, which is not to pass for another.
    if let designs = request.comparison?.designs, let first = designs.first {
      Terminal.writeError(Message.firstDesign(first.name).preferred + "\n")
    }
    let experiment = try Experiment(loaded.model, register: loaded.register)
    let number: Int
    if let quantile {
      number = try await find(quantile, loaded, experiment, request)
    } else {
      number = replicate ?? 0
    }
    let count = try RunFolder.replicates(in: folder)
    guard (0..<count).contains(number) else {
      throw Failure.Stop(status: .invalid, message: Message.noSuchReplicate(number, of: count).preferred)
    }
    let story = try experiment.explain(replicate: number)
    if let project {
      guard let text = StoryText.text(story, project: project, language: .preferred) else {
        throw Failure.Stop(status: .invalid, message: Message.noSuchProject(project).preferred)
      }
      return try Terminal.write(text)
    }
    try Terminal.write(json ? StoryText.json(story) : StoryText.text(story, language: .preferred))
  }

  /// Simulates again, as often as the run did, and takes the replicate whose value stands at the quantile.
  private func find(
    _ wish: String, _ loaded: LoadedScenario, _ experiment: Experiment, _ request: RunRequest
  ) async throws -> Int {
    // The grammar is that of a precision; here the number is a probability.
    let target = try Simulator.precision(wish, of: loaded, below: 1, otherwise: Message.badQuantile(wish))
    let bar = ProgressBar()
    defer { bar.finish() }
    let outcome = try await experiment.run(width: threads.width, precision: request.precision) {
      bar.update($0, of: $1)
    }[0]
    guard let number = outcome.replicate(at: target.standardError, of: target.metric, entity: target.entity) else {
      throw Failure.Stop(status: .invalid, message: Message.existsNowhere(wish).preferred)
    }
    return number
  }
}
