// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ProjectSector {
  /// Reads a sector of projects.
  static func read(_ record: RecordReader) -> ProjectSector {
    ProjectSector(
      name: record.name(),
      factor: record.optional(
        "factor", .reference(to: "economy.sectors"), "Sector of the economy whose factor it follows", "所随的经济行业因子"),
      flags: record.required(
        "flags", .list(of: .word(declaring: Promotion.flags)), "Words that all its projects bear", "全行业标签"),
      isOpen: record.flag("is_open", "Whether it may be entered", "是否准入"),
      investmentPerMu: record.money(
        "investment_per_mu", in: .above(0), usual: 50e4...1500e4, "Investment on a mu of land", "亩均投资强度"),
      investmentPerSquareMetre: record.money(
        "investment_per_square_metre", in: .above(0), usual: 500...5e4, "Investment on a square metre of factory",
        "每平方米厂房投资"),
      factoryShare: record.share("factory_share", "Share of projects in standard factories", "入驻标准厂房的项目比例"),
      energyPerHundredMillion: record.required(
        "energy_per_hundred_million", .mass(), "Coal equivalent a year for 1 亿元 invested", "每亿元投资年综合能耗"),
      emissionsPerHundredMillion: record.required(
        "emissions_per_hundred_million", .mass(), "Emissions a year for 1 亿元 invested", "每亿元投资年排放"),
      outputRatio: record.number(
        "output_ratio", in: .between(0, 100), usual: 0.3...3, "Promised yearly output over investment", "承诺产值与投资之比"),
      taxRatio: record.share("tax_ratio", usual: 0...0.1, "Taxes over output", "税收与产值之比"),
      jobsPerHundredMillion: record.number(
        "jobs_per_hundred_million", in: .between(0, 1e5), usual: 10...1500, "Promised jobs for 1 亿元 invested",
        "每亿元投资承诺就业"))
  }
}

extension SizeClass {
  /// Reads a class of planned investment.
  static func read(_ record: RecordReader) -> SizeClass {
    let size = SizeClass(
      name: record.name(),
      from: record.money("from", in: .above(0), "Least investment", "投资额下限"),
      upTo: record.money("up_to", in: .above(0), "Most investment", "投资额上限"),
      law: record.section("law", "How investment lies between", "投资额分布", SizeLaw.read))
    record.require(
      record.reach(size.from).upperBound < record.reach(size.upTo).lowerBound, at: "up_to", involving: ["from"],
      "the class has no room between its ends", "上限不大于下限")
    return size
  }
}

extension SizeLaw {
  /// Reads how investment lies within its class.
  static func read(_ record: RecordReader) -> SizeLaw {
    record.variant(
      by: "kind", "Kind of law", "分布类型",
      [
        Alternative("lognormal", "Lognormal", "对数正态") {
          .logNormal(
            median: $0.money("median", in: .above(0), "Median", "中位数"),
            sigma: $0.number(
              "sigma", in: .above(0, upTo: 5), usual: 0.2...2, "Standard deviation of the logarithm", "对数标准差"))
        },
        Alternative("pareto", "Pareto", "帕累托") {
          .pareto(
            exponent: $0.number("exponent", in: .above(0, upTo: 50), usual: 0.8...3, "Exponent of the tail", "尾部指数"))
        },
      ])
  }
}

extension ProjectPace {
  /// Reads how fast and how far a kind of project goes.
  static func read(_ record: RecordReader) -> ProjectPace {
    let pace = ProjectPace(
      name: record.name(),
      share: record.required("share", .share(uncertain: false), "Share of projects", "项目占比"),
      preparation: record.number(
        "preparation", in: .above(0, upTo: 100), usual: 0.01...4, "Factor on durations from signing to start",
        "签约至开工时长倍数"),
      building: record.number(
        "building", in: .above(0, upTo: 100), usual: 0.1...4, "Factor on durations from the start on", "开工以后时长倍数"),
      last: record.optional("last", .choice(ProjectMilestone.self), "Last milestone that it ever reaches", "最终止步的节点"),
      underWay: record.share(
        "under_way", "Part of what is realised that is in place when it is signed",
        "签约时已到位占最终到位的比例"),
      realised: record.share("realised", "Part of its planned investment that is ever in place", "最终到位比例"))
    record.require(
      pace.last.map { $0 >= .signed } ?? true, at: "last", "the pace begins with the signing", "快慢类别自签约起算，节点不得早于签约")
    return pace
  }
}

extension ProjectMilestone {
  /// The order of the chain.
  static func >= (left: ProjectMilestone, right: ProjectMilestone) -> Bool { left.place >= right.place }

  /// The place in the chain, from 0.
  var place: Int { ProjectMilestone.allCases.firstIndex(of: self) ?? 0 }
}

extension ProjectMoney {
  /// Reads how money comes into place.
  static func read(_ record: RecordReader) -> ProjectMoney {
    ProjectMoney(
      registeredShare: record.share(
        "registered_share", usual: 0...0.5, "Paid in at registration, of what is realised", "注册时到位占最终到位的比例"),
      curve: record.section("curve", "S-curve over the time of building", "建设期到位曲线", BetaLaw.read),
      foreignCashShare: record.share(
        "foreign_cash_share", "Part of foreign money that comes in cash from abroad", "外资中境外现汇比例"))
  }
}

extension OperationTerms {
  /// Reads what projects give once they produce.
  static func read(_ record: RecordReader) -> OperationTerms {
    let terms = OperationTerms(
      ramp: record.timeSpan("ramp", in: .between(0, 20), usual: 0.25...4, "Time to full output", "达产时间"),
      realised: record.share("realised", usual: 0.2...1, "Realised of promised output and jobs", "产值与就业实现比例"),
      localTax: record.share("local_tax", usual: 0.1...0.6, "Part of taxes that stays local", "税收地方留存比例"),
      closure: record.annualRate("closure", in: .between(0, 10), usual: 0...0.15, "Yearly hazard of closing", "年关停风险率"),
      quality: record.number(
        "quality", in: .between(-10, 10), usual: 0...2, "How much less better ones close", "质量对关停的影响"),
      rescue: record.share("rescue", "Share of closures that are averted", "关停被挽救的比例"),
      rescueCost: record.share("rescue_cost", usual: 0...0.3, "Cost of a rescue, of investment", "挽救成本占投资比例"),
      expansion: record.annualRate(
        "expansion", in: .between(0, 10), usual: 0...0.2, "Yearly hazard of an expansion", "年增资扩产率"),
      expansionSize: record.share(
        "expansion_size", in: .above(0), "Investment of an expansion, of the company's", "扩产投资占原投资比例"),
      expansionUnit: record.optional(
        "expansion_unit", .reference(to: "promotion.units"), "Unit that looks after them", "负责增资扩产的单位"),
      referrals: record.number(
        "referrals", in: .between(0, 100), usual: 0...0.5, "Leads a year that a company brings", "每家企业每年引荐线索"))
    for (key, isWanted) in [("expansion", terms.expansion.value.perYear > 0), ("referrals", terms.referrals.value > 0)]
    {
      record.advise(
        terms.expansionUnit != nil || !isWanted || !record.has(key), at: key, involving: ["expansion_unit"],
        "counts for nothing: no expansion_unit looks after it", "不起作用：未指定 expansion_unit")
    }
    return terms
  }
}
