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
    checkMilestones()
    checkPlaceOfChoice()
    checkPaces()
    checkReferencesToMilestones()
    checkUnits()
    checkPools()
    checkOpening()
    checkEffects()
    checkFunding()
    checkLimits()
  }

  // MARK: The tree

  /// One region has no parent, and all others are below it.
  private func checkRegions() {
    let parents = Dictionary(
      promotion.regions.map { ($0.id, $0.value.parent) }, uniquingKeysWith: { first, _ in first })
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
  private func isLeaf(_ region: String) -> Bool { !promotion.regions.contains { $0.value.parent == region } }

  // MARK: The chain

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

  // MARK: Who and what

  private func isNeeded(_ resource: ResourceKind) -> Bool {
    promotion.stages.contains { $0.value.needs.contains { $0.resource == resource } }
  }

  private func checkUnits() {
    for unit in promotion.units {
      record.require(
        unit.value.capacity == nil || isNeeded(.negotiators), within: "units.\(unit.id).capacity",
        "no stage needs negotiators, so the capacity limits nothing", "没有阶段需要 negotiators，洽谈数上限不起作用")
      guard unit.value.count.value > 1 else { continue }
      for other in promotion.units where other.id.hasPrefix("\(unit.id)_") {
        guard let number = Int(other.id.dropFirst(unit.id.count + 1)), (1...unit.value.count.value).contains(number)
        else { continue }
        record.require(
          false, within: "units.\(other.id)", "the id is that of one of the \(unit.value.count.value) units \(unit.id)",
          "标识与 \(unit.value.count.value) 个 \(unit.id) 单位之一重名")
      }
    }
    record.advise(
      !promotion.units.isEmpty || !promotion.openingProjects.isEmpty || !promotion.incumbents.isEmpty, within: "units",
      "no unit, no project and no company: nothing ever happens", "没有招商单位、在推项目与在产企业，不会发生任何事")
  }

  private func checkPools() {
    for pool in promotion.pools {
      record.require(
        isNeeded(pool.value.resource), within: "pools.\(pool.id).resource",
        "no stage needs \(pool.value.resource.rawValue), so nothing takes of it",
        "没有阶段需要 \(pool.value.resource.rawValue)，不会被占用")
    }
  }

  /// Projects stand where projects can stand.
  private func checkOpening() {
    let place = promotion.stages.firstIndex { $0.value.choosesPlace } ?? 0
    for projects in promotion.openingProjects {
      guard let stage = promotion.stages.firstIndex(where: { $0.id == projects.value.stage }), stage > place else {
        continue
      }
      record.require(
        isLeaf(projects.value.region), within: "opening_projects.\(projects.id).region",
        "projects that have chosen a place stand in a region without parts; \(projects.value.region) has parts",
        "已选址的项目须在最下级区域，\(projects.value.region) 还有下级")
    }
    for companies in promotion.incumbents {
      record.require(
        isLeaf(companies.value.region), within: "incumbents.\(companies.id).region",
        "companies stand in a region without parts; \(companies.value.region) has parts",
        "企业须在最下级区域，\(companies.value.region) 还有下级")
    }
  }

  // MARK: Nothing without effect

  private func checkEffects() {
    record.require(
      promotion.rivals.isEmpty || promotion.place != nil, within: "rivals",
      "rivals compete where leads choose a place (place)", "竞争地区只有在设定选址（place）时才起作用")
    let rivalled = record.node?["place"]?["rivalled"]
    record.require(
      !promotion.rivals.isEmpty || rivalled == nil || promotion.place?.rivalled.value.fraction == 0,
      within: "place.rivalled", "there are no rivals that could take a lead", "没有可争走线索的竞争地区")
    record.require(
      promotion.pressure == nil || promotion.units.contains { !$0.value.quotas.isEmpty }, within: "pressure",
      "pressure comes of quotas, and no unit has one", "压力来自任务，而没有单位有任务")
    record.require(
      promotion.commitments == nil || !promotion.offers.isEmpty
        || promotion.regions.contains { $0.value.arrears.value > .zero },
      within: "commitments", "nothing is promised (offers) and nothing is in arrears", "没有承诺（offers）也没有欠付")
    for line in promotion.budgets {
      record.require(
        !(line.value.units.isEmpty && line.value.pulses.isEmpty && line.value.levers.isEmpty),
        within: "budgets.\(line.id)", "the line pays nothing: no units, events or levers", "该经费没有负担任何单位、活动或措施")
    }
  }

  /// A project is recommended while it can still be won.
  private func checkFunding() {
    guard let funding = promotion.funding,
      let signing = promotion.stages.firstIndex(where: { $0.value.milestone == .signed }),
      let stage = promotion.stages.firstIndex(where: { $0.id == funding.stage })
    else { return }
    record.require(
      stage <= signing, within: "funding.stage", "projects are recommended up to the signing", "项目须在签约前（含签约阶段）推荐")
  }

  /// All descriptions of projects besides those of levers, which have their own.
  private var filters: Set<ProjectFilter> {
    let lists: [[ProjectFilter]] = [
      promotion.units.map(\.value.definition), promotion.routes.map(\.value.leads),
      promotion.transfers.map(\.value.leads),
      promotion.pools.map(\.value.projects), promotion.offers.map(\.value.projects),
      promotion.followers.map(\.value.leaders), promotion.credits.map(\.value.projects),
      promotion.tallies.map(\.value.projects), promotion.funding.map { [$0.projects] } ?? [],
    ]
    return Set(lists.joined())
  }

  /// How many there may be.
  private func checkLimits() {
    record.require(
      filters.count <= 128, within: "tallies", "\(filters.count) different descriptions of projects; at most 128",
      "项目口径共 \(filters.count) 种，至多 128 种")
    let words = Set(
      promotion.sectors.flatMap(\.value.flags) + promotion.units.flatMap { $0.value.flags.map(\.id) })
    record.require(
      words.count <= 32, within: "units", "\(words.count) different words (flags); at most 32",
      "标签共 \(words.count) 个，至多 32 个")
    record.require(
      promotion.levers.count <= 128, within: "levers", "\(promotion.levers.count) levers; at most 128",
      "措施共 \(promotion.levers.count) 项，至多 128 项")
    record.require(
      promotion.offers.count <= 64, within: "offers", "\(promotion.offers.count) offers; at most 64",
      "支持共 \(promotion.offers.count) 项，至多 64 项")
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
    for key in fields.split(separator: ".") {
      guard let next = place.child(String(key)) else { break }
      place = next
    }
    context.report(ScenarioIssue(place.position, "\(path.text).\(fields)", problem, expected: expected))
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
