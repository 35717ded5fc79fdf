// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// One stage as a file holds it: with the stage before it.
struct ChainLink {
  var after: String?
  var stage: ProjectStage
  /// Whether the file says anything of the choice of a place.
  var choosesPlace: Bool?

  /// Reads a stage.
  static func read(_ record: RecordReader) -> ChainLink {
    let places = record.optional("chooses_place", .flag(), "Whether the place is chosen when it is passed", "通过时是否选址")
    return ChainLink(
      after: record.optional("after", .reference(to: "promotion.stages"), "The stage before it", "前一阶段"),
      stage: ProjectStage(
        name: record.name(),
        milestone: record.optional(
          "milestone", .choice(ProjectMilestone.self), "What passing it counts as", "通过即达到的节点"),
        odds: record.share("odds", "Probability of passing where every shift is 0", "基准通过率"),
        loadings: record.section("loadings", "What shifts the log-odds", "对数胜算的影响因素", StageLoadings.read),
        mean: record.timeSpan("mean", in: .between(0, 100), usual: 0...5, "Mean duration", "平均时长"),
        shape: record.shape("shape"),
        sizeElasticity: record.number(
          "size_elasticity", in: .between(-2, 2), usual: 0...0.5, "Power of investment over 1 亿元 in the duration",
          "时长对投资额（亿元）的弹性"),
        needs: record.list("needs", "What must be there before it begins", "所需要素", StageNeed.read),
        patience: record.optional(
          "patience", .timeSpan(in: .above(0), usual: 0.1...10), "Mean time that a project waits", "平均等待耐心"),
        gate: record.optionalSection("gate", "A decision before it begins", "准入评审", AdmissionGate.read),
        choosesPlace: places ?? false,
        showsAtFair: record.share(
          "shows_at_fair", "Share of leads of events that stand behind it on arrival", "活动线索到达时已过此阶段的比例")),
      choosesPlace: places)
  }

  /// The stages in the order of the chain, with the stage where the place is chosen: the signing unless another is named.
  static func chain(_ stages: [(id: String, value: ChainLink)], _ record: RecordReader) -> [Identified<ProjectStage>] {
    let order = StageChain(stages.map { ($0.id, $0.value.after) })
    order.check(record)
    let isChosen = stages.contains { $0.value.choosesPlace == true }
    return order.ids.compactMap { id in
      stages.first { $0.id == id }.map { entry in
        var stage = entry.value.stage
        if !isChosen, stage.milestone == .signed { stage.choosesPlace = entry.value.choosesPlace ?? true }
        return Identified(id: id, value: stage)
      }
    }
  }
}

/// The order of stages, each of which names the one before it.
struct StageChain {
  private let after: [(id: String, before: String?)]
  /// The ids from the first stage on where they are one chain, else as they came.
  let ids: [String]
  /// The stages of each circle, from the first in the alphabet on.
  let circles: [[String]]

  init(_ stages: [(id: String, before: String?)]) {
    after = stages
    let before = Dictionary(stages.map { ($0.id, $0.before) }, uniquingKeysWith: { first, _ in first })
    var circles: [[String]] = []
    for stage in stages {
      var seen = [stage.id]
      while let next = before[seen[seen.count - 1]] ?? nil, !seen.contains(next) { seen.append(next) }
      let last = before[seen[seen.count - 1]] ?? nil
      if last == stage.id, stage.id == seen.min() { circles.append(seen) }
    }
    self.circles = circles
    var chain = stages.filter { $0.before == nil }.map(\.id)
    while chain.count == 1 || chain.count < stages.count, let last = chain.last,
      let next = stages.first(where: { $0.before == last }), !chain.contains(next.id)
    {
      chain.append(next.id)
    }
    ids = chain.count == stages.count ? chain : stages.map(\.id)
  }

  /// Reports circles, several beginnings and forks.
  func check(_ record: RecordReader) {
    for circle in circles {
      let text = ([circle[0]] + circle.dropFirst().reversed() + [circle[0]]).joined(separator: " → ")
      record.require(
        false, within: "stages.\(circle[0]).after", "the stages follow each other in a circle: \(text)",
        "阶段循环：\(text)")
    }
    let heads = after.filter { $0.before == nil }.map(\.id)
    for head in heads.dropFirst() {
      record.require(
        false, within: "stages.\(head)",
        "a second stage without 'after' beside \(heads[0]); a chain has one beginning (null leaves a shipped stage out)",
        "除 \(heads[0]) 外又一个没有 after 的阶段；链条只有一个起点（写 null 可去掉预设阶段）")
    }
    var taken: [String: String] = [:]
    for stage in after {
      guard let before = stage.before, !circles.joined().contains(stage.id) else { continue }
      if let other = taken[before] {
        record.require(
          false, within: "stages.\(stage.id).after", "the stage \(other) already follows \(before)",
          "阶段 \(other) 已接在 \(before) 之后")
      }
      taken[before] = taken[before] ?? stage.id
    }
  }
}

extension StageLoadings {
  /// Reads what shifts the log-odds of a stage.
  static func read(_ record: RecordReader) -> StageLoadings {
    func loading(_ key: String, _ english: String, _ chinese: String) -> Sourced<Double> {
      record.number(key, in: .between(-20, 20), usual: -3...3, english, chinese)
    }
    return StageLoadings(
      quality: loading("quality", "By a standard deviation of quality", "项目质量（每标准差）"),
      credibility: loading("credibility", "By the credibility of the place less 1", "地方信用（减 1）"),
      factor: loading("factor", "By the factor of the sector", "行业因子"),
      support: record.number(
        "support", in: .between(-100, 100), usual: 0...20, "By the support promised, in parts of investment",
        "承诺支持占投资比例"),
      skill: loading("skill", "By the skill of the unit", "招商单位能力"),
      size: loading("size", "By the logarithm of investment over 1 亿元", "投资额（亿元）的对数"))
  }
}

extension StageNeed {
  /// Reads what a stage needs.
  static func read(_ record: RecordReader) -> StageNeed {
    let need = StageNeed(
      resource: record.choice("resource", ResourceKind.self, "What", "要素"),
      keep: record.choice("keep", NeedKeeping.self, "Until when it is held", "占用至"))
    record.require(
      need.keep == .stage || (need.resource != .negotiators && need.resource != .attention), at: "keep",
      involving: ["resource"], "people's time is free again after the stage", "人力只能占用到本阶段结束")
    return need
  }
}

extension AdmissionGate {
  /// Reads a decision of admission.
  static func read(_ record: RecordReader) -> AdmissionGate {
    AdmissionGate(
      every: record.timeSpan("every", in: .between(0, 10), usual: 0...0.5, "Time between meetings", "评审间隔"),
      from: record.money("from", in: .atLeast(0), "Least investment that comes before it", "须评审的投资额下限"),
      threshold: record.number(
        "threshold", in: .between(-10, 10), usual: -2.5...1.5, "Least score, in standard deviations of quality",
        "最低得分（质量标准差）"),
      accuracy: record.share("accuracy", "Squared correlation of the score with quality", "评分与质量相关系数的平方"),
      cost: record.money("cost", in: .atLeast(0), "Cost of a case", "每件成本"))
  }
}
