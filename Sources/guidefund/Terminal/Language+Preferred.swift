// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
public import Quantities
import Synchronization

extension Language: ExpressibleByArgument {
  private static let chosen = Mutex<Language?>(nil)

  /// The language asked for by `--language`, else that of the environment, else English.
  static var preferred: Language { chosen.withLock(\.self) ?? ofEnvironment }

  /// Takes the wish of the command line.
  static func choose(_ language: Language?) {
    guard let language else { return }
    chosen.withLock { $0 = language }
  }

  private static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

/// The option that every command has.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("language"), help: "Language of messages and reports, en or zh; default from LANG.")
  var language: Language?

  mutating func validate() throws { Language.choose(language) }
}
