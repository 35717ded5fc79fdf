// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What a fund has realised, fen by the quarter in which the last of an investment came in.
private struct RealisedTally {
  var cost: [Double]
  var value: [Double]
  /// What was lost where less came back than was paid.
  var lost: [Double]
  /// Companies realised, and those of them that lost more than is tolerated.
  var companies = 0
  var intolerable = 0

  init(quarters: Int) {
    cost = Array(repeating: 0, count: quarters)
    value = cost
    lost = cost
  }

  mutating func add(cost: Double, value: Double, in quarter: Int) {
    self.cost[quarter] += cost
    self.value[quarter] += value
    lost[quarter] += max(0, cost - value)
  }
}

/// Losses of a fund against what is tolerated, on one replicate.
///
/// Only what is over counts: a company when all that the fund held of it is closed (failed, sold, paid, or settled at the
/// fund's end), an interest in another fund when that has ended or the interest was sold, a pacing portfolio when the
/// fund has ended. So a loss is final, and none is a matter of valuation.
///
/// A loss passes a threshold where it is more than the tolerated share of cost by more than half a fen: a threshold of
/// 100 % is never passed. The fund's loss is `max(0, Σ cost − Σ proceeds) / Σ cost` where gains offset losses, else
/// `Σ max(0, cost − proceeds) / Σ cost`, both over what is realised. Source of the two readings: 国办发〔2025〕1号 asks that
/// a fund be judged as a whole over its whole life, not by a single project; without the offset it is the capital loss
/// ratio of `InvestmentTally`, taken over realised investments.
extension ReplicateMeasures {
  /// Half a fen: less than that is rounding.
  private static let whisker = 0.5

  /// Projects and the fund against their thresholds, where the fund has any.
  mutating func takeTolerance(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    guard let tolerance = plan.tolerances.isEmpty ? nil : plan.tolerances[fund] else { return }
    var tally = RealisedTally(quarters: plan.quarters)
    if plan.funds[fund].isPacing {
      addPacing(fund, to: &tally, from: kernel)
    } else {
      addCompanies(fund, tolerance, to: &tally, from: kernel)
      set(.projectsOverTolerance, entity, Double(tally.intolerable))
      let share = tally.companies > 0 ? Double(tally.intolerable) / Double(tally.companies) : nil
      set(.overToleranceShare, entity, share)
    }
    for party in plan.fundTables[fund].interests { add(interest: party, of: fund, to: &tally, from: kernel) }
    judge(tally, tolerance, entity, fund)
  }

  /// Walks the quarters: the loss so far, when it first passed the threshold, and the loss in the end.
  private mutating func judge(_ tally: RealisedTally, _ tolerance: TolerancePlan, _ entity: Int, _ fund: Int) {
    var (cost, value, lost) = (0.0, 0.0, 0.0)
    var passed: Int?
    var isOver = false
    for quarter in 0..<plan.quarters {
      cost += tally.cost[quarter]
      value += tally.value[quarter]
      lost += tally.lost[quarter]
      let loss = tolerance.offsetsGains ? max(0, cost - value) : lost
      isOver = loss > tolerance.fund * cost + Self.whisker
      if isOver, passed == nil { passed = quarter }
    }
    guard cost > 0 else { return }
    set(.toleranceLoss, entity, (tolerance.offsetsGains ? max(0, cost - value) : lost) / cost)
    set(.toleranceBreach, entity, isOver ? 1 : 0)
    set(.tolerancePassedAfter, entity, passed.map { Double($0 + 1 - plan.funds[fund].start) / 4 })
  }

  private func addCompanies(
    _ fund: Int, _ tolerance: TolerancePlan, to tally: inout RealisedTally, from kernel: borrowing ReplicateKernel
  ) {
    for company in kernel.companies.indices where kernel.companies[company].firstHolding >= 0 {
      let project = project(company, of: fund, from: kernel)
      guard project.cost > 0, let quarter = project.realised else { continue }
      let (cost, value) = (Double(project.cost), Double(project.proceeds))
      tally.add(cost: cost, value: value, in: quarter)
      tally.companies += 1
      let threshold = tolerance.project[kernel.companies[company].entryStage]
      if cost - value > threshold * cost + Self.whisker { tally.intolerable += 1 }
    }
  }

  /// All that a fund holds of a company: fen paid and received, and the quarter of the last payment once nothing more can
  /// come.
  private func project(
    _ company: Int, of fund: Int, from kernel: borrowing ReplicateKernel
  ) -> (cost: Int64, proceeds: Int64, realised: Int?) {
    var cost: Int64 = 0
    var proceeds: Int64 = 0
    var realised: Int? = 0
    var holding = kernel.companies[company].firstHolding
    while holding >= 0 {
      let state = kernel.holdings[holding]
      if state.fund == fund {
        cost += state.cost
        proceeds += state.proceeds
        realised = kernel.closingQuarter(of: holding).flatMap { last in realised.map { max($0, last) } }
      }
      holding = state.next
    }
    return (cost, proceeds, realised)
  }

  private func addPacing(_ fund: Int, to tally: inout RealisedTally, from kernel: borrowing ReplicateKernel) {
    let state = kernel.funds[fund]
    guard state.isClosed, state.invested > 0 else { return }
    tally.add(
      cost: Double(state.invested), value: Double(state.pacingReturned + state.soldToBuyers),
      in: min(plan.quarters - 1, state.end))
  }

  private func add(
    interest party: Int, of fund: Int, to tally: inout RealisedTally, from kernel: borrowing ReplicateKernel
  ) {
    let sale = kernel.sales[party]
    let other = plan.parties[party].fund
    guard sale.isDone || kernel.funds[other].isClosed else { return }
    let cost = sale.isDone ? sale.paidIn : kernel.paidIn[party]
    guard cost > 0 else { return }
    let value = (sale.isDone ? sale.distributed + sale.price : kernel.distributed[party]) + kernel.soldFor[party]
    let end = kernel.funds[sale.isDone ? fund : other].end
    tally.add(cost: Double(cost), value: Double(value), in: min(plan.quarters - 1, max(0, end)))
  }
}

extension ReplicateKernel {
  /// The quarter in which a holding brought its last payment, or came to nothing; nil while something may come.
  func closingQuarter(of holding: Int) -> Int? {
    let state = holdings[holding]
    guard state.status == .closed else { return nil }
    let end = funds[state.fund].isClosed ? funds[state.fund].end : plan.quarters - 1
    return max(0, min(end, plan.quarters - 1, ownClosing(of: state)))
  }

  /// The same as if the fund and the grid went on; the last quarter that there is where the event is not dated.
  private func ownClosing(of state: HoldingState) -> Int {
    let company = companies[state.company]
    let law = plan.laws[company.law]
    switch state.route {
    case StageEvent.listed: return state.listedQuarter + law.lockUp + law.saleQuarters - 1
    case StageEvent.boughtBack where state.receivable > 0 && law.buyBackRate > 0:
      // As in `lastPayment`: the claim tells for how long the holding had been held.
      let held = (Double(state.receivable) / Double(max(1, state.cost)) - 1) / law.buyBackRate
      return Int((state.bought + held) * 4 + 1e-4) + law.buyBackDelay
    default: return company.isDone ? Int(min(company.eventTime * 4, Double(plan.quarters))) : .max
    }
  }
}
