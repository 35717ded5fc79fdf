// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What the argument parser says, in the preferred language. Its English is fixed; a sentence that has no translation
/// stays as it is.
enum ParserText {
  /// The text of `--help`.
  static func help(_ text: String) -> String {
    guard Language.preferred == .chinese else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      frames.lazy.compactMap { $0.translation(of: String(line)) }.first ?? String(line)
    }
    // These may be broken over lines.
    return lines.joined(separator: "\n").replacing(#/\((values|default): ([^()]*)\)/#) { match in
      let rest = match.output.2.replacing(#/;(\s+)default: /#) { "；\($0.output.1)默认：" }
      return "（\(match.output.1 == "values" ? "可选" : "默认")：\(rest)）"
    }
  }

  /// A refusal: `message` is what is wrong, `text` all that is printed, with usage.
  static func refusal(_ message: String, in text: String) -> String {
    guard Language.preferred == .chinese, !message.isEmpty else { return help(text) }
    let rest = text.firstRange(of: message + "\n").map { help(String(text[$0.upperBound...])) }
    let chinese = sentences.lazy.compactMap { $0.translation(of: message) }.first ?? message
    return "错误：" + [chinese, rest].compactMap(\.self).joined(separator: "\n")
  }

  /// What may be wrong; the first that fits counts.
  private static let sentences = [
    ParserPhrase("Unknown option '*'. Did you mean '*'?", "未知的选项 *；是否想写 *？"),
    ParserPhrase("Unknown option '*'", "未知的选项 *"),
    ParserPhrase("Missing expected argument '*'", "缺少参数 *"),
    ParserPhrase("Missing value for '*'", "* 缺少取值"),
    ParserPhrase("Unexpected argument '*'", "多余的参数 *"),
    ParserPhrase("* unexpected arguments: '*'", "* 个多余的参数：*"),
    ParserPhrase("The value '*' is invalid for '*'. Please provide one of '*'.", "取值 * 不适用于 *；应为以下之一：*"),
    ParserPhrase("The value '*' is invalid for '*'", "取值 * 不适用于 *"),
    ParserPhrase("The option '*' does not take any value, but '*' was specified.", "选项 * 不带取值，却给出了 *"),
  ]

  /// What stands around the texts of the commands.
  private static let frames = [
    ParserPhrase("OVERVIEW: *", "概述：*"), ParserPhrase("USAGE: *", "用法：*"), ParserPhrase("Usage: *", "用法：*"),
    ParserPhrase("Help:  *", "说明：*"),
    ParserPhrase("ARGUMENTS:", "参数："), ParserPhrase("OPTIONS:", "选项："), ParserPhrase("SUBCOMMANDS:", "命令："),
    ParserPhrase("*Show the version.", "*显示版本。"), ParserPhrase("*Show help information.", "*显示帮助。"),
    ParserPhrase("  See '*' for more information.", "  详见 *"),
    ParserPhrase("  See '*' for detailed help.", "  各命令的详细帮助：*"),
  ]
}
