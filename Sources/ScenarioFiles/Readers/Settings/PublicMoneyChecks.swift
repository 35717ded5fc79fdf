// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between the public money of a scenario and the investors that it stands behind: nothing is stated that
/// cannot have an effect.
struct PublicMoneyChecks {
  let scenario: Scenario
  let record: RecordReader

  func run() {
    for finances in scenario.publicMoney {
      let path = "public_money.\(finances.level.rawValue)"
      let own = scenario.funds.flatMap(\.value.investors).map(\.value)
        .filter { $0.investorClass.publicLevel == finances.level }
      let supported = scenario.instruments.map(\.value).filter { $0.payer == finances.level }.map(\.sourceOfFunds)
      let sources = Set(own.map(\.sourceOfFunds) + supported.filter(SourceOfFunds.budgets.contains))
      record.require(
        !own.isEmpty || !supported.isEmpty, atPath: path, "no investor of a fund belongs to this level", "没有属于该层级的出资人")
      check(finances, sources, path)
    }
  }

  private func check(_ finances: PublicFinances, _ sources: Set<SourceOfFunds>, _ path: String) {
    guard !sources.isEmpty else { return }
    record.require(
      finances.budget == nil || !sources.isDisjoint(with: SourceOfFunds.budgets), atPath: "\(path).budget",
      "no investor of this level pays from the general budget, the land fund or the state-capital budget",
      "该层级没有以一般公共预算、土地基金或国资预算出资的出资人")
    record.require(
      finances.bond == nil || sources.contains(.specialBond), atPath: "\(path).bond",
      "no investor of this level pays from special bonds", "该层级没有以专项债出资的出资人")
    record.require(
      finances.platform == nil || finances.level == .stateOwned, atPath: "\(path).platform",
      "only state-owned enterprises have a balance sheet here", "仅国有企业可填资产负债")
  }
}
