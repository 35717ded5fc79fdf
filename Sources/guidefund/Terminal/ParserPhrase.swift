// SPDX-License-Identifier: GPL-3.0-or-later

/// A sentence of the parser, with `*` for what it quotes, and its translation with as many.
struct ParserPhrase {
  private let english: [Substring]
  private let chinese: [Substring]

  init(_ english: String, _ chinese: String) {
    self.english = english.split(separator: "*", omittingEmptySubsequences: false)
    self.chinese = chinese.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// The translation of a text that has this form.
  func translation(of text: String) -> String? {
    guard let first = english.first, let last = english.last, text.hasPrefix(first), text.hasSuffix(last) else {
      return nil
    }
    guard english.count > 1 else { return text == first ? String(chinese[0]) : nil }
    guard text.count >= first.count + last.count else { return nil }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    var quoted: [Substring] = []
    for part in english.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return nil }
      quoted.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    quoted.append(rest)
    return zip(chinese, quoted).reduce("") { $0 + $1.0 + ParserPhrase.listed($1.1) } + (chinese.last ?? "")
  }

  /// What is quoted; several words are joined as in Chinese.
  private static func listed(_ words: Substring) -> String {
    ["', '", "' and '", "' or '"].reduce(String(words)) { $0.replacing($1, with: "、") }
  }
}
