// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension LossTolerance {
  /// Reads how much a fund may lose.
  static func read(_ record: RecordReader) -> LossTolerance {
    LossTolerance(
      project: record.section("project", "Most of a project's cost that may be lost", "单个项目容忍亏损比例") {
        ProjectTolerance.read($0)
      },
      fund: share(record, "fund", "Most of the cost of all that is realised", "基金整体容忍亏损比例"),
      offsetsGains: record.flag("offset_gains", "Gains offset losses of other projects", "以盈补亏后计算整体亏损"))
  }

  /// A threshold is a term, which nobody draws.
  fileprivate static func share(
    _ record: RecordReader, _ key: String, _ english: String, _ chinese: String
  ) -> Sourced<Share> {
    record.required(key, .share(uncertain: false), english, chinese)
  }
}

extension ProjectTolerance {
  fileprivate static func read(_ record: RecordReader) -> ProjectTolerance {
    ProjectTolerance(
      seed: LossTolerance.share(record, "seed", "Seed and angel", "种子期与天使期"),
      early: LossTolerance.share(record, "early", "Series A", "A 轮"),
      later: LossTolerance.share(record, "later", "Series B and later", "B 轮及以后"))
  }
}

extension ReinvestmentClause {
  /// Reads what is to be brought back to the region.
  static func read(_ record: RecordReader) -> ReinvestmentClause {
    let kinds = record.section("recognised", "What counts, and how much", "认定口径", Kinds.read)
    return ReinvestmentClause(
      multiple: record.required(
        "multiple", .number(in: .above(0, upTo: 100), usual: 0.5...3, uncertain: false),
        "Local investment asked for, over the commitments", "返投倍数"),
      investors: record.optional(
        "investors", .list(of: .reference(to: "funds.*.investors"), atLeast: 1),
        "Investors that it is reckoned against; all public ones if left out", "计算基数的出资人，不填为全部财政国资出资") ?? [],
      deadline: record.required(
        "deadline", .timeSpan(in: .above(0), usual: 1...15, uncertain: false), "Age of the fund by which it is due",
        "返投期限"),
      ownInvestment: kinds.own, attractedInvestment: kinds.attracted, subFund: kinds.subFund)
  }

  /// Reports what does not fit the fund.
  func check(_ record: RecordReader, of fund: Identified<Fund>) {
    let path = "funds.\(fund.id).reinvestment"
    let known = Set(fund.value.investors.map(\.id))
    for id in investors {
      record.require(
        known.contains(id), atPath: "\(path).investors", "\(id) is no investor of this fund", "\(id) 不是本基金的出资人")
    }
    record.require(
      Set(investors).count == investors.count, atPath: "\(path).investors", "an investor stands here twice",
      "出资人重复")
    record.require(
      !investors.isEmpty
        || fund.value.investors.contains { $0.value.investorClass.publicLevel != nil || $0.value.fund != nil },
      atPath: path, "no public money stands behind the fund: name the investors that it is reckoned against",
      "基金没有财政或国资出资：请用 investors 指明计算基数的出资人")
    let life = fund.value.life
    let longest = life.term.value.years + Double(life.extensionCount.value) * life.extensionLength.value.years
    record.advise(
      !record.context.couldRead("funds.\(fund.id).life") || deadline.value.years <= longest,
      atPath: "\(path).deadline", "due only when the fund has ended, after \(QuantityKind.timeSpan.written(longest))",
      "到期晚于基金最长存续期 \(QuantityKind.timeSpan.written(longest, .chinese))")
    guard let stated = fund.value.governance.reinvestmentRatio?.value, investors.isEmpty else { return }
    record.require(
      abs(stated - multiple.value) < 1e-9, atPath: "funds.\(fund.id).governance.reinvestment_ratio",
      "the fund's clause asks for \(multiple.value), \(stated) is stated; leave the field out",
      "返投条款要求 \(multiple.value) 倍，与所填 \(stated) 倍矛盾；可不填此项")
  }

  private struct Kinds {
    var own: Recognition?
    var attracted: Recognition?
    var subFund: Recognition?

    static func read(_ record: RecordReader) -> Kinds {
      let kinds = Kinds(
        own: record.optionalSection(
          "own_investment", "The fund's money in local companies", "基金直接投资本地企业", Recognition.read),
        attracted: record.optionalSection(
          "attracted_investment", "Others' money in the same rounds", "带动的同轮其他投资", Recognition.read),
        subFund: record.optionalSection(
          "sub_fund", "Money of funds that it holds, by its stake", "所投子基金投资本地企业（按份额）", Recognition.read))
      record.require(
        kinds.own != nil || kinds.attracted != nil || kinds.subFund != nil, at: "own_investment",
        "nothing is recognised: name own_investment, attracted_investment or sub_fund",
        "没有任何认定口径：请填 own_investment、attracted_investment 或 sub_fund")
      return kinds
    }
  }
}

extension Recognition {
  fileprivate static func read(_ record: RecordReader) -> Recognition {
    Recognition(
      weight: record.required(
        "weight", .number(in: .between(0, 10), usual: 0...2, uncertain: false), "What a yuan counts for", "认定系数"),
      most: record.optional(
        "most", .number(in: .above(0, upTo: 100), uncertain: false), "Most that it counts for, over the commitments",
        "认定上限（倍数）"))
  }
}
