// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension RoutingRule {
  /// Reads who takes over a lead when it arrives.
  static func read(_ record: RecordReader) -> RoutingRule {
    let rule = RoutingRule(
      leads: record.filter("leads", "Leads that it concerns", "适用线索"),
      unit: record.unit("Unit that takes over", "承接单位"),
      share: record.share("share", "Share that is handed over", "移交比例"))
    record.requireOther(rule.unit, than: rule.leads.units)
    return rule
  }
}

extension TransferRule {
  /// Reads who takes over a lead that does not move.
  static func read(_ record: RecordReader) -> TransferRule {
    let rule = TransferRule(
      leads: record.filter("leads", "Leads that it concerns", "适用线索"),
      lock: record.timeSpan("lock", in: .between(0, 20), usual: 0.1...2, "Right of the first talk", "首谈期"),
      before: record.choice("before", ProjectMilestone.self, "Milestone not reached by then", "期满未达到的节点"),
      unit: record.unit("Unit that takes over", "承接单位"),
      chance: record.share("chance", "Probability that it comes about", "流转成功率"),
      benefit: record.share("benefit", usual: 0...0.7, "Part of local taxes for the home of the first unit", "首谈方税收分成"),
      years: record.timeSpan("years", in: .between(0, 50), usual: 1...15, "How long", "分成年限"))
    record.requireOther(rule.unit, than: rule.leads.units)
    return rule
  }
}

extension RecordReader {
  /// A rule that hands a lead to the unit that it comes from does nothing.
  fileprivate func requireOther(_ unit: String, than units: [String]) {
    require(
      unit.isEmpty || !units.contains(unit), at: "unit", involving: ["leads"],
      "the rule hands the leads of \(unit) to \(unit) itself", "规则把 \(unit) 的线索交给它自己")
  }
}

extension CreditRule {
  /// Reads a unit that projects of others count for too.
  static func read(_ record: RecordReader) -> CreditRule {
    CreditRule(
      unit: record.unit("Unit that it counts for", "计入单位"),
      projects: record.filter("projects", "Projects that it concerns", "适用项目"),
      atHome: record.flag("at_home", "Whether only projects that land in its home count", "是否仅计落在所属区域的项目"),
      share: record.share("share", "Share that the unit had a part in", "参与比例"))
  }
}

extension ProjectTally {
  /// Reads projects that are counted apart.
  static func read(_ record: RecordReader) -> ProjectTally {
    ProjectTally(
      name: record.name(), regions: record.members("regions", of: "regions", "Regions it is counted for", "统计区域"),
      projects: record.filter("projects", "Projects that it counts", "统计项目"))
  }
}

extension FollowerRule {
  /// Reads who follows a chain leader.
  static func read(_ record: RecordReader) -> FollowerRule {
    FollowerRule(
      leaders: record.filter("leaders", "Projects that are followed", "链主项目"),
      after: record.choice("after", ProjectMilestone.self, "Milestone at which it begins", "起始节点"),
      mean: record.number("mean", in: .between(0, 1000), usual: 0...10, "Followers of a leader", "每个链主带动项目数"),
      window: record.timeSpan("window", in: .between(0, 50), usual: 0.25...10, "Time over which they come", "带动期"),
      unit: record.unit("Unit whose leads they are", "线索归属单位"),
      sameSector: record.flag("same_sector", "Whether they are of the leader's sector", "是否同行业"))
  }
}

extension Lever {
  /// Reads an action that changes the pipeline.
  static func read(_ record: RecordReader, time: TimeGrid) -> Lever {
    let (starts, ends) = record.season(time, from: "starts", until: "ends")
    let lever = Lever(
      name: record.name(), acts: record.choice("acts", LeverEffect.self, "What it changes", "作用对象"),
      effect: record.number("effect", in: .between(-10, 10), usual: -1...1, "Effect at level 1", "单位强度的作用"),
      group: record.optional(
        "group", .word(declaring: "promotion.groups"), "Group within which effects combine", "作用合并组")
        ?? record.id,
      level: record.number("level", in: .between(0, 1e9), "Level once it has started", "启用后强度"),
      saturation: record.optional(
        "saturation", .number(in: .above(0, upTo: 1e9)), "Level at which 63 % of what is possible is reached", "饱和强度"),
      levelAtCalibration: record.number(
        "level_at_calibration", in: .between(0, 1e9), "Level that the numbers were found at", "参数校准时的强度"),
      starts: starts, ends: ends,
      ramp: record.timeSpan("ramp", in: .between(0, 50), usual: 0...5, "Time to full level", "见效时间"),
      slots: record.optional("slots", .count(in: 1...1_000_000), "Projects that it serves at a time", "同时服务项目数"),
      cost: record.money("cost", in: .atLeast(0), "Cost a year at level 1", "单位强度年成本"),
      stages: record.members("stages", of: "stages", "Stages that it touches", "作用阶段"),
      units: record.members("units", of: "units", "Units that it touches", "作用单位"),
      regions: record.members("regions", of: "regions", "Regions that it touches", "作用区域"),
      resources: record.required(
        "resources", .list(of: .choice(ResourceKind.self)), "Resources whose supply it touches", "作用要素"),
      projects: record.filter("projects", "Projects that it touches", "作用项目"))
    lever.check(record)
    lever.checkFilters(record)
    return lever
  }

  private func check(_ record: RecordReader) {
    let concernsStages = acts == .odds || acts == .duration
    record.require(
      slots == nil || concernsStages, at: "slots", involving: ["acts"], "only odds and durations are served in slots",
      "只有通过率和时长类措施可限名额")
    record.require(
      stages.isEmpty || concernsStages, at: "stages", involving: ["acts"], "only odds and durations belong to stages",
      "只有通过率和时长类措施作用于阶段")
    record.require(
      acts == .odds || effect.value <= 1, at: "effect", involving: ["acts"], "a part is at most 1", "比例不超过 1")
  }

  /// Capacity is of units and pools, and the cost index of a sector in a place: neither asks what else a project is.
  private func checkFilters(_ record: RecordReader) {
    record.require(
      resources.isEmpty || acts == .capacity, at: "resources", involving: ["acts"],
      "only the capacity of units and pools is one of resources", "只有能力类措施可限定要素")
    record.require(
      resources.isEmpty || resources.contains(.negotiators) || units.isEmpty, at: "resources", involving: ["units"],
      "units have no other capacity than negotiators", "单位的能力只有 negotiators（洽谈人手）")
    var rest = projects
    (rest.regions, rest.sectors) = acts == .cost ? ([], []) : (rest.regions, rest.sectors)
    record.require(
      acts != .capacity || rest.isEmpty, at: "projects", involving: ["acts"],
      "capacity is of units and pools, not of projects: name units, regions or resources",
      "能力属于单位和要素池而非项目：请用 units、regions 或 resources 限定")
    record.require(
      acts != .cost || (rest.isEmpty && units.isEmpty), at: units.isEmpty ? "projects" : "units",
      involving: ["acts", "projects"], "the cost index is of a sector in a region: name only these",
      "营商成本指数只分行业和区域：请只用二者限定")
  }
}

extension LeverBounds {
  /// Reads how far levers can shift a stage.
  static func read(_ record: RecordReader) -> LeverBounds {
    LeverBounds(
      odds: record.number("odds", in: .between(0, 20), usual: 0.2...2, "Most shift of log-odds", "对数胜算最大变动"),
      duration: record.share("duration", in: .from(0, below: 1), usual: 0...0.8, "Most cut of a duration", "时长最大缩短比例"))
  }
}
