// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What would be right at a place.
public enum Expectation: Hashable, Sendable {
  /// A quantity of a kind, within an interval if one is given.
  case quantity(QuantityKind, allowed: Interval? = nil)
  /// A value that lies in an interval of its kind.
  case usual(QuantityKind, Interval)
  /// A mapping of keys to values.
  case mapping
  /// A list.
  case list
  /// A text.
  case text
  /// A name in both languages.
  case name
  /// `true` or `false`.
  case flag
  /// One of some words.
  case oneOf([String])
  /// A day.
  case date
  /// A quarter.
  case quarter
  /// A year, such as 2025.
  case year
  /// An id.
  case identifier
  /// Shares that sum to one.
  case sumOfOne
  /// Shares that sum to one at most.
  case sumAtMostOne
  /// The number of an entry of a list.
  case placeInList
  /// At least so many entries.
  case atLeast(Int)
  /// A path relative to the file that names it.
  case relativePath
  /// Anything said in both languages.
  case words(BilingualText)

  /// The words for it.
  public func text(_ language: Language) -> String { bilingual(language) }

  private var bilingual: BilingualText {
    switch self {
    case .quantity(let kind, let allowed): Self.quantity(kind, allowed)
    case .usual(let kind, let range): Self.usual(range.text(kind))
    case .mapping: BilingualText("a mapping of keys to values", "键值映射")
    case .list: BilingualText("a list", "列表")
    case .text: BilingualText("a text", "文字")
    case .name: BilingualText("a name {en: …, zh: …}", "名称 {en: …, zh: …}")
    case .flag: BilingualText("true or false", "true 或 false")
    case .oneOf(let words):
      BilingualText("one of \(words.joined(separator: ", "))", "以下之一：\(words.joined(separator: "、"))")
    case .date: BilingualText("a day such as 2025-04-07", "日期，如 2025-04-07")
    case .quarter: BilingualText("a quarter such as 2025-Q1", "季度，如 2025-Q1")
    case .year: BilingualText("a year such as 2025", "年份，如 2025")
    case .identifier:
      BilingualText("a lower-case letter, then letters, digits and _", "以小写字母开头，其后为小写字母、数字和 _")
    case .sumOfOne: BilingualText("a sum of 100 %", "合计 100 %")
    case .sumAtMostOne: BilingualText("a sum of at most 100 %", "合计不超过 100 %")
    case .placeInList: BilingualText("the number of an entry of this list, from 0", "该列表中条目的序号，从 0 起")
    case .atLeast(let count): BilingualText("at least \(count)", "至少 \(count) 项")
    case .relativePath: BilingualText("a path relative to this file", "相对于本文件的路径")
    case .words(let text): text
    }
  }

  private static func usual(_ range: BilingualText) -> BilingualText {
    BilingualText("usually \(range.english)", "常见范围 \(range.chinese)")
  }

  private static func quantity(_ kind: QuantityKind, _ allowed: Interval?) -> BilingualText {
    let noun = kind.noun
    let range = allowed?.text(kind)
    return BilingualText(
      "\(noun.english) such as \(kind.examples.english)\(range.map { ", \($0.english)" } ?? "")",
      "\(noun.chinese)，如 \(kind.examples.chinese)\(range.map { "，\($0.chinese)" } ?? "")")
  }
}

extension QuantityKind {
  /// What a quantity of this kind is called in a message.
  var noun: BilingualText {
    switch self {
    case .money: BilingualText("an amount of money with its unit,", "带单位的金额")
    case .share: BilingualText("a share with its unit,", "带单位的份额")
    case .annualRate: BilingualText("a rate per year with its unit,", "带单位的年率")
    case .timeSpan: BilingualText("a length of time with its unit,", "带单位的时长")
    case .area: BilingualText("an area with its unit,", "带单位的面积")
    case .floorArea: BilingualText("an area of floor with its unit,", "带单位的建筑面积")
    case .mass: BilingualText("a mass with its unit,", "带单位的重量")
    case .ratio: BilingualText("a number or a percentage", "数或百分比")
    case .number: BilingualText("a number", "数")
    case .count: BilingualText("a whole number", "整数")
    }
  }
}
