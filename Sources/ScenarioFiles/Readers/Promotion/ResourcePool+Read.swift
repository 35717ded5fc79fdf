// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ResourcePool {
  /// Reads what is there of a resource; the unit of its amounts is that of the resource.
  static func read(_ record: RecordReader, time: TimeGrid) -> ResourcePool {
    func form(
      _ resource: ResourceKind, _ amount: FieldKind<Sourced<Double>>, _ english: String, _ chinese: String
    ) -> Alternative<ResourcePool> {
      Alternative(resource.rawValue, english, chinese) { read($0, resource, amount, time) }
    }
    return record.variant(
      by: "resource", "What it is", "要素",
      [
        form(
          .attention, .number(in: .between(0, 1e6)), "Leaders' time or a project team, in projects at a time",
          "领导或专班精力（同时服务项目数）"),
        form(.land, .area(), "Cleared land", "净地"),
        form(.landQuota, .area(), "Quota of the land-use plan", "用地计划指标"),
        form(.factory, .floorArea(), "Standard factory", "标准厂房"),
        form(.energy, .mass(), "Energy quota a year", "能耗指标"),
        form(.emissions, .mass(), "Emission quota a year", "排放指标"),
      ])
  }

  private static func read(
    _ record: RecordReader, _ resource: ResourceKind, _ amount: FieldKind<Sourced<Double>>, _ time: TimeGrid
  ) -> ResourcePool {
    ResourcePool(
      name: record.name(), resource: resource,
      region: record.reference("region", to: "promotion.regions", "Region", "所在区域"),
      opening: record.required("opening", amount, "Free at the start", "期初可用"),
      perYear: record.optional("per_year", amount, "Added a year; none if left out", "每年新增（不填为无）") ?? Sourced(0),
      additions: record.list("additions", "Added once", "一次性新增") { PoolAddition.read($0, amount, time: time) },
      recovery: record.share("recovery", "Part that comes back when a project is lost or closes", "项目退出时收回比例"),
      recoveryDelay: record.timeSpan(
        "recovery_delay", in: .between(0, 50), usual: 0...5, "How long that takes", "收回所需时间"),
      queue: record.choice("queue", QueueRule.self, "Who comes first", "排队规则"),
      projects: record.filter("projects", "Projects that may use it", "可用项目"),
      price: record.optional(
        "price", .money(in: .atLeast(0)), "Price of a unit; none if left out", "单价（不填为无）") ?? Sourced(.zero),
      cost: record.optional(
        "cost", .money(in: .atLeast(0)), "Cost of adding a unit; none if left out", "新增单位成本（不填为无）") ?? Sourced(.zero),
      occupied: record.optional("occupied", amount, "Held by others throughout; none if left out", "他人已占用（不填为无）")
        ?? Sourced(0))
  }
}

extension PoolAddition {
  /// Reads what is added to a pool once.
  static func read(_ record: RecordReader, _ amount: FieldKind<Sourced<Double>>, time: TimeGrid) -> PoolAddition {
    let addition = PoolAddition(
      date: record.date("date", "When", "日期"), amount: record.required("amount", amount, "How much", "数量"),
      chance: record.share("chance", "Probability that it comes", "获得概率"))
    record.require(
      !record.context.couldRead("time") || time.contains(addition.date), at: "date", .offTheGrid("\(addition.date)"))
    return addition
  }
}

extension PromotionBudget {
  /// Reads a line of the promotion budget.
  static func read(_ record: RecordReader) -> PromotionBudget {
    PromotionBudget(
      name: record.name(), amount: record.money("amount", in: .atLeast(0), "A year", "年度额度"),
      units: record.members("units", of: "units", "Units that it pays", "负担的单位"),
      pulses: record.members("pulses", of: "pulses", "Events that it pays", "负担的活动"),
      levers: record.members("levers", of: "levers", "Levers that it pays", "负担的措施"))
  }
}

extension OpeningProjects {
  /// Reads projects under way at the start.
  static func read(_ record: RecordReader) -> OpeningProjects {
    OpeningProjects(
      stage: record.reference("stage", to: "promotion.stages", "Stage that they are in", "所处阶段"),
      count: record.count("count", in: 1...1_000_000, "How many", "数量"),
      region: record.reference("region", to: "promotion.regions", "Where", "所在区域"),
      unit: record.unit("Unit that brought them", "引荐单位"),
      sectors: record.mix("sectors", of: "sectors", "Sectors", "行业构成"),
      sizes: record.mix("sizes", of: "sizes", "Size classes", "规模构成"),
      age: record.timeSpan("age", in: .between(0, 100), usual: 0...5, "Mean time in the stage", "平均已停留时间"))
  }
}

extension Incumbents {
  /// Reads companies that produce at the start.
  static func read(_ record: RecordReader) -> Incumbents {
    Incumbents(
      count: record.count("count", in: 1...1_000_000, "How many", "数量"),
      region: record.reference("region", to: "promotion.regions", "Where", "所在区域"),
      sector: record.reference("sector", to: "promotion.sectors", "Sector", "行业"),
      investment: record.money("investment", in: .above(0), "Invested in each", "每家已投资额"))
  }
}
