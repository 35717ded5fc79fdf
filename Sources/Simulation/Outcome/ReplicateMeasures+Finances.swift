// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// The public account of a level of government besides its flows with the funds: functions of a replicate's flows, which
/// they do not change.
extension ReplicateMeasures {
  /// Follows budget, bonds and balance sheet through the quarters; `paid` and `received` hold the flows of the level's whole
  /// account.
  mutating func gatherFinances(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    let about = plan.finances[entity.finances]
    account = PublicAccount()
    account.unfunded = unfunded(entity, from: kernel)
    if let releases = about.releases {
      account.calls = flows(of: about.budgetParties, areCalls: true, from: kernel)
      addSupportFromBudget(entity, from: kernel)
      account.budget = BudgetAccount(calls: account.calls, releases: releases)
    }
    if let bond = about.bond {
      account.issues = flows(of: about.bondParties, areCalls: true, from: kernel)
      account.bondReceipts = flows(of: about.bondParties, areCalls: false, from: kernel)
      account.bond = BondSchedule(
        issues: account.issues, coupon: bond.coupon, payments: bond.payments, tenor: bond.tenor)
    }
    if let platform = about.platform { followPlatform(platform, about.debtParties, entity, from: kernel) }
  }

  /// What investors paid to funds on calls and to earlier investors, or received in distributions, from later investors and
  /// for stakes that they sold, by quarter.
  private func flows(
    of parties: [Int], areCalls: Bool, from kernel: borrowing ReplicateKernel
  ) -> [Int64] {
    var sums = [Int64](repeating: 0, count: plan.quarters)
    for party in parties {
      kernel.ledger.add(
        channel: areCalls ? plan.parties[party].call : plan.parties[party].distribution, to: &sums, sign: 1)
      guard let equalisation = plan.parties[party].equalisation else { continue }
      let capital = areCalls ? equalisation.capitalPaid : equalisation.capitalReceived
      let interest = areCalls ? equalisation.interestPaid : equalisation.interestReceived
      kernel.ledger.add(channel: capital, to: &sums, sign: 1)
      kernel.ledger.add(channel: interest, to: &sums, sign: 1)
    }
    guard !areCalls else { return sums }
    for concession in plan.concessions where concession.form == .buyoutOption && parties.contains(concession.giver) {
      for position in concession.receivers { kernel.ledger.add(channel: plan.buyOuts[position], to: &sums, sign: 1) }
    }
    return sums
  }

  /// Debt over assets at the end of each quarter; stakes that are bought from others are paid in cash.
  private mutating func followPlatform(
    _ about: FinancePlan.PlatformPlan, _ debtParties: [Int], _ entity: EntityPlan,
    from kernel: borrowing ReplicateKernel
  ) {
    var paidFromDebt = flows(of: debtParties, areCalls: true, from: kernel)
    var broughtBack = flows(of: debtParties, areCalls: false, from: kernel)
    addSupportFromDebt(entity, paid: &paidFromDebt, received: &broughtBack, from: kernel)
    var balance = PlatformBalance(assets: about.assets, debt: about.debt)
    account.debtRatio.reserveCapacity(plan.quarters)
    for quarter in 0..<plan.quarters {
      var value = entity.level.map { kernel.supportHeld($0, in: quarter) } ?? 0
      for fund in kernel.funds.indices { value += self.value(entity, of: fund, at: quarter, from: kernel) / 100 }
      let borrowing = (paid: yuan(paidFromDebt[quarter]), received: yuan(broughtBack[quarter]))
      let others = (
        paid: yuan(paid[quarter] - paidFromDebt[quarter]), received: yuan(received[quarter] - broughtBack[quarter])
      )
      account.debtRatio.append(
        balance.step(
          rate: kernel.lending[quarter] + about.spread, borrowing: borrowing, others: others, value: value))
    }
  }

