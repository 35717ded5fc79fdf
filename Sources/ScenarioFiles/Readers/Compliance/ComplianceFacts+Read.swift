// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ComplianceFacts {
  /// Reads facts about governments.
  static func read(_ record: RecordReader) -> ComplianceFacts {
    let governments = record.required(
      "governments", .keyed(by: PublicLevel.self, of: .section(readGaps)), "Governments that contribute", "出资政府")
    return ComplianceFacts(
      governments: governments.map { GovernmentFinances(level: $0.key, unfunded: $0.value) },
      promotion: record.optionalSection(
        "promotion", "How the region promotes investment", "招商引资", PromotionConduct.read))
  }

  private static func readGaps(_ record: RecordReader) -> [FiscalGap] {
    record.required("unfunded", .list(of: .choice(FiscalGap.self)), "What is not fully funded", "未足额保障的支出")
  }
}

extension PromotionConduct {
  /// Reads how a region promotes investment.
  static func read(_ record: RecordReader) -> PromotionConduct {
    PromotionConduct(
      restrictions: record.words("restrictions", MarketRestriction.self, "Restrictions of the market", "对市场的限制"),
      packages: record.members("packages", "Support packages", "支持方案", SupportPackage.read),
      agentRewards: record.optionalSection("agent_rewards", "Rewards for agents", "委托招商奖励", AgentRewards.read),
      reporting: record.optionalSection("reporting", "How figures are reported", "数据报送", ProjectReporting.read),
      nationalList: record.optionalSection(
        "national_list", "National list of forbidden acts", "国家招商禁止清单", NationalList.read))
  }
}

extension SupportPackage {
  /// Reads what was promised to a firm.
  static func read(_ record: RecordReader) -> SupportPackage {
    let name = record.name()
    return read(record, name: name, signed: record.date("signed", "When it was signed", "签订日期"))
  }

  /// Reads the facts of an instrument, which is judged as a support package with the instrument's own name and dates.
  static func readFacts(_ record: RecordReader) -> SupportPackage {
    read(record, name: BilingualText("", ""), signed: CalendarDate(dayNumber: 0))
  }

  private static func read(_ record: RecordReader, name: BilingualText, signed: CalendarDate) -> SupportPackage {
    SupportPackage(
      name: name, signed: signed,
      support: record.words("support", SupportKind.self, "What it gives", "支持内容"),
      basis: record.words("basis", RewardBasis.self, "What its amount depends on", "计算依据"),
      conditions: record.words("conditions", PackageCondition.self, "What it asks for", "附加条件"),
      backing: record.words("backing", PackageBacking.self, "How the government backs it", "政府增信"),
      hasLegalBasis: record.optional("legal_basis", .flag(), "A law or the State Council allows it", "有法律或国务院依据"),
      isOpenToAll: record.optional("open_to_all", .flag(), "Open to every firm on the same terms", "对所有企业开放"),
      isReviewed: record.optional("reviewed", .flag(), "Fair competition review on file", "已做公平竞争审查"),
      state: record.optional("state", .choice(PackageState.self), "What became of it", "执行状态"),
      land: record.optionalSection("land", "Land that comes with it", "配套用地", LandDeal.read))
  }
}

extension LandDeal {
  /// Reads how land was given.
  static func read(_ record: RecordReader) -> LandDeal {
    LandDeal(
      priceToMinimum: record.optional(
        "price_to_minimum", .number(in: .atLeast(0), usual: 0.5...5, uncertain: false),
        "Price over the national minimum", "地价与国家最低标准之比"),
      isPriority: record.optional("priority", .flag(), "Priority use", "优先发展产业用地"),
      practices: record.words("practices", LandPractice.self, "Forbidden ways of giving land", "违规供地方式"),
      idle: record.optional("idle", .timeSpan(uncertain: false), "Idle since the agreed start", "闲置时间"))
  }
}

extension AgentRewards {
  /// Reads how agents are paid.
  static func read(_ record: RecordReader) -> AgentRewards {
    AgentRewards(
      procured: record.optional("procured", .flag(), "Service procured by the law", "依法采购服务"),
      improperRecipients: record.words(
        "improper_recipients", AgentRecipient.self, "Paid, but must not be", "不应领取奖励者"))
  }
}

extension ProjectReporting {
  /// Reads how figures are checked.
  static func read(_ record: RecordReader) -> ProjectReporting {
    ProjectReporting(
      sampled: record.optional("sampled", .flag(), "Samples are checked", "抽查核实"),
      unfounded: record.optional(
        "unfounded", .count(in: 0...100_000), "Projects signed again or without substance", "重复签约或虚假项目数"))
  }
}

extension NationalList {
  /// Reads the national list.
  static func read(_ record: RecordReader) -> NationalList {
    NationalList(
      inForce: record.date("in_force", "From when it holds", "施行日期"),
      forbidden: record.required(
        "forbidden", .list(of: .word(among: PromotionConduct.acts)), "Forbidden acts", "禁止的行为"))
  }
}
