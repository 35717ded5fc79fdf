// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// Units, pools, what is there at the start; nothing without effect, and no more than there may be.
extension PromotionChecks {
  // MARK: Who and what

  func isNeeded(_ resource: ResourceKind) -> Bool {
    promotion.stages.contains { $0.value.needs.contains { $0.resource == resource } }
  }

  func checkUnits() {
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

  func checkPools() {
    for pool in promotion.pools {
      record.require(
        isNeeded(pool.value.resource), within: "pools.\(pool.id).resource",
        "no stage needs \(pool.value.resource.rawValue), so nothing takes of it",
        "没有阶段需要 \(pool.value.resource.rawValue)，不会被占用")
    }
  }

  /// Projects stand where projects can stand.
  func checkOpening() {
    let place = promotion.stages.firstIndex { $0.value.choosesPlace } ?? 0
    for projects in promotion.openingProjects where record.context.couldRead("promotion.regions") {
      guard let stage = promotion.stages.firstIndex(where: { $0.id == projects.value.stage }), stage > place else {
        continue
      }
      record.require(
        isLeaf(projects.value.region), within: "opening_projects.\(projects.id).region",
        "projects that have chosen a place stand in a region without parts; \(projects.value.region) has parts",
        "已选址的项目须在最下级区域，\(projects.value.region) 还有下级")
    }
  }

  /// Support is owed where projects land.
  func checkArrears() {
    for region in promotion.regions where record.context.couldRead("promotion.regions") {
      record.require(
        isLeaf(region.id) || region.value.arrears.value == .zero, within: "regions.\(region.id).arrears",
        "support is owed in regions without parts; \(region.id) has parts", "欠付支持须记在最下级区域，\(region.id) 还有下级")
    }
  }

  func checkCompanies() {
    for companies in promotion.incumbents where record.context.couldRead("promotion.regions") {
      record.require(
        isLeaf(companies.value.region), within: "incumbents.\(companies.id).region",
        "companies stand in a region without parts; \(companies.value.region) has parts",
        "企业须在最下级区域，\(companies.value.region) 还有下级")
    }
  }

  // MARK: Nothing without effect

  func checkEffects() {
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
    checkRates()
    for line in promotion.budgets {
      record.require(
        !(line.value.units.isEmpty && line.value.pulses.isEmpty && line.value.levers.isEmpty),
        within: "budgets.\(line.id)", "the line pays nothing: no units, events or levers", "该经费没有负担任何单位、活动或措施")
    }
  }

  /// Levers on rates act on what units bring from quarter to quarter.
  private func checkRates() {
    for lever in promotion.levers where lever.value.acts == .rate {
      let units = promotion.units.filter { lever.value.units.isEmpty || lever.value.units.contains($0.id) }
      record.advise(
        units.contains { $0.value.leads.value > 0 } || units.isEmpty, within: "levers.\(lever.id).acts",
        "none of its units brings leads of its own, and those of events, followers and referrals do not move with it",
        "所涉单位自身不带来线索；活动、跟随与转介带来的线索不受其影响")
    }
  }

  /// A project is recommended while it can still be won.
  func checkFunding() {
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
      promotion.pools.map(\.value.projects), promotion.offers.map(\.value.projects.anywhere),
      promotion.followers.map(\.value.leaders), promotion.credits.map(\.value.projects),
      promotion.tallies.map(\.value.projects), promotion.funding.map { [$0.projects] } ?? [],
    ]
    return Set(lists.joined())
  }

  /// How many there may be.
  func checkLimits() {
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
    checkCounts()
    checkCredits()
  }

  /// Projects keep the places of units, regions and pools in 16 bits, and the accounts that count them in one word.
  private func checkCounts() {
    let units = promotion.units.reduce(0) { $0 + $1.value.count.value }
    let parts = units + promotion.regions.count + promotion.pools.count
    record.require(
      parts <= 30_000, within: "units", "\(parts) units, regions and pools; at most 30,000",
      "单位、区域和要素池共 \(parts) 个，至多 30,000 个")
    let most = accountsByRegion().values.max() ?? 0
    record.require(
      most <= 64, within: "tallies", "\(most) accounts count a project in one region; at most 64",
      "同一区域的项目计入 \(most) 个口径，至多 64 个")
  }

  /// For each region how many there are of itself, those above it, and what is counted apart in them.
  private func accountsByRegion() -> [String: Int] {
    let parents = parents
    let roots = promotion.regions.filter { $0.value.parent == nil }.map(\.id)
    var own = parents.mapValues { _ in 1 }
    for tally in promotion.tallies {
      for region in tally.value.regions.isEmpty ? Array(roots.prefix(1)) : tally.value.regions {
        own[region, default: 0] += 1
      }
    }
    return own.reduce(into: [:]) { sums, region in
      sums[region.key] = Self.places(above: region.key, parents).reduce(0) { $0 + (own[$1] ?? 0) }
    }
  }
}
