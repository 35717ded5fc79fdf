// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension PromotionUnit {
  /// Reads who brings leads.
  static func read(_ record: RecordReader, time: TimeGrid) -> PromotionUnit {
    let (starts, ends) = record.season(time, from: "starts", until: "ends")
    let unit = PromotionUnit(
      name: record.name(),
      kind: record.choice("kind", PromotionUnitKind.self, "What it is", "单位类型"),
      home: record.reference("home", to: "promotion.regions", "Region that it works for", "所属区域"),
      count: record.count("count", in: 1...1000, "How many equal units there are", "同类单位数"),
      leads: record.number("leads", in: .between(0, 1e6), "Leads a year of one unit", "每单位每年线索数"),
      trend: record.annualRate("trend", in: .between(-0.9, 5), usual: -0.2...0.3, "Growth of leads", "线索年增速"),
      season: record.required(
        "season", .list(of: .number(in: .between(0, 4), uncertain: false)), "Weight of the four quarters", "四个季度的权重"),
      factor: record.number(
        "factor", in: .between(-10, 10), usual: 0...1, "Loading of log leads on the common factor", "线索对公共因子的载荷"),
      sectors: record.mix("sectors", of: "sectors", "Sectors of its leads", "线索行业构成"),
      sizes: record.mix("sizes", of: "sizes", "Size classes of its leads", "线索规模构成"),
      origins: record.required("origins", .shares(by: LeadOrigin.self), "Origins of its leads", "线索来源构成")
        .map { OriginShare(origin: $0.key, share: $0.share) },
      flags: record.required(
        "flags", .shares(declaring: Promotion.flags), "Share of its leads that bear a word", "带标签的线索比例"
      ).map { ProjectShare(id: $0.id, share: $0.share) },
      worthless: record.share("worthless", usual: 0...0.7, "Share of its leads that come to nothing", "无效线索比例"),
      duplicates: record.share("duplicates", usual: 0...0.4, "Share that another unit follows too", "重复线索比例"),
      capacity: record.optional("capacity", .count(in: 1...1_000_000), "Simultaneous negotiations", "同时洽谈数"),
      skill: record.number("skill", in: .between(-10, 10), usual: -2...2, "Skill in talks", "洽谈能力"),
      cost: record.money("cost", in: .atLeast(0), "Cost a year of one unit", "每单位年成本"),
      starts: starts, ends: ends,
      commission: record.optionalSection("commission", "A fee that depends on success", "成功佣金", Commission.read),
      quotas: record.required(
        "quotas", .keyed(by: ProjectMilestone.self, of: .number(in: .between(0, 1e6))), "What it is to bring a year",
        "年度任务"
      ).map { UnitQuota(milestone: $0.key, perYear: $0.value) },
      definition: record.filter("definition", "What counts for it", "计入口径"))
    unit.check(record)
    return unit
  }

  private func check(_ record: RecordReader) {
    let sum = season.reduce(0) { $0 + $1.value }
    record.require(
      season.isEmpty || (season.count == 4 && abs(sum - 4) < 1e-9), at: "season",
      "not four weights that add up to 4", "须为四个合计为 4 的权重")
    record.require(
      worthless.value.fraction + duplicates.value.fraction <= 1, at: "duplicates", involving: ["worthless"],
      "worthless and duplicate leads sum to more than 100 %", "无效与重复线索合计超过 100 %")
  }
}

extension Commission {
  /// Reads a fee that depends on success.
  static func read(_ record: RecordReader) -> Commission {
    Commission(
      rate: record.share("rate", usual: 0...0.01, "Of money in place", "占到位资金比例"),
      most: record.money("most", in: .atLeast(0), "Most for one project", "单个项目上限"),
      threshold: record.money("threshold", in: .atLeast(0), "Least investment that earns it", "投资额门槛"),
      window: record.timeSpan(
        "window", in: .above(0), usual: 0.5...5, "Time after the signing in which money counts", "签约后计算期"))
  }
}

extension LeadPulse {
  /// Reads an event on the calendar.
  static func read(_ record: RecordReader, time: TimeGrid) -> LeadPulse {
    let pulse = LeadPulse(
      name: record.name(), unit: record.unit("Unit whose leads they are", "线索归属单位"),
      date: record.date("date", "Its day, or the first of them", "日期（首次）"),
      every: record.optional(
        "every", .timeSpan(in: .between(1 / 365.25, 100), usual: 0.01...3, uncertain: false),
        "Time from one to the next",
        "间隔"),
      count: record.optional("count", .count(in: 1...10_000), "How many there are", "次数"),
      leads: record.number("leads", in: .between(0, 1e6), "Leads that each brings", "每次线索数"),
      growth: record.annualRate("growth", in: .between(-0.9, 5), usual: -0.2...0.3, "Growth of that number", "线索年增速"),
      cost: record.money("cost", in: .atLeast(0), "Cost of each", "每次成本"))
    record.require(
      !record.context.couldRead("time") || time.contains(pulse.date), at: "date", .offTheGrid("\(pulse.date)"))
    record.require(
      pulse.every != nil || (pulse.count?.value ?? 1) == 1, at: "count", involving: ["every"],
      "several events need the time between them (every)", "多次活动须给出间隔（every）")
    return pulse
  }
}
