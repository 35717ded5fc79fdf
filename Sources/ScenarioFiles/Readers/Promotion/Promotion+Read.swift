// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Promotion {
  /// The words that projects may bear, for references.
  static let flags = "promotion.flags"

  /// Reads the promotion of capital; a shipped preset may stand under the own keys.
  static func read(_ reader: RecordReader, time: TimeGrid) -> Promotion {
    let record = reader.withPreset("promotion")
    let stages = ChainLink.chain(
      record.collection("stages", atLeast: 1, "Stages from a lead to full production", "从线索到达产的各阶段", ChainLink.read),
      record)
    let promotion = Promotion(
      regions: record.members("regions", atLeast: 1, "Regions, each with its parent", "区域及其上级", PromotionRegion.read),
      sectors: record.members("sectors", atLeast: 1, "Sectors of projects", "项目行业", ProjectSector.read),
      sizes: record.members("sizes", atLeast: 1, "Classes of planned investment", "投资规模等级", SizeClass.read),
      paces: record.members(
        "paces", atLeast: 1, "How fast and how far projects go once signed", "签约后推进快慢", ProjectPace.read),
      stages: stages,
      money: record.section("money", "How money comes into place", "资金到位方式", ProjectMoney.read),
      operation: record.section("operation", "What a project gives once it produces", "投产后的产出", OperationTerms.read),
      units: record.members("units", "Who brings leads", "招商单位") { PromotionUnit.read($0, time: time) },
      pulses: record.members("pulses", "Events that bring leads", "招商活动") { LeadPulse.read($0, time: time) },
      routes: record.members("routes", "Who takes a lead over when it arrives", "线索分派规则", RoutingRule.read),
      transfers: record.members("transfers", "Who takes over a lead that does not move", "线索流转规则", TransferRule.read),
      pools: record.members("pools", "Land, quotas, factories and attention", "土地、指标、厂房与服务力量") {
        ResourcePool.read($0, time: time)
      },
      levers: record.members("levers", "Actions that change the pipeline", "推进措施") { Lever.read($0, time: time) },
      bounds: record.section("bounds", "How far levers can shift a stage", "措施作用上限", LeverBounds.read),
      place: record.optionalSection("place", "How a lead chooses a place", "项目选址", PlaceChoice.read),
      rivals: record.members("rivals", "Places outside that compete", "竞争地区", RivalPlace.read),
      offers: record.members("offers", "Support that is promised", "承诺的支持", SupportOffer.read),
      commitments: record.optionalSection("commitments", "How promises are kept", "承诺兑现", CommitmentTerms.read),
      stall: record.optionalSection("stall", "How signed projects come to a halt", "项目停滞", StallTerms.read),
      followers: record.members("followers", "Who follows a chain leader", "链主带动", FollowerRule.read),
      credits: record.members("credits", "Whom a project counts for besides", "成绩分享", CreditRule.read),
      tallies: record.members("tallies", "Projects counted apart", "单独统计的项目", ProjectTally.read),
      reporting: record.optionalSection(
        "reporting", "What is reported against what is true", "上报与真实", ReportingTerms.read),
      pressure: record.optionalSection("pressure", "What falling behind a quota does", "考核压力", PressureTerms.read),
      budgets: record.members("budgets", "Lines of the promotion budget", "招商经费", PromotionBudget.read),
      openingProjects: record.members(
        "opening_projects", "Projects under way at the start", "期初在推项目", OpeningProjects.read),
      incumbents: record.members("incumbents", "Companies that produce at the start", "期初在产企业", Incumbents.read),
      funding: record.optionalSection("funding", "How projects and funds meet", "项目与基金对接", ProjectFunding.read))
    PromotionChecks(promotion, record).run()
    return promotion
  }
}

