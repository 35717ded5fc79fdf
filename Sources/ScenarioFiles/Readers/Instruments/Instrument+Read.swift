// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Instrument {
  /// Reads support of companies beside the funds.
  static func read(_ record: RecordReader, time: TimeGrid) -> Instrument {
    let instrument = Instrument(
      name: record.name(),
      payer: record.choice("payer", PublicLevel.self, "Level of government that pays", "出资层级"),
      sourceOfFunds: record.choice("source_of_funds", SourceOfFunds.self, "Budget that it is paid from", "资金来源"),
      first: record.optional("first", .quarter(), "First quarter of admission", "首个受理季度"),
      last: record.optional("last", .quarter(), "Last quarter of admission", "最后受理季度"),
      pool: record.section("pool", "Companies that it is for", "支持范围", InstrumentPool.read),
      ceiling: record.optional(
        "ceiling", .money(in: .atLeast(0)), "Most that grants, credit and assets may sum to", "资助、贷款与资产投入总额上限"),
      grant: record.optionalSection("grant", "Money that is given", "无偿资助", GrantTerms.read),
      credit: record.optionalSection("credit", "A loan", "贷款", CreditTerms.read),
      contribution: record.optionalSection(
        "contribution", "Land or a factory", "土地或厂房投入", ContributionTerms.read),
      rescue: record.optionalSection("rescue", "Rescue of companies in distress", "困境企业救助", RescueTerms.read),
      facts: record.section("facts", "What rules of law ask for", "合规事实", SupportPackage.readFacts))
    instrument.check(record, time: time)
    return instrument
  }

  private func check(_ record: RecordReader, time: TimeGrid) {
    record.require(
      grant != nil || credit != nil || contribution != nil || rescue != nil, at: "grant",
      involving: ["credit", "contribution", "rescue"], "the instrument gives nothing", "工具没有任何内容")
    if record.context.couldRead("time") { checkTimes(record, time) }
    checkSizes(record)
  }

  private func checkTimes(_ record: RecordReader, _ time: TimeGrid) {
    let end = time.start.advanced(by: time.quarters)
    for (key, quarter) in [("first", first), ("last", last)] {
      guard let quarter else { continue }
      record.require(quarter >= time.start && quarter < end, at: key, .offTheGrid("\(quarter)"))
    }
    record.require(
      (first ?? time.start) <= (last ?? end), at: "last", involving: ["first"],
      "the last quarter comes before the first", "最后受理季度早于首个受理季度")
  }

  /// A size may only refer to a grant of the same instrument.
  private func checkSizes(_ record: RecordReader) {
    let sizes: [(String, InstrumentSize?, Bool)] = [
      ("grant", grant?.size, false), ("credit", credit?.size, grant != nil),
      ("contribution", contribution?.size, grant != nil),
    ]
    for (key, size, hasGrant) in sizes {
      guard case .ofGrant? = size else { continue }
      record.require(
        hasGrant, at: key, involving: ["grant"], "the size is a multiple of a grant that the instrument does not give",
        "按资助倍数确定，但该工具没有资助")
    }
  }
}

extension InstrumentPool {
  /// Reads which companies an instrument is for.
  static func read(_ record: RecordReader) -> InstrumentPool {
    let pool = InstrumentPool(
      funds: record.optional(
        "funds", .list(of: .reference(to: "funds"), atLeast: 1), "Bought by one of these", "被其中一只基金投资")
        ?? [],
      streams: record.optional(
        "streams", .list(of: .reference(to: "candidate_streams"), atLeast: 1), "From one of these streams", "项目来源")
        ?? [],
      stages: record.words("stages", CompanyStage.self, "Stages at entry", "进入时阶段") ?? [],
      sectors: record.optional(
        "sectors", .list(of: .reference(to: "economy.sectors"), atLeast: 1), "Sectors", "行业") ?? [],
      onlyLocal: record.flag("only_local", "Companies of the region only", "仅限本地企业"),
      onlyHardTech: record.flag("only_hard_tech", "Hard technology only", "仅限硬科技企业"),
      share: record.share("share", "Part of them that is admitted", "受理比例"),
      failedBelow: record.share(
        "failed_below", in: .between(0, 1), "Part of cost below which a law of multiples counts as failure",
        "倍数规律下视为失败的收回比例"))
    record.require(
      !pool.funds.isEmpty || !pool.streams.isEmpty, at: "funds", involving: ["streams"],
      "neither funds nor streams are named", "须指明基金或项目来源")
    return pool
  }
}

