// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension MultipleLaw {
  /// Reads a law of a multiple and a holding time, whose marks are tabulated once.
  static func read(_ reader: RecordReader) -> MultipleLaw {
    let record = reader.certain
    let law = MultipleLaw(
      multiple: record.section("multiple", "Law of the multiple of cost", "倍数分布", MultipleDistribution.read),
      holdingTime: record.section("holding_time", "Law of the time from entry to exit", "持有时间分布", HoldingTime.read),
      factorLoading: record.share(
        "factor_loading", usual: 0...0.5, "Part of the score that is the factor's", "因子占得分方差的比例"),
      qualityLoading: record.share(
        "quality_loading", usual: 0...0.5, "Part of the score that is the company's quality", "企业质量占得分方差的比例"),
      timeCorrelation: record.number(
        "time_correlation", in: .strictlyBetween(-1, 1), "Correlation of the multiple and the time", "倍数与时间的相关系数"),
      maxMultiple: record.number("max_multiple", in: .between(0.01, 1e9), "Cap on the multiple", "倍数上限"))
    record.requireLoadings(law.factorLoading, law.qualityLoading)
    record.require(
      law.multiple.least < law.maxMultiple.value, at: "max_multiple", involving: ["multiple"],
      "the cap lies below what the law gives, or where its tail starts", "上限低于分布所给的倍数或尾部起点")
    return law
  }
}

extension MultipleDistribution {
  /// What a cap must lie above: a fixed multiple may reach it, a tail needs room.
  fileprivate var least: Double {
    switch self {
    case .fixed(let multiple): multiple.value.nextDown
    case .logNormal, .empirical: 0
    case .bodyAndTail(let law): law.tailStart.value
    case .buckets(let table): table.bounds.last ?? 0
    }
  }
}

extension HoldingTime {
  /// Reads the time from entry to exit.
  static func read(_ record: RecordReader) -> HoldingTime {
    record.variant(
      by: "kind", "Kind of law", "分布类型",
      [
        Alternative("fixed", "Always the same", "固定") {
          .fixed($0.timeSpan("time", in: .stays, usual: 0.25...15, "Time", "时间"))
        },
        Alternative("gamma", "Gamma", "伽马分布") {
          .gamma(
            mean: $0.timeSpan("mean", in: .stays, usual: 0.25...15, "Mean", "均值"),
            shape: $0.shape("shape"))
        },
      ])
  }
}

extension MultipleDistribution {
  /// Reads the law of a multiple.
  static func read(_ record: RecordReader) -> MultipleDistribution {
    record.variant(
      by: "kind", "Kind of law", "分布类型",
      [
        Alternative("fixed", "Always the same", "固定") {
          .fixed($0.number("multiple", in: .between(0, 1_000_000), usual: 0...20, "Multiple of cost", "成本倍数"))
        },
        Alternative("log_normal", "Lognormal", "对数正态") { .logNormal(LogNormalLaw.read($0)) },
        Alternative("body_and_tail", "Total loss, lognormal body, Pareto tail", "全损、对数正态主体与帕累托尾部") {
          .bodyAndTail(BodyAndTail.read($0))
        },
        Alternative("buckets", "A published table of classes", "已发表的分档表") { .buckets(MultipleBuckets.read($0)) },
        Alternative("empirical", "Values of a table, equally likely", "经验分布") { .empirical(readValues($0)) },
      ])
  }

  private static func readValues(_ record: RecordReader) -> [Double] {
    record.required(
      "values", .list(of: .number(in: .between(0, 1_000_000), uncertain: false), atLeast: 2), "Multiples of cost",
      "成本倍数"
    ).map(\.value)
  }
}

extension BodyAndTail {
  /// Reads a total loss, a body and a tail.
  static func read(_ record: RecordReader) -> BodyAndTail {
    let law = BodyAndTail(
      totalLoss: record.share("total_loss", "Probability of a total loss", "全损概率"),
      body: record.section("body", "Law below the threshold", "阈值以下的分布", LogNormalLaw.read),
      tail: record.share("tail", usual: 0...0.3, "Probability of the tail", "尾部概率"),
      tailStart: record.number(
        "tail_start", in: .between(0.01, 1_000_000), usual: 1...50, "Threshold, a multiple of cost", "尾部起点（成本倍数）"),
      tailExponent: record.number(
        "tail_exponent", in: .between(0.1, 100), usual: 0.8...5, "Exponent of the tail", "尾部指数"))
    record.require(
      law.totalLoss.value.fraction + law.tail.value.fraction <= 1, at: "tail", involving: ["total_loss"],
      "total loss and tail sum to more than 100 %", "全损与尾部概率合计超过 100 %")
    return law
  }
}

extension MultipleBuckets {
  /// Reads classes of outcomes: each but the last has an upper bound.
  static func read(_ record: RecordReader) -> MultipleBuckets {
    let classes = record.list("classes", atLeast: 2, "Classes of outcomes, from the lowest", "从低到高的分档") { record in
      (
        upTo: record.optional("up_to", .number(in: .above(0, upTo: 1_000_000), uncertain: false), "Upper bound", "上限")?
          .value,
        share: record.required("share", .share(uncertain: false), "Share", "份额")
      )
    }
    let bounds = classes.dropLast().compactMap(\.upTo)
    record.require(
      bounds.count == classes.count - 1 && classes.last?.upTo == nil && zip(bounds, bounds.dropFirst()).allSatisfy(<),
      at: "classes", "every class but the last has a bound, and the bounds rise", "除最后一档外均须有上限且逐档递增")
    let sum = classes.reduce(0) { $0 + $1.share.value.fraction }
    record.require(
      abs(sum - 1) < 1e-9, at: "classes", .sharesSum(text: QuantityKind.share.written((sum * 1e12).rounded() / 1e12)),
      expected: .sumOfOne)
    return MultipleBuckets(
      bounds: bounds, shares: classes.map(\.share),
      tailExponent: record.number(
        "tail_exponent", in: .between(0.1, 100), usual: 0.8...5, "Exponent of the last class", "末档尾部指数"))
  }
}