  /// What the level has committed to living funds and not paid in, reckoned back from the end of the grid; what a closing
  /// admitted was not committed before it, and what an option handed over changes hands in the quarter in which its price
  /// was paid.
  private func unfunded(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> [Int64] {
    var sums = [Int64](repeating: 0, count: plan.quarters)
    for party in entity.parties {
      let fund = plan.parties[party].fund
      var left = kernel.undrawn[party]
      var paid: Int64 = 0
      for quarter in 0..<plan.quarters { paid += kernel.paid(party, in: quarter) }
      let handedOver = left + paid + kernel.openingPaidIn[party] - kernel.partyStates[party].committed
      let handOver = handedOver == 0 ? -1 : quarterOfHandOver(fund, from: kernel)
      for quarter in stride(from: plan.quarters - 1, through: 0, by: -1) {
        if quarter >= plan.funds[fund].start, quarter < kernel.funds[fund].end { sums[quarter] += left }
        left += kernel.paid(party, in: quarter) - kernel.admitted(party, in: quarter)
        if quarter == handOver { left -= handedOver }
        if quarter == kernel.partyStates[party].lapsedIn { left += kernel.partyStates[party].lapsed }
      }
    }
    return sums
  }

  /// The quarter in which the price of a stake in a fund was paid; the first of the grid where there was none to pay.
  private func quarterOfHandOver(_ fund: Int, from kernel: borrowing ReplicateKernel) -> Int {
    for concession in plan.funds[fund].concessions where plan.concessions[concession].form == .buyoutOption {
      for position in plan.concessions[concession].receivers {
        for quarter in 0..<plan.quarters
        where kernel.ledger.amount(through: plan.buyOuts[position], in: quarter) > 0 { return quarter }
      }
    }
    return 0
  }

  /// Headline numbers of the account.
  mutating func takeFinances(
    _ entity: Int, _ about: EntityPlan, netPresentValue: Double, from kernel: borrowing ReplicateKernel
  ) {
    let finances = plan.finances[about.finances]
    if let budget = account.budget {
      set(.budgetArrears, entity, yuan(budget.mostArrears))
      set(.budgetDelay, entity, budget.meanDelay(of: account.calls))
      set(.budgetLapsed, entity, yuan(budget.lapsed))
    }
    if let bond = account.bond {
      set(.debtService, entity, yuan(bond.service.reduce(0, +)))
      set(.debtOutstanding, entity, yuan(bond.outstanding))
      set(.debtGap, entity, yuan(bond.largestGap(receipts: account.bondReceipts)))
      set(.npvAfterDebt, entity, netPresentValue + presentValue(of: bond))
    }
    if let platform = finances.platform, let highest = account.debtRatio.max() {
      set(.debtRatio, entity, highest)
      set(.redLineBreach, entity, highest > platform.redLine ? 1 : 0)
    }
    takeAlternatives(entity, finances, netPresentValue: netPresentValue)
    set(.contingentLiability, entity, yuan(finances.firstLosses))
    if let exit = finances.exit { takeExit(entity, about, exit, from: kernel) }
  }

  /// Bonds received less their service and what is left to repay at the end, discounted.
  private func presentValue(of bond: BondSchedule) -> Double {
    var sum = -yuan(bond.outstanding + bond.accrued) * plan.economy.discount[plan.quarters - 1]
    for quarter in 0..<plan.quarters {
      sum += yuan(account.issues[quarter] - bond.service[quarter]) * plan.economy.discount[quarter]
    }
    return sum
  }

  private mutating func takeAlternatives(_ entity: Int, _ finances: FinancePlan, netPresentValue: Double) {
    let uses: [(HeadlineMetric, AlternativeUse?)] = [
      (.npvAsGrant, finances.grant), (.npvAsSubsidy, finances.subsidy), (.npvAsReserve, finances.reserve),
    ]
    var best: Double?
    for (metric, use) in uses {
      guard let use else { continue }
      let value = use.netPresentValue(
        of: outlays.span, discount: plan.economy.discount, rate: plan.discountRate)
      set(metric, entity, value)
      best = max(best ?? value, value)
    }
    set(.opportunityCost, entity, best.map { $0 - netPresentValue })
  }

  /// Stakes that options sold: what waiting for the price costs, and how far it lies below the floor.
  private mutating func takeExit(
    _ entity: Int, _ about: EntityPlan, _ exit: FinancePlan.ExitPlan, from kernel: borrowing ReplicateKernel
  ) {
    let lost = 1 - Elementary.pow(1 + plan.discountRate, -exit.delay)
    var cost = 0.0
    var short = 0.0
    for position in plan.concessions.indices where kernel.concessions[position].isExercised {
      let concession = plan.concessions[position]
      guard about.parties.contains(concession.giver) else { continue }
      var price: Int64 = 0
      for receiver in concession.receivers {
        for quarter in 0..<plan.quarters {
          let part = kernel.ledger.amount(through: plan.buyOuts[receiver], in: quarter)
          price += part
          cost += yuan(part) * plan.economy.discount[quarter] * lost
        }
      }
      // What the giver gave up is the value of the stake less its price.
      short += max(0, yuan(price + kernel.concessions[position].given) * exit.floor - yuan(price))
    }
    set(.exitDelayCost, entity, cost)
    set(.priceBelowFloor, entity, short)
  }
}