extension InstrumentSize {
  /// Reads how much a company gets.
  static func read(_ record: RecordReader) -> InstrumentSize {
    record.variant(
      by: "by", "What the amount goes by", "金额依据",
      [
        Alternative("fixed", "The same for every company", "定额") {
          .fixed($0.money("amount", in: .above(0, upTo: 1e11), "Amount", "金额"))
        },
        Alternative("ticket", "A multiple of the ticket", "按投资额倍数") {
          .ofTicket(
            $0.number("times", in: .between(0, 100), usual: 0...5, "Over the ticket", "与投资额之比"),
            most: $0.optional("most", .money(in: .above(0)), "Most for one company", "单户上限"))
        },
        Alternative("grant", "A multiple of the grant", "按资助倍数") {
          .ofGrant($0.number("times", in: .between(0, 100), usual: 1...30, "Over the grant", "与资助之比"))
        },
      ])
  }
}

extension GrantTerms {
  /// Reads money that is given.
  static func read(_ record: RecordReader) -> GrantTerms {
    GrantTerms(
      size: record.section("size", "How much", "金额", InstrumentSize.read),
      conversion: record.optionalSection("conversion", "The right to shares later", "转股安排") {
        GrantConversion(
          milestone: $0.choice("milestone", CompanyStage.self, "Stage that a round must open", "转股所需轮次"),
          discount: $0.share("discount", in: .between(0, 0.9), usual: 0...0.3, "Discount to its price", "转股折扣"),
          mostStake: $0.share("most_stake", in: .above(0), usual: 0.05...0.3, "Most of the company", "持股上限"),
          repaid: $0.share("repaid", "Part that is paid back if it never converts", "未转股时返还比例"))
      })
  }
}

extension ContributionTerms {
  /// Reads what is given or let in kind.
  static func read(_ record: RecordReader) -> ContributionTerms {
    ContributionTerms(
      asset: record.choice("asset", ContributedAsset.self, "What it is", "资产类别"),
      size: record.section("size", "Appraised value", "评估值", InstrumentSize.read),
      use: record.variant(
        by: "for", "What it is for", "用途",
        [
          Alternative("shares", "Shares at the price of the entry", "作价出资入股") {
            .shares(
              worth: $0.number(
                "worth", in: .between(0, 10), usual: 0.5...2, "What is given up over the appraised value", "实际价值与评估值之比"),
              returned: $0.share("returned", "Part that comes back at a failure", "失败时收回比例"))
          },
          Alternative("rent_relief", "Rent is not asked for", "免租") {
            .rentRelief(
              rent: $0.annualRate("rent", in: .between(0, 1), usual: 0...0.15, "Rent over the appraised value", "年租金率"),
              lasts: $0.timeSpan("lasts", in: .between(0, 50), usual: 0...10, "For how long", "免租期"))
          },
        ]))
  }
}

extension RescueTerms {
  /// Reads what is done for companies in distress.
  static func read(_ record: RecordReader) -> RescueTerms {
    RescueTerms(
      triggers: record.required(
        "triggers", .list(of: .choice(Distress.self), atLeast: 1), "What is distress", "触发情形"),
      revives: record.share("revives", usual: 0...0.5, "Probability that the company is revived", "救活概率"),
      price: record.share("price", in: .above(0), usual: 0.1...1, "Price over the last value per share", "新股价格与上轮之比"),
      sold: record.share("sold", in: .between(0, 0.95), usual: 0.1...0.6, "Part of the company that is sold", "出让比例"),
      debtCut: record.share("debt_cut", "Part of the debt that is cut", "债务减免比例"),
      extends: record.timeSpan("extends", in: .between(0, 30), usual: 0...5, "Extension of the rest", "展期"),
      cost: record.money("cost", in: .atLeast(0), "Cost of an attempt", "每次救助费用"))
  }
}
