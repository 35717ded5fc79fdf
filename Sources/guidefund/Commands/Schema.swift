// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ScenarioFiles

/// Prints the JSON Schema of the scenario format.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the scenario format, for editors.",
    discussion: """
      打印情景文件格式的 JSON Schema,供编辑器补全与检查。

      Example:
        guidefund schema > guidefund.schema.json
      """)

  @OptionGroup var language: LanguageOption

  func run() { Terminal.write(ScenarioFile.schema(metrics: .known)) }
}
