// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Quantities
import Reporting

/// The command line: the commands of the interface, each in its own file.
struct Guidefund: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidefund",
    abstract: BilingualText(
      "Simulate government guidance funds: what a design costs the public purse, and what comes back.",
      "政府引导基金模拟器：方案要花多少财政资金，能收回多少。"
    ).preferred,
    discussion: Help.discussion(
      BilingualText("中文帮助：guidefund --help --language zh", "English: guidefund --help --language en"),
      examples: [
        "run Scenarios/yangjiang-2025 --out runs/yangjiang", "validate Scenarios/yangjiang-2025",
        "check Scenarios/yangjiang-2025",
        "compare Scenarios/benchmark Scenarios/benchmark-hurdle-6",
        "explain runs/yangjiang --replicate 17 --language zh",
      ],
      closing: BilingualText(
        """
        Exit codes: 0 done and checked; 2 input invalid; 3 a forbidden rule
        broken under --strict; 4 numerical failure; 5 input/output failure;
        6 verify found a difference; 130 interrupted; 1 a defect of guidefund.
        """,
        """
        退出码：0 完成并已检查；2 输入有误；3 违反禁止性规定（--strict）；
        4 数值计算失败；5 读写失败；6 verify 发现差异；130 被中断；1 程序缺陷。
        """)),
    version: Program.version.program,
    subcommands: [
      Run.self, Validate.self, Check.self, Schema.self, Verify.self, Explain.self, Measure.self, Waterfall.self,
      Compare.self,
    ])
}

extension Guidefund {
  /// Refuses a word that is no command, which the parser would only call an argument too many.
  static func checkCommand(_ arguments: [String]) throws {
    let known = configuration.subcommands.map { $0._commandName }
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
    throw Failure.Stop(status: .invalid, message: Message.noSuchCommand(word, known)(.preferred))
  }
}

/// Runs the command that the arguments name and turns every failure into a message and an exit code.
@main enum Main {
  static func main() async {
    Terminal.prepare()
    do {
      try await Interruption.cancelling {
        try Guidefund.checkCommand(Language.otherArguments)
        var command = try Guidefund.parseAsRoot(Language.otherArguments)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
    } catch {
      Failure.report(error)
    }
  }
}
