// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between the public money of a scenario and the investors that it stands behind: nothing is stated that
/// cannot have an effect.
struct PublicMoneyChecks {
  let scenario: Scenario
  let record: RecordReader

  func run() {
    // An investor whose class could not be read may belong to any level.
    let areKnown = scenario.funds.allSatisfy { record.context.couldRead("funds.\($0.id).investors") }
    for finances in scenario.publicMoney where areKnown {
      let path = "public_money.\(finances.level.rawValue)"
      let own = scenario.funds.flatMap(\.value.investors).map(\.value)
        .filter { $0.investorClass.publicLevel == finances.level }
      let supported = scenario.instruments.map(\.value).filter { $0.payer == finances.level }.map(\.sourceOfFunds)
      let sources = Set(own.map(\.sourceOfFunds) + supported.filter(SourceOfFunds.budgets.contains))
      let promotes = scenario.promotion?.regions.contains { $0.value.level == finances.level } ?? false
      let isThere = !own.isEmpty || !supported.isEmpty || promotes
      record.require(
        isThere, atPath: path, "no investor of a fund, no instrument and no region belongs to this level",
        "没有属于该层级的出资人、工具或区域")
      if isThere { check(finances, sources, path) }
      if let gate = finances.gate { check(gate, of: finances, own, path) }
    }
  }

  /// A gate needs what it watches, and a remedy somebody who has agreed to one.
  private func check(_ gate: CallGate, of finances: PublicFinances, _ own: [Investor], _ path: String) {
    record.require(
      !gate.onEmptyBudget || finances.budget != nil, atPath: "\(path).call_gate.on_empty_budget",
      "calls wait for appropriations, but the level has no section budget", "按预算暂缓出资，但该层级没有 budget 一节")
    record.require(
      !gate.onRedLine || finances.platform != nil, atPath: "\(path).call_gate.on_red_line",
      "calls wait at the red line, but the level has no section platform", "按红线暂缓出资，但该层级没有 platform 一节")
    record.require(
      gate.remedyAfter == nil || own.contains { $0.honouring != nil }, atPath: "\(path).call_gate.remedy_after",
      "no investor of the level has a section honouring with a remedy", "该层级没有带违约处理（honouring）的出资人")
  }

  private func check(_ finances: PublicFinances, _ sources: Set<SourceOfFunds>, _ path: String) {
    record.require(
      finances.budget == nil || !sources.isDisjoint(with: SourceOfFunds.budgets), atPath: "\(path).budget",
      "nobody of this level pays from the general budget, the land fund or the state-capital budget",
      "该层级没有以一般公共预算、土地基金或国资预算出资的出资人或工具")
    record.require(
      finances.bond == nil || sources.contains(.specialBond), atPath: "\(path).bond",
      "no investor of this level pays from special bonds", "该层级没有以专项债出资的出资人")
    record.require(
      finances.platform == nil || finances.level == .stateOwned, atPath: "\(path).platform",
      "only state-owned enterprises have a balance sheet here", "仅国有企业可填资产负债")
    record.advise(
      finances.exit == nil || isBoughtOut(finances.level), atPath: "\(path).exit",
      "counts for nothing: no concession lets others buy a stake of this level", "不起作用：没有收购该层级权益的让利期权")
  }

  /// Whether a concession is an option on a stake of a level.
  private func isBoughtOut(_ level: PublicLevel) -> Bool {
    scenario.funds.map(\.value).contains { fund in
      fund.concessions.map(\.value).contains { concession in
        guard case .buyoutOption = concession.kind else { return false }
        return fund.investors.contains { $0.id == concession.giver && $0.value.investorClass.publicLevel == level }
      }
    }
  }
}
