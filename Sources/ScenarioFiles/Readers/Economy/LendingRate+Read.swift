// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension LendingRate {
  /// Reads the loan prime rate.
  static func read(_ record: RecordReader) -> LendingRate {
    record.variant(
      by: "kind", "How the rate moves", "利率形式",
      [
        Alternative("constant", "The same in all quarters", "固定") {
          .constant($0.annualRate("rate", in: .between(0, 0.5), usual: 0...0.1, "Rate", "利率"))
        },
        Alternative("path", "By calendar year", "按年给定") {
          .path($0.required("rates", .yearlyRates(in: .between(-0.05, 0.5)), "Rates by year", "各年利率"))
        },
        Alternative("vasicek", "Mean-reverting", "均值回复") { .vasicek(VasicekRate.read($0)) },
      ])
  }
}

extension VasicekRate {
  /// Reads a mean-reverting rate.
  static func read(_ record: RecordReader) -> VasicekRate {
    VasicekRate(
      initial: record.annualRate(
        "initial", in: .between(-0.05, 0.5), usual: 0...0.1, "Rate in the first quarter", "初始利率"),
      mean: record.annualRate("mean", in: .between(-0.05, 0.5), usual: 0...0.1, "Long-run mean", "长期均值"),
      reversion: record.number(
        "reversion", in: .between(0.001, 100), usual: 0.01...3, "Speed of reversion a year", "每年回复速度"),
      volatility: record.annualRate("volatility", in: .between(0, 0.5), usual: 0...0.05, "Volatility", "波动率"))
  }
}
