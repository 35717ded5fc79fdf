// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Quantities

/// The text of a command's help below its abstract, in the preferred language.
enum Help {
  /// Notes, examples that work when they are copied to a shell, and what else is to be said.
  static func discussion(_ notes: BilingualText? = nil, examples: [String], closing: BilingualText? = nil) -> String {
    let title = examples.count == 1 ? BilingualText("Example:", "示例：") : BilingualText("Examples:", "示例：")
    let shown = ([title.preferred] + examples.map { "  guidefund \($0)" }).joined(separator: "\n")
    return [notes?.preferred, shown, closing?.preferred].compactMap(\.self).joined(separator: "\n\n")
  }
}

extension ArgumentHelp {
  /// The help of an argument in the preferred language.
  init(_ english: String, _ chinese: String, valueName: String? = nil) {
    self.init(BilingualText(english, chinese).preferred, valueName: valueName)
  }
}
