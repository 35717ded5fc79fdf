// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
public import PortfolioModel
import Quantities

/// The names of a plan's entities and accounts: what the plan itself does not hold.
public struct PlanLabels: Hashable, Sendable {
  /// Such as `city`, `city/social_capital`, `public/city` or `all`, in the order of the plan's entities.
  public var entities: [String]
  /// What stands before the names of a plan that is derived from another; the rest is the same in both.
  public var prefix: String
  /// Names of the ledger's accounts.
  public var accounts: [String]
  /// Ids of the funds.
  public var funds: [String]
  /// The first day of the grid.
  public var time: TimeGrid

  init(_ scenario: Scenario, plan: Plan, without: Set<String>, prefix: String) {
    let present = scenario.funds.filter { !without.contains($0.id) }
      .map { Identified(id: $0.id, value: $0.value.without(without, id: $0.id)) }
    funds = present.map(\.id)
    time = scenario.time
    self.prefix = prefix
    let names = funds
    let accounts = scenario.promotion.map(PlanLabels.promotionAccounts) ?? []
    entities = plan.entities.map { entity in
      let investorClass = entity.parties.first.map { plan.parties[$0].investorClass }
      let name =
        switch entity.kind {
        case .fund: names[entity.fund]
        case .investorClass: "\(names[entity.fund])/\(investorClass?.rawValue ?? "")"
        case .publicMoney: "public/\(entity.level?.rawValue ?? "")"
        case .all: "all"
        case .region, .tally, .promotionUnit: accounts[entity.account]
        }
      return prefix + name
    }
    self.accounts = PlanLabels.accounts(present, plan: plan)
  }

  private static func accounts(_ funds: [Identified<Fund>], plan: Plan) -> [String] {
    var names = [String](repeating: "", count: plan.ledger.accounts)
    for (index, fund) in funds.enumerated() {
      let own = plan.funds[index].accounts
      names[own.cash] = "fund/\(fund.id)"
      names[own.companies] = "companies/\(fund.id)"
      names[own.manager] = "manager/\(fund.id)"
      names[own.providers] = "providers/\(fund.id)"
      names[own.carry] = "general_partner/\(fund.id)"
      names[own.bank] = "bank/\(fund.id)"
      names[own.buyers] = "secondary_buyers/\(fund.id)"
      if own.escrow >= 0 { names[own.escrow] = "escrow/\(fund.id)" }
      if own.equalisation >= 0 { names[own.equalisation] = "equalisation/\(fund.id)" }
      for (position, investor) in fund.value.investors.enumerated() {
        let party = plan.parties[plan.funds[index].firstParty + position]
        guard party.owner < 0 else { continue }
        names[party.account] = "investor/\(fund.id)/\(investor.id)"
        let level = investor.value.investorClass.publicLevel
        names[party.source] =
          (level.map { "treasury/\($0.rawValue)/" } ?? "capital/") + investor.value.sourceOfFunds.rawValue
      }
    }
    return names
  }
}
