// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Fees {
  /// Reads what a fund costs.
  static func read(_ record: RecordReader) -> Fees {
    let phases = record.list("management", atLeast: 1, "Management fee by phase", "分阶段管理费", ManagementFeePhase.read)
    record.require(
      zip(phases, phases.dropFirst()).allSatisfy {
        record.reach($0.until).upperBound < record.reach($1.until).lowerBound
      }, at: "management",
      "the phases are not in order of time", "各阶段未按时间先后排列")
    return Fees(
      management: phases,
      setUp: record.money("set_up", in: .between(0, 1e12), "Set-up costs", "筹建费用"),
      custody: record.annualRate(
        "custody", in: .between(0, 0.1), usual: 0...0.005, "Custody and administration", "托管与行政费率"),
      fixedPerYear: record.money("fixed_per_year", in: .between(0, 1e9), "Audit and other fixed costs a year", "每年固定费用")
    )
  }
}

extension ManagementFeePhase {
  /// Reads the fee of one phase.
  static func read(_ record: RecordReader) -> ManagementFeePhase {
    ManagementFeePhase(
      until: record.timeSpan("until", in: .above(0, upTo: 100), "Age of the fund at which the phase ends", "阶段结束的基金年龄"),
      base: record.choice("base", FeeBase.self, "What the rate applies to", "计费基数"),
      rate: record.annualRate("rate", in: .between(0, 0.2), usual: 0...0.025, "Rate per year", "年费率"))
  }
}

extension FundLife {
  /// Reads how long a fund lives and how it ends.
  static func read(_ record: RecordReader) -> FundLife {
    let life = FundLife(
      term: record.timeSpan("term", in: .between(0.25, 100), usual: 3...25, "From the start to the planned end", "存续期"),
      extensionLength: record.timeSpan(
        "extension_length", in: .between(0.25, 100), usual: 0.5...3, "Length of an extension", "每次延期时长"),
      extensionCount: record.count(
        "extension_count", in: 0...20, usual: 0...10, "At most so many extensions", "最多延期次数"),
      extensionThreshold: record.share(
        "extension_threshold", "Extended while net assets are this share of paid-in capital", "延期门槛（净值占实缴比例）"),
      rest: record.choice("rest", RestTreatment.self, "What happens to what is left", "期末剩余资产处理"),
      saleDiscount: record.share(
        "sale_discount", usual: 0...0.6, "Discount of a sale to a secondary fund", "转让给 S 基金的折扣"))
    record.advise(
      life.rest == .sale || !record.has("sale_discount"), at: "sale_discount", involving: ["rest"],
      "counts for nothing: what is left is written off", "不起作用：剩余资产核销")
    return life
  }
}

extension ReportedValuation {
  /// Reads how reported value differs from the model's.
  static func read(_ record: RecordReader) -> ReportedValuation {
    ReportedValuation(
      lag: record.count("lag", in: 0...40, "Quarters by which it lags", "滞后季度数"),
      smoothing: record.share("smoothing", in: .between(0, 0.99), "Weight of the previous report", "上期权重"),
      staleAfter: record.timeSpan("stale_after", in: .between(0, 100), "Time after which a value is stale", "估值过期时间"),
      staleHaircut: record.share("stale_haircut", "Reduction of stale values", "过期估值折扣"))
  }
}
