// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension CompanyLaw {
  /// Reads what becomes of companies; a shipped preset may stand under the own keys.
  static func read(_ record: RecordReader) -> CompanyLaw {
    record.withPreset("company_laws").variant(
      by: "kind", "Kind of law", "规律类型",
      [
        Alternative("staged", "Stages of financing", "分阶段融资") { .staged(StagedLaw.read($0)) },
        Alternative("multiple", "A multiple of cost after a time", "一定时间后的倍数") { .multiple(MultipleLaw.read($0)) },
      ])
  }
}

extension LogNormalLaw {
  /// Reads a lognormal factor.
  static func read(_ record: RecordReader) -> LogNormalLaw {
    LogNormalLaw(
      median: record.number("median", in: .between(0.000_001, 1_000_000), "Median", "中位数"),
      sigma: record.number("sigma", in: .between(0, 5), usual: 0...2.5, "Standard deviation of the logarithm", "对数标准差"))
  }
}

extension BetaLaw {
  /// Reads a beta law, whose shapes cannot be uncertain.
  static func read(_ record: RecordReader) -> BetaLaw {
    BetaLaw(
      alpha: record.required("alpha", .number(in: .shapes, uncertain: false), "First shape", "第一形状参数"),
      beta: record.required("beta", .number(in: .shapes, uncertain: false), "Second shape", "第二形状参数"))
  }
}

extension Interval {
  /// Shapes of gamma and beta laws whose inverses can be tabulated.
  fileprivate static let shapes = Interval.between(0.1, 10_000)
  /// Mean times that a company stays somewhere, in years.
  static let stays = Interval.between(0.01, 100)
}

extension RecordReader {
  /// The shape of a gamma law: certain, because its inverse is tabulated once.
  func shape(_ key: String) -> Sourced<Double> {
    required(
      key, .number(in: .shapes, usual: 0.5...20, uncertain: false), "Shape of the gamma law", "伽马分布形状参数")
  }

  /// The parts of a variance that are the factor's and the company's leave a part for chance.
  func requireLoadings(_ factor: Sourced<Share>, _ quality: Sourced<Share>) {
    require(
      reach(factor).upperBound + reach(quality).upperBound <= 1, at: "quality_loading", involving: ["factor_loading"],
      "the loadings sum to more than 100 % (ranges count from end to end)", "载荷合计超过 100 %（区间按两端计）")
  }
}
