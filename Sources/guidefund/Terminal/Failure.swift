// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import NumericalCore
import Quantities
import Reporting
import ScenarioFiles

/// Turns errors into messages and exit codes; the only place where the program ends early.
enum Failure {
  /// A message and the code to end with.
  struct Stop: Error {
    var status: ExitStatus
    var message: String
  }

  /// Prints what went wrong and ends.
  static func report(_ error: any Error) -> Never {
    switch error {
    case let stop as Stop: end(stop.status, stop.message)
    case let rejected as ScenarioRejected: refuse(rejected.issues)
    case let failure as NumericalFailure:
      end(.numerical, BilingualText(failure.description, failure.chineseDescription).preferred)
    case ReportFailure.cancelled: end(.interrupted, Message.interrupted(.preferred))
    // The reader has what it wanted, as `head` does, and nobody waits for a message.
    case ReportFailure.system(.write, path: Terminal.outputName, code: EPIPE): end(.inputOutput, "")
    case let failure as ReportFailure:
      end(failure.isInvalidArgument ? .invalid : .inputOutput, failure.message(.preferred))
    case is CancellationError: end(.interrupted, Message.interrupted(.preferred))
    default: reportArguments(error)
    }
  }

  /// Tells what is wrong with the input, in the form that was asked for.
  private static func refuse(_ issues: [ScenarioIssue]) -> Never {
    let wantsJSON = Language.otherArguments.prefix { $0 != "--" }.contains("--json")
    if wantsJSON { answer(ScenarioIssue.json(issues, .preferred), status: .invalid) }
    end(.invalid, issues.map { $0.text(.preferred) }.joined(separator: "\n"))
  }

  private static func reportArguments(_ error: any Error) -> Never {
    let code = Guidefund.exitCode(for: error)
    let text = Guidefund.fullMessage(for: error)
    if code == .success { answer(ParserText.help(text) + "\n") }
    let message = ParserText.refusal(Guidefund.message(for: error), in: text)
    end(error is CleanExit || isUsage(code) ? .invalid : .defect, message)
  }

  /// Prints what was asked for, such as help, and ends.
  private static func answer(_ text: String, status: ExitStatus = .done) -> Never {
    do throws(ReportFailure) {
      try Terminal.write(text)
    } catch {
      report(error)
    }
    exit(status.rawValue)
  }

  private static func isUsage(_ code: ExitCode) -> Bool { code == .validationFailure }

  private static func end(_ status: ExitStatus, _ message: String) -> Never {
    if !message.isEmpty { Terminal.writeError(message + "\n") }
    exit(status.rawValue)
  }
}
