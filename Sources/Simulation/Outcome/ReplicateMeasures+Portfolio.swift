// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What a fund bought, what became of it, and how many companies there were.
extension ReplicateMeasures {
  /// Numbers of a fund's portfolio, costs and clauses.
  mutating func takePortfolio(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    let state = kernel.funds[about.fund]
    let part = part(about, of: about.fund, from: kernel)
    set(.managementFee, entity, Double(state.feesPaid) / 100 * part)
    var carry = 0.0
    for group in plan.funds[about.fund].groups {
      let part = self.part(about, of: group, in: about.fund, from: kernel)
      carry += Double(kernel.waterfalls[group].managerTotal.fen) / 100 * part
    }
    set(.carriedInterest, entity, carry)
    if about.kind == .fund {
      let publicMoney = publicPaidIn(about.fund, from: kernel)
      set(.publicPaidIn, entity, publicMoney / 100)
      set(.leverageFund, entity, publicMoney > 0 ? Double(state.paidIn) / publicMoney : nil)
      if wants(.largestExposure) { takeExposure(entity, fund: about.fund, from: kernel) }
      set(.conceded, entity, conceded(from: kernel) { $0.fund == about.fund ? 1 : 0 } / 100)
      takeLine(entity, fund: about.fund, from: kernel)
      takeEnding(entity, fund: about.fund, from: kernel)
      takeExits(entity, fund: about.fund, from: kernel)
      takeEvaluation(entity, fund: about.fund, from: kernel)
      takeTolerance(entity, fund: about.fund, from: kernel)
      takeReinvestment(entity, fund: about.fund, from: kernel)
      takeShares(entity, fund: about.fund, from: kernel)
    }
    guard wants(.moic) || wants(.lossRatio) else { return }
    let tally = tally(about.fund, from: kernel)
    set(.moic, entity, tally.moic)
    set(.lossRatio, entity, tally.capitalLossRatio)
  }

  /// What a line of credit cost, and how much was drawn on it.
  private mutating func takeLine(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    let line = plan.funds[fund].line
    guard line >= 0 else { return }
    set(.creditCost, entity, yuan(kernel.lines[line].costs))
    set(.creditMost, entity, yuan(kernel.lines[line].most))
  }

  /// How the fund sold what was left, what it handed out, and whether its public investors left.
  private mutating func takeEnding(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    let about = plan.funds[fund]
    if about.stateSale >= 0 { set(.soldBelowFloor, entity, kernel.belowFloor[fund] / 100) }
    if about.inKindShare > 0 {
      set(.distributedInKind, entity, yuan(kernel.ledger.total(through: about.channels.inKind)))
    }
    guard about.publicExit >= 0 else { return }
    let quarter = kernel.exits[about.publicExit].quarter
    set(.pPublicExit, entity, quarter >= 0 ? 1 : 0)
    set(.publicExitAfter, entity, quarter >= 0 ? Double(quarter - about.start) / 4 : nil)
  }

  /// Cost and value, received and left, company by company.
  @inline(__always) private func tally(_ fund: Int, from kernel: borrowing ReplicateKernel) -> InvestmentTally {
    var tally = InvestmentTally()
    if plan.funds[fund].isPacing {
      let state = kernel.funds[fund]
      let last = kernel.modelValue(fund, at: plan.quarters - 1)
      tally.add(
        cost: Double(state.invested), value: Double(state.pacingReturned + state.soldToBuyers) + last)
      return tally
    }
    if kernel.ranAlone {
      // Nobody asks for more than the multiple of all.
      tally.add(
        cost: Double(kernel.funds[fund].invested), value: Double(kernel.lone.received + kernel.lone.soldAtEnd))
    }
    for company in kernel.companies.indices where kernel.companies[company].firstHolding >= 0 {
      let stake = stake(company, fund: fund, from: kernel)
      if stake.cost > 0 { tally.add(cost: stake.cost, value: stake.value) }
    }
    for party in plan.fundTables[fund].interests { addInterest(party, to: &tally, from: kernel) }
    return tally
  }

  /// An interest in another fund: what was paid in, what came back, the price of an option on it among it, and its part of
  /// what is left there.
  @inline(__always) private func addInterest(
    _ party: Int, to tally: inout InvestmentTally, from kernel: borrowing ReplicateKernel
  ) {
    let sale = kernel.sales[party]
    let cost = sale.isDone ? sale.paidIn : kernel.paidIn[party]
    guard cost > 0 else { return }
    let value =
      sale.isDone
      ? Double(sale.distributed + sale.price) : Double(kernel.distributed[party]) + kernel.interestValue(party: party)
    tally.add(cost: Double(cost), value: value + Double(kernel.soldFor[party]))
  }

  /// What a fund paid for a company, got and still has, and the route that ended its first holding.
  @inline(__always) private func stake(
    _ company: Int, fund: Int, from kernel: borrowing ReplicateKernel
  ) -> (cost: Double, value: Double, route: Int) {
    var cost: Int64 = 0
    var value = 0.0
    var route = -1
    var holding = kernel.companies[company].firstHolding
    // The newest comes first, so that the last one seen is the first that was bought.
    while holding >= 0 {
      let state = kernel.holdings[holding]
      if state.fund == fund {
        cost += state.cost
        value += Double(state.proceeds)
        if state.status != .closed { value += kernel.worth(holding, at: plan.quarters - 1) }
        route = state.route
      }
      holding = state.next
    }
    return (Double(cost), value, route)
  }

  private mutating func takeExits(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    guard wantsExits else { return }
    var exits = ExitTally()
    for company in kernel.companies.indices where kernel.companies[company].firstHolding >= 0 {
      let stake = stake(company, fund: fund, from: kernel)
      exits.add(route: stake.route, cost: stake.cost, value: stake.value)
    }
    set(.exitsListed, entity, Double(exits.listed))
    set(.exitsAcquired, entity, Double(exits.acquired))
    set(.exitsBoughtBack, entity, Double(exits.boughtBack))
    set(.exitsTransferred, entity, Double(exits.transferred))
    set(.exitsFailed, entity, Double(exits.failed))
    set(.listedMultiple, entity, exits.listedMultiple)
  }

  /// Companies of the whole scenario.
  mutating func takeCounts(_ counts: CompanyCounts, entity: Int) {
    set(.candidates, entity, Double(counts.candidates))
    set(.companiesFunded, entity, Double(counts.funded))
    set(.companiesFinanced, entity, Double(counts.financed))
    set(.companiesListed, entity, Double(counts.listed))
    set(.companiesAcquired, entity, Double(counts.acquired))
    set(.companiesFailed, entity, Double(counts.failed))
    set(.companiesAlive, entity, Double(counts.financed - counts.failed - counts.exited))
    set(.companiesStalled, entity, Double(counts.stalled))
    let followed = Double(counts.followedForDecade)
    set(.aliveAfterDecade, entity, followed > 0 ? 1 - Double(counts.leftWithinDecade) / followed : nil)
  }
}
