// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension StagedLaw {
  /// Reads a law of stages.
  static func read(_ record: RecordReader) -> StagedLaw {
    let stages = record.required(
      "stages", .keyed(by: CompanyStage.self, of: .section(StageReading.read), atLeast: 1), "Stages", "阶段"
    ).map { $0.value.law($0.key) }
    let stalled = record.optionalSection(
      "stalled", "Companies that find no further round", "融不到下一轮的企业", StalledLaw.read)
    record.require(
      stalled != nil || !stages.contains { $0.outcomes.stalled.value.fraction > 0 }, at: "stages",
      involving: ["stalled"],
      "a stage can stall, but there is no section stalled", "有阶段会停滞，但没有 stalled 一节")
    record.require(
      !(stages.last.map { $0.outcomes.graduates.value.fraction > 0 } ?? false), at: "stages",
      "the last stage cannot graduate", "最后阶段不能晋级")
    let law = StagedLaw(
      stages: stages,
      factorLoading: record.share(
        "factor_loading", usual: 0...0.5, "Part of the event's variance that is the factor's", "因子占事件方差的比例"),
      qualityLoading: record.share(
        "quality_loading", usual: 0...0.5, "Part of the event's variance that is the company's quality", "企业质量占事件方差的比例"),
      marketBeta: record.number(
        "market_beta", in: .between(-5, 5), usual: 0...2, "How values follow the valuation level", "价值对估值水平的弹性"),
      market: record.choice("market", MarketConvention.self, "Whether the expected drift is taken out", "是否剔除预期漂移"),
      maxMultiple: record.number("max_multiple", in: .between(1, 1e9), "Cap on value over entry", "价值倍数上限"),
      failureRecovery: record.section(
        "failure_recovery", "Share of cost that a failure returns", "失败回收比例", BetaLaw.read),
      buyBack: record.section("buy_back", "What a founder's buy-back pays", "创始人回购", BuyBackLaw.read),
      transfer: record.section(
        "transfer", "Price of a transfer over the last round's value", "转让价与上轮价值之比", LogNormalLaw.read),
      listing: record.section("listing", "How a listed holding is sold", "上市后减持", ListingLaw.read),
      liquidationPreference: record.number(
        "liquidation_preference", in: .between(0, 10), usual: 0...3, "Multiple of cost that comes first", "优先清算倍数"),
      stalled: stalled,
      hardTech: record.section("hard_tech", "How hard technology differs", "硬科技企业的差别", HardTechLaw.read))
    record.requireLoadings(law.factorLoading, law.qualityLoading)
    return law
  }
}

extension BuyBackLaw {
  /// Reads what a buy-back pays.
  static func read(_ record: RecordReader) -> BuyBackLaw {
    BuyBackLaw(
      rate: record.annualRate("rate", in: .between(0, 1), usual: 0...0.12, "Simple interest", "单利利率"),
      recoveryProbability: record.share("recovery_probability", "Probability that it is paid", "回购款到位概率"),
      recoveryLoading: record.share(
        "recovery_loading", "Part of the recovery's variance that is the factor's", "因子占回收方差的比例"),
      delay: record.timeSpan(
        "delay", in: .between(0, 100), usual: 0...5, "From the buy-back to the payment", "回购至付款的时间"))
  }
}

extension ListingLaw {
  /// Reads lock-up and selling after a listing.
  static func read(_ record: RecordReader) -> ListingLaw {
    ListingLaw(
      lockUp: record.timeSpan("lock_up", in: .between(0, 100), usual: 0...3, "Lock-up", "锁定期"),
      saleQuarters: record.count("sale_quarters", in: 1...40, "Over how many quarters it is sold", "减持季度数"))
  }
}

extension HardTechLaw {
  /// Reads the factors of hard technology.
  static func read(_ record: RecordReader) -> HardTechLaw {
    HardTechLaw(
      sojournFactor: record.number(
        "sojourn_factor", in: .between(0.1, 10), usual: 0.5...3, "On mean times in stages", "阶段时长倍数"),
      earlyFailureFactor: record.number(
        "early_failure_factor", in: .between(0.1, 10), usual: 0.5...3, "On failure in early stages", "早期失败概率倍数"),
      sigmaFactor: record.number(
        "sigma_factor", in: .between(0.1, 10), usual: 0.5...3, "On standard deviations", "标准差倍数"))
  }
}

extension StalledLaw {
  /// Reads what becomes of companies without further rounds; the three probabilities add up to 1.
  static func read(_ record: RecordReader) -> StalledLaw {
    let outcomes = record.required(
      "outcomes", .shares(by: Outcome.self), "Probabilities of what ends it", "结局概率")
    return StalledLaw(
      sojournMean: record.timeSpan(
        "sojourn_mean", in: .stays, usual: 0.25...15, "Mean time until the end", "平均停留时间"),
      sojournShape: record.shape("sojourn_shape"),
      valueDecay: record.annualRate(
        "value_decay", in: .between(0, 0.99), usual: 0...0.6, "Yearly loss of value", "每年价值衰减"),
      failed: outcomes.share(of: .failed), boughtBack: outcomes.share(of: .boughtBack),
      transferred: outcomes.share(of: .transferred))
  }

  private enum Outcome: String, CaseIterable {
    case failed
    case boughtBack = "bought_back"
    case transferred
  }
}

extension Array {
  /// The share of a case; none where it is not written.
  func share<Key: Equatable>(of key: Key) -> Sourced<Share> where Element == (key: Key, share: Sourced<Share>) {
    first { $0.key == key }?.share ?? Sourced(.none)
  }
}
