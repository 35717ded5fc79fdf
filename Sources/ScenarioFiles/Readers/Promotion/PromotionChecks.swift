// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between parts of the promotion of capital: the tree and the chain are whole, everything that is named
/// exists, and nothing is stated that cannot have an effect.
struct PromotionChecks {
  let promotion: Promotion
  let record: RecordReader

  init(_ promotion: Promotion, _ record: RecordReader) {
    self.promotion = promotion
    self.record = record
  }

  /// Reports what does not hold.
  func run() {
    checkRegions()
    checkArrears()
    checkPaces()
    checkUnits()
    checkPools()
    checkCompanies()
    checkEffects()
    if isChainKnown {
      checkMilestones()
    }
    if isChainKnown {
      checkPlaceOfChoice()
      checkFairs()
      checkReferencesToMilestones()
      checkOpening()
      checkFunding()
    }
    checkLimits()
  }

  // MARK: The tree

  /// What each region lies in, if in anything.
  var parents: [String: String?] {
    Dictionary(promotion.regions.map { ($0.id, $0.value.parent) }, uniquingKeysWith: { first, _ in first })
  }

  /// A region and all that it lies in, by the regions' parents; a circle ends where it closes.
  static func places(above region: String, _ parents: [String: String?]) -> Set<String> {
    var (places, next): (Set<String>, String?) = ([], region)
    while let place = next, places.insert(place).inserted { next = parents[place] ?? nil }
    return places
  }

  /// One region has no parent, and all others are below it.
  private func checkRegions() {
    let parents = parents
    for region in promotion.regions {
      var seen = [region.id]
      while let next = parents[seen[seen.count - 1]] ?? nil, !seen.contains(next) { seen.append(next) }
      guard parents[seen[seen.count - 1]] ?? nil == region.id, region.id == seen.min() else { continue }
      let text = (seen + [region.id]).joined(separator: " → ")
      record.require(
        false, within: "regions.\(region.id).parent", "the regions lie in each other in a circle: \(text)",
        "区域循环隶属：\(text)")
    }
    let roots = promotion.regions.filter { $0.value.parent == nil }.map(\.id)
    record.require(
      !roots.isEmpty || promotion.regions.isEmpty, within: "regions", "no region is the root: one has no parent",
      "没有顶层区域：须有一个区域不填 parent")
    for root in roots.dropFirst() {
      record.require(
        false, within: "regions.\(root)", "a second region without parent beside \(roots[0])",
        "除 \(roots[0]) 外又一个没有上级的区域")
    }
  }

  /// Whether projects land in a region: it is no parent.
  func isLeaf(_ region: String) -> Bool { !promotion.regions.contains { $0.value.parent == region } }

  // MARK: The chain

  /// Whether the order of stages and what they count as could be read; else a mistake would be told twice.
  private var isChainKnown: Bool {
    !record.context.issues.contains { issue in
      let keys = issue.path.split(separator: ".")
      guard issue.severity == .error, keys.prefix(2) == ["promotion", "stages"] else { return false }
      return keys.count <= 3 || keys[3] == "after" || keys[3] == "milestone"
    }
  }

  /// Milestones rise along the chain, each once, and the signing is among them.
  private func checkMilestones() {
    var last: (id: String, milestone: ProjectMilestone)?
    for stage in promotion.stages {
      guard let milestone = stage.value.milestone else { continue }
      if let last {
        record.require(
          last.milestone.place < milestone.place, within: "stages.\(stage.id).milestone",
          "the stage \(last.id) before it already counts as \(last.milestone.rawValue)",
          "之前的阶段 \(last.id) 已计为 \(last.milestone.rawValue)")
      }
      last = (stage.id, milestone)
    }
    record.require(
      reached.contains(.signed) || promotion.stages.isEmpty, within: "stages", "no stage has the milestone signed",
      "没有节点为 signed（签约）的阶段")
    for stage in promotion.stages {
      let needs = stage.value.needs.map(\.resource)
      record.require(
        Set(needs).count == needs.count, within: "stages.\(stage.id).needs", "the same need twice", "要素重复")
    }
  }

  private var reached: Set<ProjectMilestone> { Set(promotion.stages.compactMap(\.value.milestone)) }

