// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Raising {
  /// Reads how social capital is raised.
  static func read(_ record: RecordReader) -> Raising {
    let raising = Raising(
      demandRatio: record.number(
        "demand_ratio", in: .above(0, upTo: 100), usual: 0.2...3, "Expected demand over target", "预期认购倍数"),
      sensitivity: record.number(
        "sensitivity", in: .between(0, 200), usual: 0...40, "Response of log demand to the expected return",
        "需求对预期收益率的敏感度"),
      requiredReturn: record.annualRate(
        "required_return", in: .between(-0.5, 1), usual: 0...0.2, "Net return that investors ask for", "投资人要求收益率"),
      factorLoading: record.number(
        "factor_loading", in: .between(-10, 10), usual: 0...1, "Loading of log demand on the common factor",
        "需求对公共因子的载荷"),
      sigma: record.number(
        "sigma", in: .between(0, 10), usual: 0...1, "Standard deviation of log demand", "需求对数的标准差"),
      minimumClosing: record.share(
        "minimum_closing", usual: 0...0.9, "Least that must close, of all commitments", "最低成立规模占比"),
      belowMinimum: record.choice("below_minimum", ClosingFailure.self, "What happens below it", "未达最低规模时"),
      classes: record.required(
        "classes", .list(of: .choice(InvestorClass.self)), "Classes whose commitments are uncertain", "募集不确定的出资人类别"),
      closings: record.list("closings", atLeast: 1, "When investors are admitted", "各次交割", Closing.read),
      equalisationRate: record.annualRate(
        "equalisation_rate", in: .between(0, 0.5), usual: 0...0.12, "Interest that later investors pay to earlier ones",
        "后续交割补偿利率"))
    raising.check(record)
    return raising
  }

  private func check(_ record: RecordReader) {
    record.require(
      closings.first.map { $0.after.value.wholeQuarters == 0 } ?? true, at: "closings",
      "the first closing is at the start of the fund", "首次交割须在基金设立时")
    record.require(
      zip(closings, closings.dropFirst()).allSatisfy {
        $0.after.value.wholeQuarters < $1.after.value.wholeQuarters
      }, at: "closings", "the closings are not in order of time, a quarter apart at least", "各次交割未按时间先后排列，或间隔不足一季")
    let sum = closings.reduce(0) { $0 + $1.share.value.fraction }
    record.require(
      abs(sum - 1) < 1e-9, at: "closings",
      .sharesSum(text: QuantityKind.share.written((sum * 1e12).rounded() / 1e12)), expected: .sumOfOne)
    record.require(
      !classes.contains(.fund), at: "classes", "what a fund of the scenario commits is certain", "本方案中基金的认缴是确定的")
  }

  /// Reports what does not fit the fund.
  func check(_ fund: Fund, _ record: RecordReader) {
    let target = fund.investors.filter { concerns($0.value.investorClass) }
      .reduce(0) { $0 + record.reach($1.value.commitment).lowerBound }
    record.require(
      target > 0, at: "raising", involving: ["investors"], "no investor of these classes commits anything",
      "这些类别的出资人没有认缴")
    record.require(
      fund.opening == nil, at: "raising", involving: ["opening"], "a fund from before the run has raised its capital",
      "模拟开始前已设立的基金不再募集")
    let last = closings.last?.after.value.years ?? 0
    record.require(
      last < record.reach(fund.life.term).lowerBound, at: "raising", involving: ["life"],
      "the last closing is after the end of the fund", "末次交割晚于基金到期")
  }
}

extension Closing {
  /// Reads a date at which investors are admitted.
  static func read(_ record: RecordReader) -> Closing {
    Closing(
      after: record.required(
        "after", .timeSpan(in: .between(0, 20), usual: 0...3, uncertain: false), "From the start of the fund", "距设立时间"),
      share: record.required("share", .share(uncertain: false), "Share of what was raised", "占募集额比例"))
  }
}

extension Honouring {
  /// Reads how an investor honours calls.
  static func read(_ record: RecordReader) -> Honouring {
    let honouring = Honouring(
      late: record.share("late", usual: 0...0.4, "Probability that it is late with a call", "出资延迟概率"),
      delay: record.timeSpan("delay", in: .between(0.25, 20), usual: 0.25...2, "How long it then pays nothing", "延迟时长"),
      fails: record.share("fails", usual: 0...0.1, "Probability that it fails at a call", "出资违约概率"),
      persistence: record.number(
        "persistence", in: .between(0, 0.999), usual: 0...0.95, "Correlation of its state from quarter to quarter",
        "状态的季度自相关"),
      factorLoading: record.share(
        "factor_loading", usual: 0...0.6, "Share of its state that is the common factor's", "状态方差中公共因子占比"),
      after: record.optional("after", .choice(PaymentOrder.self), "Whose money must come first", "须先到位的出资人"),
      remedy: record.choice("remedy", DefaultRemedy.self, "What a failure leads to", "违约处理"),
      penalty: record.share("penalty", "Share of the stake that others take over under dilution", "稀释时转让的份额"))
    record.require(
      record.reach(honouring.late).upperBound + record.reach(honouring.fails).upperBound <= 1, at: "late",
      involving: ["fails"], "the probabilities sum to more than one (ranges count from end to end)", "概率之和超过一（区间按两端计）")
    record.advise(
      honouring.remedy == .dilution || !record.has("penalty"), at: "penalty", involving: ["remedy"],
      "counts for nothing: only dilution takes a share of the stake", "不起作用：仅稀释（dilution）转让部分份额")
    return honouring
  }
}
