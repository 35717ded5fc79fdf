// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension PlaceChoice {
  /// Reads how a lead compares places.
  static func read(_ record: RecordReader) -> PlaceChoice {
    func weight(_ key: String, _ english: String, _ chinese: String) -> Sourced<Double> {
      record.number(key, in: .between(0, 100), usual: 0...20, english, chinese)
    }
    return PlaceChoice(
      fit: weight("fit", "Weight of the fit for the sector", "行业匹配权重"),
      cost: weight("cost", "Weight of the cost index above 1", "成本权重"),
      support: weight("support", "Weight of the support promised", "支持权重"),
      credibility: weight("credibility", "Weight of credibility", "信用权重"),
      contested: record.share("contested", "Share of leads that all places of the tree may bid for", "区域内可竞争的线索比例"),
      rivalled: record.share("rivalled", "Share of leads that rivals may take", "可被外地争走的线索比例"))
  }
}

extension RivalPlace {
  /// Reads a place outside of the tree.
  static func read(_ record: RecordReader) -> RivalPlace {
    RivalPlace(
      name: record.name(),
      attraction: record.number("attraction", in: .between(-20, 20), usual: -3...4, "Its utility besides", "固有吸引力"),
      fit: record.weights("fit", "What it offers each sector", "对各行业的吸引力"),
      costIndex: record.number("cost_index", in: .above(0, upTo: 100), usual: 0.5...2, "Its cost index", "营商成本指数"),
      support: record.share("support", usual: 0...0.2, "Support that it promises, of investment", "承诺支持占投资比例"),
      credibility: record.share("credibility", "Its credibility", "信用指数"))
  }
}

extension SupportOffer {
  /// Reads support that is promised at the signing.
  static func read(_ record: RecordReader) -> SupportOffer {
    let from = record.optional("from", .date(), "First day on which it may be promised", "可承诺起始日")
    let until = record.optional("until", .date(), "Day from which it may not be promised", "停止承诺日")
    if let from, let until {
      record.require(from < until, at: "until", involving: ["from"], "it ends before it starts", "终止日不晚于起始日")
    }
    let offer = SupportOffer(
      name: record.name(), basis: record.name("basis", "Its legal basis", "法律依据"), from: from, until: until,
      regions: record.members("regions", of: "regions", "Regions that promise it", "承诺区域"),
      projects: record.filter("projects", "Projects that it is promised to", "适用项目"),
      share: record.share("share", usual: 0...0.2, "Promised, of planned investment", "承诺额占计划投资比例"),
      after: record.choice("after", ProjectMilestone.self, "Milestone from which it is due", "到期节点"),
      years: record.timeSpan("years", in: .between(0, 50), usual: 0.25...10, "Time over which it falls due", "兑付年限"),
      latePenalty: record.annualRate(
        "late_penalty", in: .between(0, 10), usual: 0...0.5, "Part lost for a year of late start", "迟开工每年扣减比例"),
      startWithin: record.timeSpan(
        "start_within", in: .between(0, 50), usual: 0.25...3, "Time to a start that is not late", "按期开工时限"))
    record.require(offer.after >= .signed, at: "after", "promises fall due after the signing", "支持须在签约之后到期")
    return offer
  }
}

extension CommitmentTerms {
  /// Reads how promises are kept.
  static func read(_ record: RecordReader) -> CommitmentTerms {
    CommitmentTerms(
      kept: record.share("kept", usual: 0.3...1, "Most that is paid of what is due in a quarter", "每季到期支持的最高兑付比例"),
      memory: record.share("memory", usual: 0...0.5, "Part by which the index moves a quarter", "信用指数每季调整比例"))
  }
}

extension StallTerms {
  /// Reads how signed projects come to a halt.
  static func read(_ record: RecordReader) -> StallTerms {
    StallTerms(
      hazard: record.annualRate("hazard", in: .between(0, 10), usual: 0...0.4, "Yearly hazard of a halt", "年停滞风险率"),
      quality: record.number(
        "quality", in: .between(-10, 10), usual: -2...0, "Factor of quality on the log hazard", "质量对停滞的影响"),
      revival: record.annualRate("revival", in: .between(0, 10), usual: 0...2, "Yearly hazard of moving on", "年复工率"),
      stopAfter: record.optional(
        "stop_after", .timeSpan(in: .above(0), usual: 0.25...3), "Halt after which it is ended", "止损时限"),
      writeOff: record.share("write_off", "Part of the money in place that is lost", "到位资金损失比例"))
  }
}

extension ReportingTerms {
  /// Reads what units report, and what is found out.
  static func read(_ record: RecordReader) -> ReportingTerms {
    ReportingTerms(
      inflation: record.number(
        "inflation", in: .between(1, 100), usual: 1...3, "Reported over true money in place", "上报与真实到位之比"),
      audit: record.share("audit", usual: 0...0.5, "Probability of an audit a quarter", "每季被抽查概率"),
      correction: record.share("correction", "Part of the excess that it takes away", "抽查核减比例"),
      statistical: record.share(
        "statistical", usual: 0.2...0.8, "Part of true money that enters statistics", "纳入固投统计比例"),
      statisticalLag: record.timeSpan("statistical_lag", in: .between(0, 5), usual: 0...1, "How much later", "统计滞后"))
  }
}

extension PressureTerms {
  /// Reads what falling behind a quota does.
  static func read(_ record: RecordReader) -> PressureTerms {
    PressureTerms(
      effort: record.number(
        "effort", in: .between(-1, 10), usual: 0...0.5, "Rise of leads for who has nothing of a quota", "任务压力带来的线索增幅"),
      inflation: record.number(
        "inflation", in: .between(0, 10), usual: 0...0.5, "What is added to reported over true", "任务压力带来的虚报增幅"))
  }
}
