// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Fund {
  /// Reads a fund; one that started before the run needs an opening account.
  static func read(_ reader: RecordReader, time: TimeGrid) -> Fund {
    let starts = reader.quarter("starts", "Quarter of the first closing", "首次交割季度")
    let record = reader.converting(in: starts.year)
    let fund = Fund(
      name: record.name(),
      starts: starts,
      investors: record.members("investors", atLeast: 1, "Investors", "出资人", Investor.read),
      raising: record.optionalSection("raising", "How social capital is raised", "社会资本募集", Raising.read),
      calls: record.section("calls", "How capital is called", "实缴安排", CapitalCalls.read),
      portfolio: record.section("portfolio", "What the fund holds and buys", "投资组合") { Portfolio.read($0, time: time) },
      fees: record.section("fees", "What the fund costs", "费用", Fees.read),
      waterfall: record.section("waterfall", "How proceeds are divided", "收益分配", WaterfallClause.read),
      concessions: record.members("concessions", "What investors give up for others", "让利安排", Concession.read),
      life: record.section("life", "How long the fund lives", "存续期", FundLife.read),
      manager: record.section("manager", "Who manages the fund", "管理人", Manager.read),
      valuation: record.section("valuation", "How the reported value is made", "报告估值", ReportedValuation.read),
      idleCashSpread: record.annualRate(
        "idle_cash_spread", in: .between(-0.5, 0.1), usual: -0.05...0.02, "Interest on idle cash over the lending rate",
        "闲置资金利率与 LPR 之差"),
      opening: record.optionalSection("opening", "What happened before the run", "期初账目", OpeningAccount.read),
      tolerance: record.optionalSection("tolerance", "How much the fund may lose", "容错", LossTolerance.read),
      reinvestment: record.optionalSection(
        "reinvestment", "What is to be brought back to the region", "返投", ReinvestmentClause.read),
      creditLine: record.optionalSection(
        CreditLine.id, "Line of credit drawn on before calls", "认缴授信（过桥贷款）", CreditLine.read),
      stateSale: record.optionalSection(
        StateSale.id, "How a state-owned fund sells what is left", "国有基金剩余资产转让程序", StateSale.read),
      inKind: record.optionalSection(
        InKindDistribution.id, "Listed shares that investors receive", "非现金分配", InKindDistribution.read),
      publicExit: record.optionalSection(
        PublicExit.id, "What lets public investors leave", "财政国资提前退出", PublicExit.read),
      governance: record.section("governance", "Facts that rules of law ask for", "合规所需事实", FundGovernance.read))
    fund.check(record, time)
    return fund
  }

  private func check(_ record: RecordReader, _ time: TimeGrid) {
    if record.context.couldRead("time") { checkTimes(record, time) }
    let committed = investors.reduce(0) { $0 + record.reach($1.value.commitment).lowerBound }
    record.require(
      committed > 0, at: "investors", "nobody commits anything (ranges count from end to end)",
      "认缴总额为零（区间按两端计）")
    raising?.check(self, record)
    checkTermsByClass(record)
    checkClauses(record)
    let classes = Set(investors.map(\.value.investorClass))
    record.require(
      waterfall.classes.allSatisfy { classes.contains($0.investorClass) }, at: "waterfall", involving: ["investors"],
      "terms are given for a class of which there is no investor", "为没有出资人的类别规定了条款")
    if let opening {
      record.require(
        record.reach(opening.paidIn).upperBound <= committed, at: "opening", involving: ["investors"],
        "more is paid in than committed", "实缴超过认缴")
    }
    if case .companies(let programme) = portfolio {
      record.require(
        record.reach(programme.period).upperBound <= record.reach(life.term).lowerBound, at: "portfolio",
        involving: ["life"],
        "the investment period is longer than the term", "投资期长于存续期")
    }
  }

  /// Waterfalls by class of terms follow what a class paid in; capital and stakes that pass between investors are not
  /// followed through them.
  private func checkTermsByClass(_ record: RecordReader) {
    record.require(
      waterfall.classes.isEmpty || raising?.closings.count ?? 1 == 1, at: "raising", involving: ["waterfall"],
      "several closings beside terms by class are not supported yet", "尚不支持多次交割与分类别条款并用")
    record.require(
      waterfall.classes.isEmpty || investors.allSatisfy { $0.value.honouring?.remedy ?? .cut == .cut }, at: "investors",
      involving: ["waterfall"], "beside terms by class the remedy can only be cut", "与分类别条款并用时，违约处理只能为 cut")
  }

  /// A line pays for purchases before anybody contributes to them, which deals cannot tell; and derived plans name it.
  private func checkClauses(_ record: RecordReader) {
    record.require(
      creditLine == nil || waterfall.kind == .european, at: CreditLine.id, involving: ["waterfall"],
      "a line of credit beside a waterfall deal by deal is not supported yet", "尚不支持认缴授信与逐项目分配并用")
    let taken = concessions.first { clauses.contains($0.id) }?.id ?? ""
    record.require(
      taken.isEmpty, at: "concessions", "the id \(taken) is that of a clause of the fund in derived plans",
      "编号 \(taken) 专指基金的同名条款")
    record.require(
      stateSale == nil || life.rest == .sale, at: StateSale.id, involving: ["life"],
      "what is left is written off, so nothing is sold", "期末剩余资产核销，无可转让")
    publicExit?.check(self, record)
  }

  private func checkTimes(_ record: RecordReader, _ time: TimeGrid) {
    record.require(
      starts < time.start.advanced(by: time.quarters), at: "starts", .offTheGrid("\(starts)"))
    record.require(
      starts >= time.start || opening != nil, at: "starts", involving: ["opening"],
      "the fund starts before the run, but has no section opening", "基金早于模拟开始，但没有 opening 一节")
    record.require(
      starts < time.start || opening == nil, at: "opening", involving: ["starts"],
      "the fund starts in the run and cannot have an opening account", "基金在模拟期内设立，不能有期初账目")
    record.advise(
      governance.established.map { $0 <= starts.lastDay } ?? true, at: "governance",
      involving: ["starts"], "established after the quarter of the first closing", "设立日期晚于首次交割的季度")
    record.advise(
      starts.advanced(by: life.term.value.wholeQuarters) <= time.start.advanced(by: time.quarters), at: "life",
      involving: ["starts"], "the run ends before the fund does", "模拟在基金到期前结束")
  }
}

