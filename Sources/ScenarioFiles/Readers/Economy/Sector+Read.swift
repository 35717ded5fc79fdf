// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Sector {
  /// Reads a sector of companies.
  static func read(_ record: RecordReader) -> Sector {
    Sector(
      name: record.name(),
      factorWeight: record.share("factor_weight", "Part of the variance that is the common factor's", "公共因子占方差的比例"),
      persistence: record.number(
        "persistence", in: .strictlyBetween(-1, 1), "Quarterly correlation of the sector's own factor", "行业因子季度自相关"),
      growth: record.annualRate(
        "growth", in: .between(-0.5, 1), usual: -0.05...0.2, "Growth of the valuation level", "估值水平增长率"),
      volatility: record.annualRate(
        "volatility", in: .between(0, 1), usual: 0...0.8, "Volatility of the valuation level", "估值水平波动率"))
  }
}

extension CommonFactor {
  /// Reads the factor that moves everything.
  static func read(_ record: RecordReader) -> CommonFactor {
    CommonFactor(
      persistence: record.number(
        "persistence", in: .strictlyBetween(-1, 1), "Correlation of one quarter with the next", "季度自相关"))
  }
}

extension ListedIndex {
  /// Reads the listed index.
  static func read(_ record: RecordReader) -> ListedIndex {
    ListedIndex(
      growth: record.annualRate("growth", in: .between(-0.5, 1), usual: -0.05...0.15, "Expected return", "期望收益率"),
      volatility: record.annualRate("volatility", in: .between(0, 1), usual: 0...0.6, "Volatility", "波动率"),
      factorWeight: record.share("factor_weight", "Part of the variance that is the common factor's", "公共因子占方差的比例"))
  }
}

extension ListingWindow {
  /// Reads when shares can be listed.
  static func read(_ record: RecordReader) -> ListingWindow {
    ListingWindow(
      initiallyOpen: record.share("initially_open", "Probability that it is open at the start", "起始时开放的概率"),
      shuts: record.share("shuts", "Probability a quarter that an open window shuts", "开放窗口每季关闭的概率"),
      opens: record.share("opens", "Probability a quarter that a shut window opens", "关闭窗口每季重开的概率"),
      loading: record.number(
        "loading", in: .between(-20, 20), usual: 0...3, "Slope of the log-odds in the common factor", "对数几率对公共因子的斜率"))
  }
}