  private func checkPlaceOfChoice() {
    let choosing = promotion.stages.filter(\.value.choosesPlace)
    for stage in choosing.dropFirst() {
      record.require(
        false, within: "stages.\(stage.id).chooses_place", "the place is already chosen at \(choosing[0].id)",
        "选址已在阶段 \(choosing[0].id) 完成")
    }
    guard let signing = promotion.stages.firstIndex(where: { $0.value.milestone == .signed }),
      let place = promotion.stages.firstIndex(where: \.value.choosesPlace)
    else { return }
    record.require(
      place <= signing, within: "stages.\(promotion.stages[place].id).chooses_place",
      "the place is chosen at the signing or before", "选址须不晚于签约")
  }

  /// What stands behind a stage at a fair is no more than talks that have come far.
  private func checkFairs() {
    guard let signing = promotion.stages.firstIndex(where: { $0.value.milestone == .signed }) else { return }
    for stage in promotion.stages[signing...] {
      record.require(
        stage.value.showsAtFair.value.fraction == 0, within: "stages.\(stage.id).shows_at_fair",
        "a fair shows projects that are not signed yet: only a stage before the signing",
        "活动上只展示尚未签约的项目：须为签约之前的阶段")
    }
  }

  private func checkPaces() {
    let sum = promotion.paces.reduce(0) { $0 + $1.value.share.value.fraction }
    record.require(
      abs(sum - 1) < 1e-9 || promotion.paces.isEmpty, within: "paces",
      .sharesSum(text: QuantityKind.share.written((sum * 1e12).rounded() / 1e12)), expected: .sumOfOne)
    let paidIn = promotion.money.registeredShare.value.fraction
    for pace in promotion.paces where record.context.couldRead("promotion.money") {
      record.require(
        pace.value.underWay.value.fraction + paidIn <= 1, within: "paces.\(pace.id).under_way",
        "what is in place at the signing and what is paid in at registration sum to more than 100 %",
        "签约时已到位与注册时到位合计超过 100 %")
    }
  }

  /// A milestone that no stage has is never reached.
  private func checkReferencesToMilestones() {
    func check(_ milestone: ProjectMilestone?, at path: String) {
      guard let milestone else { return }
      record.require(
        reached.contains(milestone), within: path, "no stage has the milestone \(milestone.rawValue)",
        "没有节点为 \(milestone.rawValue) 的阶段")
    }
    for pace in promotion.paces { check(pace.value.last, at: "paces.\(pace.id).last") }
    for rule in promotion.transfers { check(rule.value.before, at: "transfers.\(rule.id).before") }
    for offer in promotion.offers { check(offer.value.after, at: "offers.\(offer.id).after") }
    for rule in promotion.followers { check(rule.value.after, at: "followers.\(rule.id).after") }
    for unit in promotion.units {
      for quota in unit.value.quotas {
        check(quota.milestone, at: "units.\(unit.id).quotas.\(quota.milestone.rawValue)")
      }
    }
  }
}

extension RecordReader {
  /// The id of this member of a collection.
  var id: String { path.text.split(separator: ".").last.map(String.init) ?? "" }

  /// Reports a problem with a field below this mapping, named by its path from here, unless a condition holds; nothing is
  /// checked where a problem was already reported at the field or beneath it.
  func require(
    _ condition: @autoclosure () -> Bool, within fields: String, _ problem: ScenarioProblem,
    expected: Expectation? = nil
  ) {
    guard let node, context.couldRead("\(path.text).\(fields)"), !condition() else { return }
    var place = node
    var position = node.positionInScenario ?? node.position
    for key in fields.split(separator: ".") {
      guard let next = place.child(String(key)) else { break }
      place = next
      position = next.positionInScenario ?? position
    }
    context.report(ScenarioIssue(position, "\(path.text).\(fields)", problem, expected: expected))
  }

  /// The same with a message in both languages.
  func require(_ condition: @autoclosure () -> Bool, within fields: String, _ english: String, _ chinese: String) {
    require(condition(), within: fields, .inconsistent(BilingualText(english, chinese)))
  }

  /// Warns of something unusual likewise.
  func advise(_ condition: @autoclosure () -> Bool, within fields: String, _ english: String, _ chinese: String) {
    require(condition(), within: fields, .advice(BilingualText(english, chinese)))
  }
}

extension LocatedNode {
  /// Where the scenario itself says anything of this value, which a shipped preset may lie under.
  fileprivate var positionInScenario: SourcePosition? {
    guard position.file == ShippedDefaults.fileName else { return position }
    for entry in entries ?? [] {
      if let position = entry.value.positionInScenario { return position }
    }
    return nil
  }
}