extension Investor {
  /// Reads a partner with its commitment.
  static func read(_ record: RecordReader) -> Investor {
    let investor = Investor(
      investorClass: record.choice("class", InvestorClass.self, "Kind of investor", "出资人类别"),
      fund: record.optional("fund", .reference(to: "funds"), "The fund that it is", "所指基金"),
      commitment: record.money("commitment", in: .atLeast(0), "Commitment", "认缴额"),
      sourceOfFunds: record.choice("source_of_funds", SourceOfFunds.self, "Where the money comes from", "资金来源"),
      honouring: record.optionalSection("honouring", "How it honours calls", "出资到位情况", Honouring.read))
    record.require(
      (investor.investorClass == .fund) == (investor.fund != nil), at: "class", involving: ["fund"],
      "the class fund and the field fund belong together", "类别 fund 与字段 fund 须同时出现")
    investor.checkSource(record)
    return investor
  }

  /// Money of a budget counts as public by the class of its investor, so the class must say so.
  private func checkSource(_ record: RecordReader) {
    let isOfBudget = SourceOfFunds.ofGovernments.contains(sourceOfFunds)
    record.require(
      !isOfBudget || investorClass.publicLevel != nil, at: "source_of_funds", involving: ["class"],
      "money of a budget needs a fiscal class, or state_owned_enterprise where it was injected",
      "财政资金的出资人应为财政类别；注资国企的应为 state_owned_enterprise")
    record.advise(
      isOfBudget || !investorClass.isFiscal, at: "source_of_funds", involving: ["class"],
      "a fiscal investor pays from a budget: general_budget, land_fund, state_capital_budget or special_bond",
      "财政出资来自预算：请填 general_budget、land_fund、state_capital_budget 或 special_bond")
  }
}

extension CapitalCalls {
  /// Reads how capital is called.
  static func read(_ record: RecordReader) -> CapitalCalls {
    let calls = CapitalCalls(
      method: record.choice("method", CallMethod.self, "When and how much", "实缴方式"),
      offset: record.choice("offset", CallOffset.self, "Whether proceeds pay for needs first", "是否先用回款"),
      first: record.share("first", in: .above(0), usual: 0.1...1, "First call", "首期实缴比例"),
      instalment: record.share("instalment", in: .above(0), usual: 0.05...1, "Each further call", "后续每期比例"),
      recycling: record.share(
        "recycling", usual: 0...0.25, "Proceeds that may buy further companies, of commitments", "循环投资上限（占认缴）"))
    for key in ["first", "instalment"] {
      record.advise(
        calls.method != .asNeeded || !record.has(key), at: key, involving: ["method"],
        "counts for nothing: capital is called as needed", "不起作用：按需实缴")
    }
    return calls
  }
}

extension OpeningAccount {
  /// Reads what moved before the run.
  static func read(_ record: RecordReader) -> OpeningAccount {
    OpeningAccount(
      paidIn: record.money("paid_in", in: .atLeast(0), "Paid in", "已实缴"),
      distributed: record.money("distributed", in: .atLeast(0), "Paid out to investors", "已分配"),
      cash: record.money("cash", in: .atLeast(0), "In the fund's account", "账面现金"))
  }
}

extension Manager {
  /// Reads who manages a fund.
  static func read(_ record: RecordReader) -> Manager {
    Manager(
      name: record.name(),
      skill: record.number("skill", in: .between(0, 1), "Correlation of what the manager sees with quality", "识别能力"))
  }
}
