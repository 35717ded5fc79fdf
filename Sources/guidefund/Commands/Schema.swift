// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Quantities
import ScenarioFiles

/// Prints the JSON Schema of the scenario format.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Print the JSON Schema of the scenario format, for editors.", "输出情景格式的 JSON Schema，供编辑器补全与检查。"
    ).preferred,
    discussion: Help.discussion(examples: ["schema > guidefund.schema.json"]))

  @OptionGroup var language: LanguageOption

  func run() throws { try Terminal.write(ScenarioFile.schema(metrics: .known)) }
}