extension PromotionRegion {
  /// Reads a region of the tree.
  static func read(_ record: RecordReader) -> PromotionRegion {
    PromotionRegion(
      name: record.name(),
      parent: record.optional("parent", .reference(to: "promotion.regions"), "Region that it belongs to", "上级区域"),
      level: record.optional(
        "level", .choice(PublicLevel.self), "Level of government whose account bears it", "承担收支的财政层级"),
      fit: record.weights("fit", "What it offers each sector, in utility", "对各行业的吸引力"),
      costIndex: record.number(
        "cost_index", in: .above(0, upTo: 100), usual: 0.5...2, "Cost of doing business, 1 for the average", "营商成本指数"),
      credibility: record.share("credibility", usual: 0.3...1, "Index of promises kept at the start", "期初信用指数"),
      supportBudget: record.optional(
        "support_budget", .money(in: .atLeast(0)), "Money a year for promised support", "每年兑现预算"),
      arrears: record.money("arrears", in: .atLeast(0), "Support due and unpaid at the start", "期初欠付支持"),
      taxShare: record.share("tax_share", "Part of local taxes that stays here", "税收留成比例"),
      netsRelocations: record.flag(
        "nets_relocations", "Whether relocations from within it are no gain", "区内迁移是否不计为新增"))
  }
}

extension RecordReader {
  /// A number for some of the sectors.
  func weights(_ key: String, _ english: String, _ chinese: String) -> [ProjectWeight] {
    required(
      key, .byMember(of: "promotion.sectors", .number(in: .between(-20, 20), usual: -3...3)), english, chinese
    ).map { ProjectWeight(id: $0.id, value: $0.value) }
  }

  /// Shares of members of a collection of the section.
  func mix(_ key: String, of collection: String, _ english: String, _ chinese: String) -> [ProjectShare] {
    required(key, .shares(of: "promotion.\(collection)"), english, chinese)
      .map { ProjectShare(id: $0.id, share: $0.share) }
  }

  /// Ids of members of a collection of the section; none means all.
  func members(_ key: String, of collection: String, _ english: String, _ chinese: String) -> [String] {
    required(key, .list(of: .reference(to: "promotion.\(collection)")), english, chinese)
  }

  /// The id of one unit.
  func unit(_ english: String, _ chinese: String) -> String {
    reference("unit", to: "promotion.units", english, chinese)
  }

  /// Which projects are meant; all where nothing is written.
  func filter(_ key: String, _ english: String, _ chinese: String) -> ProjectFilter {
    section(key, english, chinese, ProjectFilter.read)
  }

  /// The first day, and the day after the last, of something that may always hold.
  func season(_ time: TimeGrid, from first: String, until last: String) -> (CalendarDate?, CalendarDate?) {
    let starts = optional(first, .date(), "First day", "起始日")
    let ends = optional(last, .date(), "The day after the last", "终止日（不含）")
    if let starts, let ends {
      require(starts < ends, at: last, involving: [first], "it ends before it starts", "终止日不晚于起始日")
    }
    if context.couldRead("time") {
      advise(
        starts.map { $0 <= time.lastDay(of: time.quarters - 1) } ?? true, at: first,
        "it starts after the end of the run", "起始日晚于模拟终点")
      advise(ends.map { time.start.firstDay < $0 } ?? true, at: last, "it ends before the run", "终止日早于模拟起点")
    }
    return (starts, ends)
  }
}

extension ProjectFilter {
  /// Reads which projects are meant.
  static func read(_ record: RecordReader) -> ProjectFilter {
    let filter = ProjectFilter(
      from: record.optional("from", .money(in: .atLeast(0), uncertain: false), "Least investment", "投资额下限（含）"),
      below: record.optional(
        "below", .money(in: .above(0), uncertain: false), "Investment that is too much", "投资额上限（不含）"),
      sectors: record.members("sectors", of: "sectors", "Sectors", "行业"),
      origins: record.required("origins", .list(of: .choice(LeadOrigin.self)), "Origins", "来源"),
      flags: record.members("flags", of: "flags", "Words of which it bears at least one", "标签（至少其一）"),
      units: record.members("units", of: "units", "Units that brought it", "引荐单位"),
      regions: record.members("regions", of: "regions", "Regions that it lands in", "落地区域"),
      expansions: record.optional("expansions", .flag(), "Only expansions, or none of them", "仅增资扩产或排除增资扩产"))
    if let from = filter.from, let below = filter.below {
      record.require(
        from.value < below.value, at: "below", involving: ["from"],
        "no investment lies from the one to below the other",
        "上限不大于下限")
    }
    return filter
  }
}
