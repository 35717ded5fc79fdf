// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Portfolio {
  /// Reads what a fund holds and buys.
  static func read(_ record: RecordReader, time: TimeGrid) -> Portfolio {
    record.variant(
      by: "kind", "Kind of portfolio", "组合类型",
      [
        Alternative("companies", "Company by company", "逐企业") {
          .companies(InvestmentProgramme.read($0, time: time))
        },
        Alternative("pacing", "A pacing law", "现金流节奏模型") { .pacing(PacingLaw.read($0)) },
        Alternative("funds", "Interests in other funds only", "只投子基金") { _ in .funds },
      ])
  }
}

extension InvestmentProgramme {
  /// Reads what a fund buys, when and for how much.
  static func read(_ record: RecordReader, time: TimeGrid) -> InvestmentProgramme {
    let tickets = record.required(
      "tickets", .keyed(by: CompanyStage.self, of: .section(TicketReading.read)), "Ticket by stage", "各阶段单笔投资"
    ).map { TicketPlan(stage: $0.key, ticket: $0.value.ticket, planned: $0.value.planned) }
    TicketReading.check(tickets, record)
    return InvestmentProgramme(
      period: record.timeSpan("period", in: .between(0.25, 100), usual: 1...10, "Investment period", "投资期"),
      streams: record.required(
        "streams", .list(of: .reference(to: "candidate_streams"), repeats: true), "Streams of candidates", "项目来源"),
      ticketsPerYear: record.required(
        "tickets_per_year", .list(of: .count(in: 0...10_000)), "New companies a year", "每年新投企业数"),
      tickets: tickets,
      mandate: record.section("mandate", "What the companies must be", "投资限制", Mandate.read),
      concentrationLimit: record.share(
        "concentration_limit", in: .above(0), usual: 0.05...0.5, "Most in one company", "单一企业投资上限"),
      followOn: record.optionalSection("follow_on", "Further rounds of companies held", "跟投后续轮次", FollowOn.read),
      redemption: record.optionalSection("redemption", "Right to be bought out", "回购权", RedemptionClause.read),
      coInvestment: record.optionalSection(
        "co_investment", "Investing beside another fund", "跟投", CoInvestment.read),
      named: record.list("named", "Companies bought whatever the ranking", "指定投资", NamedInvestment.read),
      openingHoldings: record.members("opening_holdings", "Holdings at the start", "期初持仓") {
        OpeningHolding.read($0, time: time)
      })
  }
}

/// The ticket of a stage as a file holds it.
private struct TicketReading {
  var ticket: Sourced<Money>
  var planned: Sourced<Share>?

  static func read(_ record: RecordReader) -> TicketReading {
    TicketReading(
      ticket: record.money("ticket", in: .above(0), "Ticket", "单笔投资额"),
      planned: record.optional("planned", .share(uncertain: false), "Planned share of the tickets", "计划占比"))
  }

  /// Planned shares stand at every stage or at none, and sum to one.
  static func check(_ tickets: [TicketPlan], _ record: RecordReader) {
    let planned = tickets.compactMap(\.planned)
    record.require(
      planned.isEmpty || planned.count == tickets.count, at: "tickets",
      "a share is planned for some stages only", "只有部分阶段给出了计划占比")
    let sum = planned.reduce(0) { $0 + $1.value.fraction }
    record.require(
      planned.isEmpty || abs(sum - 1) < 1e-9, at: "tickets",
      .sharesSum(text: QuantityKind.share.written((sum * 1e12).rounded() / 1e12)), expected: .sumOfOne)
  }
}

extension Mandate {
  /// Reads least shares and limits.
  static func read(_ record: RecordReader) -> Mandate {
    Mandate(
      sectors: record.required(
        "sectors", .list(of: .reference(to: "economy.sectors")), "Sectors allowed; empty for all", "允许的行业；空为不限"),
      earlyMinimum: record.share("early_minimum", "Least share of early-stage companies", "早期企业最低比例"),
      smallMinimum: record.share("small_minimum", "Least share of small companies", "小型企业最低比例"),
      smallValuationLimit: record.money(
        "small_valuation_limit", in: .above(0), "A company is small up to this valuation", "小型企业估值上限"),
      hardTechMinimum: record.share("hard_tech_minimum", "Least share of hard technology", "硬科技最低比例"),
      localMinimum: record.share("local_minimum", "Least share in the region", "本地企业最低比例"))
  }
}

