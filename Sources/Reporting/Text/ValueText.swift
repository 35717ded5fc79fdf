// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Quantities

/// Values with their units, for people.
enum ValueText {
  /// A scale that money is shown in.
  enum MoneyScale: CaseIterable {
    /// 亿元, a hundred million yuan.
    case hundredMillion
    /// 万元, ten thousand yuan.
    case tenThousand

    /// The scale for a table whose largest amount this is.
    static func suitable(for yuan: Double) -> MoneyScale {
      yuan.magnitude >= 1e7 ? .hundredMillion : .tenThousand
    }

    /// Yuan in one unit of the scale.
    var yuan: Double {
      switch self {
      case .hundredMillion: 1e8
      case .tenThousand: 1e4
      }
    }

    /// The unit's name.
    var name: BilingualText {
      switch self {
      case .hundredMillion: BilingualText("100 million yuan", "亿元")
      case .tenThousand: BilingualText("10,000 yuan", "万元")
      }
    }

    /// The number of units in an amount.
    func number(_ yuan: Double) -> String { NumberText.rounded(yuan / self.yuan, places: 2) }
  }

  /// An amount of money with its unit.
  static func money(_ yuan: Double, _ language: Language) -> String {
    switch language {
    case .chinese:
      let scale: MoneyScale = yuan.magnitude >= 1e8 ? .hundredMillion : .tenThousand
      return "\(scale.number(yuan)) \(scale.name(language))"
    case .english:
      return "CNY \(NumberText.rounded(yuan / 1e6, places: 2)) million"
    }
  }

  /// A fraction as percent.
  static func percent(_ fraction: Double, places: Int = 1) -> String {
    "\(NumberText.rounded(fraction * 100, places: places)) %"
  }

  /// A number in a unit of tables.
  static func measured(_ value: Double, unit: String, _ language: Language) -> String {
    switch unit {
    case "CNY": money(value, language)
    case "1/year": percent(value, places: 2)
    case "1": NumberText.rounded(value, places: places(for: value, atLeast: 3))
    case "": NumberText.rounded(value, places: value == value.rounded() ? 0 : 2)
    default:
      NumberText.rounded(value, places: value == value.rounded() ? 0 : places(for: value, atLeast: 2)) + " "
        + (units[unit]?(language) ?? unit)
    }
  }

  /// Units of tables that have a word of their own.
  private static let units = [
    "year": BilingualText("years", "年"), "mu": BilingualText("mu", "亩"), "m2": BilingualText("m²", "平方米"),
    "t": BilingualText("t", "吨"),
  ]

  /// Places after the point that show a small number with three digits.
  private static func places(for value: Double, atLeast least: Int) -> Int {
    guard value != 0, value.magnitude < 0.01 else { return least }
    return min(15, 2 - Int(log10(value.magnitude).rounded(.down)))
  }

  /// A value of a metric.
  static func text(_ value: Double, of metric: HeadlineMetric, _ language: Language) -> String {
    if metric.isCategory { return status(value).map { $0.label(language) } ?? "–" }
    return switch metric.about.unit {
    case "CNY": money(value, language)
    case "1/year": percent(value, places: 2)
    case "year": NumberText.rounded(value, places: 2)
    case "1": NumberText.rounded(value, places: 3)
    default: NumberText.rounded(value, places: value == value.rounded() ? 0 : 1)
    }
  }

  /// The status that a number in a column of statuses stands for.
  static func status(_ code: Double) -> InternalRateStatus? {
    guard let position = Int(exactly: code), InternalRateStatus.allCases.indices.contains(position) else { return nil }
    return InternalRateStatus.allCases[position]
  }
}

extension InternalRateStatus {
  /// The status in words.
  var label: BilingualText {
    switch self {
    case .unique: BilingualText("unique", "唯一")
    case .several: BilingualText("several", "多根")
    case .none: BilingualText("none", "无根")
    case .totalLoss: BilingualText("total loss", "全部损失")
    }
  }
}
