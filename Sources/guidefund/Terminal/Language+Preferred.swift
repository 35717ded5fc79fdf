// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
public import Quantities

extension Language: ExpressibleByArgument {
  /// The language asked for by `--language`, else that of the environment, else English.
  ///
  /// It is settled before the arguments are parsed, so that help and refusals speak it too.
  static let preferred = commandLine.language ?? ofEnvironment

  /// The arguments of the program without a wish for a language, which may stand anywhere among them.
  static var otherArguments: [String] { commandLine.others }

  private static let commandLine = separated(Array(CommandLine.arguments.dropFirst()))

  /// Takes `--language zh` and `--language=zh` out of arguments; the last counts. What names no language stays, to be
  /// refused.
  private static func separated(_ arguments: [String]) -> (language: Language?, others: [String]) {
    var language: Language?
    var others: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      // What follows the terminator is no option.
      if argument == "--" { return (language, others + [argument] + rest) }
      let isSplit = argument == "--language"
      let value = isSplit ? rest.first : argument.hasPrefix("--language=") ? String(argument.dropFirst(11)) : nil
      if let wish = value.flatMap(Language.init(rawValue:)) {
        language = wish
        if isSplit { rest.removeFirst() }
      } else {
        others.append(argument)
      }
    }
    return (language, others)
  }

  private static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

extension BilingualText {
  /// The text in the preferred language.
  var preferred: String { self(.preferred) }
}

/// The option that every command has. It is declared for help and for refusing other values; what it asks for was
/// taken before.
struct LanguageOption: ParsableArguments {
  @Option(help: .init("Language of messages and reports, en or zh; default from LANG.", "消息与报告的语言：en 或 zh；默认按 LANG。"))
  var language: Language?
}