extension FollowOn {
  /// Reads how a fund takes part in further rounds.
  static func read(_ record: RecordReader) -> FollowOn {
    FollowOn(
      reserve: record.share("reserve", usual: 0...0.6, "Share of commitments kept for it", "后续轮次预留比例"),
      proRata: record.share("pro_rata", "Part of the amount that keeps the stake", "按比例跟投的份额"),
      until: record.timeSpan("until", in: .between(0, 100), usual: 1...15, "Last age of the fund", "跟投截止年限"))
  }
}

extension RedemptionClause {
  /// Reads the right to be bought out.
  static func read(_ record: RecordReader) -> RedemptionClause {
    RedemptionClause(
      after: record.timeSpan("after", in: .between(0, 100), usual: 1...10, "From the investment", "投资后时间"),
      onlyStalled: record.flag("only_stalled", "On stalled companies only", "仅限停滞企业"))
  }
}

extension CoInvestment {
  /// Reads what a fund buys beside another.
  static func read(_ record: RecordReader) -> CoInvestment {
    CoInvestment(
      lead: record.reference("lead", to: "funds", "Fund that chooses", "领投基金"),
      share: record.share("share", in: .above(0), usual: 0.1...1, "Own ticket over the lead's", "与领投金额之比"))
  }
}

extension NamedInvestment {
  /// Reads a planned investment in a company of the scenario.
  static func read(_ record: RecordReader) -> NamedInvestment {
    NamedInvestment(
      company: record.reference("company", to: "companies", "Company", "企业"),
      ticket: record.money("ticket", in: .above(0), "What is invested", "投资额"))
  }
}

extension OpeningHolding {
  /// Reads a holding on the first day of the run.
  static func read(_ reader: RecordReader, time: TimeGrid) -> OpeningHolding {
    let acquired = reader.date("acquired", "When the fund invested", "投资日期")
    let record = reader.converting(in: acquired.year)
    let holding = OpeningHolding(
      name: record.name(),
      law: record.reference("law", to: "company_laws", "How it fares", "适用的演化规律"),
      stage: record.choice("stage", CompanyStage.self, "Stage", "阶段"),
      sector: record.reference("sector", to: "economy.sectors", "Sector", "行业"),
      stageSince: record.date("stage_since", "When it entered the stage", "进入阶段日期"),
      acquired: acquired,
      cost: record.money("cost", in: .above(0, upTo: 1e11), "What the fund paid", "投资成本"),
      multiple: record.number("multiple", in: .between(0, 1_000_000), "Value at the last round over cost", "上轮价值与成本之比"),
      hardTech: record.flag("hard_tech", "Hard technology", "硬科技"),
      local: record.flag("local", "In the region", "本地"))
    guard record.context.couldRead("time") else { return holding }
    let first = time.start.firstDay
    for (key, date) in [("stage_since", holding.stageSince), ("acquired", holding.acquired)] {
      record.require(
        date <= first, at: key, "\(date) is after the start of the run: a holding is there on \(first) already",
        "\(date) 晚于模拟起点：期初持仓在 \(first) 已经持有")
    }
    return holding
  }
}

extension PacingLaw {
  /// Reads a pacing law.
  static func read(_ record: RecordReader) -> PacingLaw {
    PacingLaw(
      contributionRates: record.required(
        "contribution_rates", .list(of: .share(), atLeast: 1), "Share of the undrawn commitment called by year",
        "各年实缴占未缴比例"),
      life: record.count("life", in: 1...50, "Life in years", "存续年数"),
      bow: record.number("bow", in: .between(0.1, 20), usual: 0.5...8, "How late distributions come", "分配弯度"),
      growth: record.annualRate(
        "growth", in: .between(-0.5, 0.5), usual: -0.1...0.3, "Growth net of all costs", "净增长率"),
      yield: record.share("yield", usual: 0...0.3, "Floor of the yearly distribution rate", "年分配率下限"),
      step: record.choice("step", PacingStep.self, "Yearly or quarterly flows", "按年或按季"))
  }
}
