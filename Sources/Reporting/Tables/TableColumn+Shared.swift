// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Columns that several tables have.
extension TableColumn {
  /// Whose number it is.
  static let entity = TableColumn(
    "entity", .string, .init("Entity", "主体"),
    .init(
      "A fund (its id), a class of its investors (fund/class), the account of a level of government "
        + "(public/level) or of state-owned enterprises (public/state_owned), a region (region/id) or what it counts apart "
        + "(region/id/account), a promotion unit (unit/id), an instrument (instrument/id), or all; a derived design's name "
        + "and a colon stand before it.",
      "基金（标识）、基金的一类出资人（基金/类别）、一级财政的账户（public/层级）、国有企业的账户（public/state_owned）、区域（region/标识）及其单列口径（region/标识/口径）、招商单位（unit/标识）、支持工具（instrument/标识）或 all；派生方案在前面加方案名和冒号。"
    ))

  /// Which metric it is.
  static let metric = TableColumn(
    "metric", .string, .init("Metric", "指标"),
    .init("Name of the metric; datapackage.json lists definitions.", "指标名；定义见 datapackage.json。"))

  /// The unit of the row's numbers.
  static let unit = TableColumn(
    "unit", .string, .init("Unit", "单位"),
    .init(
      "Unit of the row's numbers: CNY, 1/year, year, mu (land), m2, t; 1 for a ratio, empty for a count.",
      "本行数值的单位：CNY、1/year、year、mu（亩）、m2、t；比率为 1，计数为空。"))

  /// How many values the row rests on.
  static let count = TableColumn(
    "n", .integer, .init("Replicates", "样本数"), .init("Replicates that the row rests on.", "本行所依据的模拟次数。"))

  /// The mean.
  static let mean = TableColumn(
    "mean", .number, .init("Mean", "均值"),
    .init(
      "Mean; of min(value, 100 %) for rates of return, which have no finite mean; the ratio of means for leverage.",
      "均值；收益率取 min(值, 100 %) 的均值；放大倍数取均值之比。"))

  /// The standard error of the mean.
  static let standardError = TableColumn(
    "se", .number, .init("Standard error", "标准误"),
    .init(
      "Monte Carlo standard error of the mean, by the delta method for a ratio of means; empty below two values.",
      "均值的蒙特卡洛标准误，均值之比用 delta 法；少于两个值时为空。"))

  /// Quantiles at 5, 25, 50, 75 and 95 %.
  static let quantiles: [TableColumn] = ["05", "25", "50", "75", "95"].map { percent in
    TableColumn(
      "p\(percent)", .number, .init("\(Int(percent) ?? 0) % quantile", "\(Int(percent) ?? 0) % 分位数"),
      .init("Quantile of the replicates.", "各次模拟的分位数。"))
  }

  /// The lower limit of a statistic.
  static let low = TableColumn(
    "low", .number, .init("Lower limit", "下限"),
    .init("Lower 95 % limit: simulation error only.", "95 % 下限：仅含模拟误差。"))

  /// The upper limit of a statistic.
  static let high = TableColumn(
    "high", .number, .init("Upper limit", "上限"),
    .init("Upper 95 % limit: simulation error only.", "95 % 上限：仅含模拟误差。"))
}
