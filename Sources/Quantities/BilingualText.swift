// SPDX-License-Identifier: GPL-3.0-or-later

/// A language of messages, labels and reports.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese, simplified.
  case chinese = "zh"
}

/// A text in both languages.
public struct BilingualText: Hashable, Sendable {
  /// The English text.
  public var english: String
  /// The Chinese text.
  public var chinese: String

  /// A text in both languages.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
