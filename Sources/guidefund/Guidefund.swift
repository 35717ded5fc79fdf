// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reporting

/// The command line: the commands of the interface, each in its own file.
struct Guidefund: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidefund",
    abstract: "Simulate government guidance funds: what a design costs the public purse, and what comes back.",
    discussion: """
      政府引导基金模拟器:一个基金方案要花多少财政资金、何时花、能撬动什么、亏损概率多大。

      Examples:
        guidefund run Scenarios/yangjiang-2025 --out runs/yangjiang
        guidefund validate Scenarios/yangjiang-2025
        guidefund check Scenarios/yangjiang-2025
        guidefund compare Scenarios/benchmark Scenarios/benchmark-hurdle-6
        guidefund explain runs/yangjiang --replicate 17 --language zh

      Exit codes: 0 done and checked; 2 input invalid; 3 a forbidden rule
      broken under --strict; 4 numerical failure; 5 input/output failure;
      6 verify found a difference; 130 interrupted; 1 a defect of guidefund.
      """,
    version: Program.version.program,
    subcommands: [
      Run.self, Validate.self, Check.self, Schema.self, Verify.self, Explain.self, Measure.self, Waterfall.self,
      Compare.self,
    ])
}

/// Runs the command that the arguments name and turns every failure into a message and an exit code.
@main enum Main {
  static func main() async {
    do {
      try await Interruption.cancelling {
        var command = try Guidefund.parseAsRoot()
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
