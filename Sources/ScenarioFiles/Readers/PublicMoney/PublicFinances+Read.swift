// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension PublicFinances {
  /// Reads how the levels of government stand behind their contributions.
  static func readAll(_ record: RecordReader) -> [PublicFinances] {
    let levels = record.required(
      "public_money", .keyed(by: PublicLevel.self, of: .section(read)), "Budgets and debts behind the contributions",
      "出资的预算与债务")
    return levels.map { level, finances in
      var finances = finances
      finances.level = level
      return finances
    }
  }

  private static func read(_ record: RecordReader) -> PublicFinances {
    PublicFinances(
      level: .city,
      budget: record.optionalSection("budget", "Appropriation for the funds", "基金出资预算", BudgetTerms.read),
      bond: record.optionalSection("bond", "Special bonds", "专项债", BondTerms.read),
      platform: record.optionalSection("platform", "Balance sheet of the enterprises", "国企资产负债", PlatformTerms.read),
      alternatives: record.section("alternatives", "Other uses of the money", "资金的其他用途", AlternativeUses.read),
      exit: record.optionalSection("exit", "How a stake is sold", "国有权益转让程序", ExitProcedure.read),
      gate: record.optionalSection("call_gate", "What makes it postpone calls", "暂缓出资条件", CallGate.read))
  }
}

extension BudgetTerms {
  static func read(_ record: RecordReader) -> BudgetTerms {
    let amounts = record.required(
      "per_year", .yearly(of: .money(in: .atLeast(0))), "Appropriated a year", "每年预算安排")
    // One amount for all years is read as that of year 1.
    return BudgetTerms(
      years: amounts.map(\.year) == [1] ? [] : amounts.map(\.year), amounts: amounts.map(\.value),
      approved: record.count("approved", in: 1...4, "Quarter of the approval", "预算批复季度"),
      release: record.choice("release", BudgetReleaseRule.self, "How it becomes available", "拨付方式"),
      carryOver: record.count("carry_over", in: 0...5, usual: 0...2, "Years that money is carried over", "结转年数"))
  }
}

extension BondTerms {
  static func read(_ record: RecordReader) -> BondTerms {
    BondTerms(
      coupon: record.annualRate("coupon", in: .between(0, 0.2), usual: 0.01...0.05, "Coupon", "票面利率"),
      tenor: record.timeSpan("tenor", in: .between(0.25, 50), usual: 5...30, "Time to repayment", "期限"),
      interestPaid: record.choice("interest_paid", InterestFrequency.self, "How often interest is paid", "付息频率"))
  }
}

extension PlatformTerms {
  static func read(_ record: RecordReader) -> PlatformTerms {
    PlatformTerms(
      assets: record.money("assets", in: .above(0), "Assets without interests in the funds", "资产（不含本方案基金权益）"),
      debt: record.money("debt", in: .atLeast(0), "Debt not raised for the funds", "负债（不含为基金出资举借）"),
      spread: record.annualRate(
        "spread", in: .between(-0.05, 0.2), usual: -0.01...0.05, "Interest over the lending rate", "利率加点"),
      redLine: record.share("red_line", in: .above(0), usual: 0.5...0.9, "Red line of debt over assets", "资产负债率红线"))
  }
}

extension AlternativeUses {
  static func read(_ record: RecordReader) -> AlternativeUses {
    AlternativeUses(
      grant: record.optionalSection("grant", "The same money as a grant", "改为无偿资助", TransferReturn.read),
      subsidy: record.optionalSection("subsidy", "The same money as a subsidy", "改为补贴贴息", TransferReturn.read),
      reserve: record.optionalSection("reserve", "The same money in reserve", "留作储备") {
        $0.annualRate("rate", in: .between(-0.05, 0.2), usual: 0...0.05, "Interest", "利率")
      })
  }
}

extension TransferReturn {
  static func read(_ record: RecordReader) -> TransferReturn {
    TransferReturn(
      perYear: record.annualRate(
        "per_year", in: .between(0, 5), usual: 0...0.3, "Return to the budget a year, over the amount", "每年财政回报率"),
      delay: record.timeSpan("delay", in: .between(0, 30), "Time until it begins", "起效时间"),
      lasts: record.timeSpan("lasts", in: .between(0, 50), "How long it lasts", "持续时间"))
  }
}

extension ExitProcedure {
  static func read(_ record: RecordReader) -> ExitProcedure {
    ExitProcedure(
      decision: record.timeSpan("decision", usual: 0...1, "Decision", "决策时间"),
      appraisal: record.timeSpan("appraisal", usual: 0...1, "Appraisal", "评估时间"),
      listing: record.timeSpan("listing", usual: 0...1, "Listing on the exchange", "挂牌时间"),
      floor: record.share("floor", in: .above(0), usual: 0.8...1, "Least price over the appraised value", "转让底价与评估值之比"))
  }
}

extension CallGate {
  static func read(_ record: RecordReader) -> CallGate {
    let gate = CallGate(
      onEmptyBudget: record.flag(
        "on_empty_budget", "Calls wait for appropriations", "预算不足时暂缓出资"),
      onRedLine: record.flag("on_red_line", "Calls wait while the debt ratio is above the red line", "突破红线时暂缓出资"),
      remedyAfter: record.optional(
        "remedy_after", .timeSpan(in: .between(0.25, 50), usual: 0.5...5), "Time after which the investor has failed",
        "暂缓多久视为违约"))
    record.require(
      gate.onEmptyBudget || gate.onRedLine, at: "on_empty_budget", involving: ["on_red_line"],
      "nothing makes the level postpone calls", "没有任何暂缓出资的条件")
    return gate
  }
}
