// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// Costs of what a fund had bought by a date, as far as they count.
private struct PurchaseTally {
  var all = 0.0
  var earlyOrSmall = 0.0
  var newProductive = 0.0
  var green = 0.0
  var keyFields = 0.0
  /// Cost times years held.
  var costYears = 0.0
  /// Whether some of it is not modelled company by company.
  var isVeiled = false
}

/// What the evaluation of the investment direction asks of a replicate's own purchases, looking through the funds held.
extension ReplicateMeasures {
  /// Sets the shares and the mean holding time at the end of a quarter, all weighted by cost, first tickets and further
  /// ones. What follows a pacing law shows no companies: then nothing is known of them.
  func takePurchases(
    _ evaluation: EvaluationPlan, fund: Int, at quarter: Int, into indicators: inout DirectionIndicators,
    from kernel: borrowing ReplicateKernel
  ) {
    var tally = PurchaseTally()
    add(fund, weight: 1, evaluation, by: Double(quarter + 1) / 4, to: &tally, from: kernel)
    guard !tally.isVeiled else { return }
    func share(_ part: Double) -> Double { tally.all > 0 ? part / tally.all : 0 }
    indicators.earlySmallShare = share(tally.earlyOrSmall)
    indicators.meanHolding = share(tally.costYears)
    if !evaluation.newProductive.isEmpty { indicators.newProductiveShare = share(tally.newProductive) }
    if !evaluation.green.isEmpty { indicators.greenShare = share(tally.green) }
    if !evaluation.keyFields.isEmpty { indicators.keyFieldShare = share(tally.keyFields) }
  }

  private func add(
    _ fund: Int, weight: Double, _ evaluation: EvaluationPlan, by time: Double, to tally: inout PurchaseTally,
    from kernel: borrowing ReplicateKernel
  ) {
    if plan.funds[fund].isPacing, kernel.funds[fund].invested > 0 { tally.isVeiled = true }
    for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
      guard kernel.holdings[holding].bought < time else { continue }
      count(holding, weight: weight, evaluation, by: time, in: &tally, from: kernel)
    }
    for party in plan.fundTables[fund].interests {
      let other = plan.parties[party].fund
      guard kernel.funds[other].paidIn > 0 else { continue }
      let part = Double(kernel.stakes[party]) / Double(kernel.funds[other].paidIn)
      add(other, weight: weight * part, evaluation, by: time, to: &tally, from: kernel)
    }
  }

  private func count(
    _ holding: Int, weight: Double, _ evaluation: EvaluationPlan, by time: Double, in tally: inout PurchaseTally,
    from kernel: borrowing ReplicateKernel
  ) {
    let state = kernel.holdings[holding]
    let company = kernel.companies[state.company]
    let cost = weight * Double(state.cost)
    func counts(_ sectors: [Bool]) -> Bool { !sectors.isEmpty && sectors[company.sector] }
    tally.all += cost
    tally.costYears += cost * max(0, min(time, kernel.lastPayment(on: holding)) - state.bought)
    if company.isEarlyAtEntry || isSmallAtEntry(company, for: state.fund) { tally.earlyOrSmall += cost }
    if counts(evaluation.newProductive) || (evaluation.countsHardTech && company.isHardTech) {
      tally.newProductive += cost
    }
    if counts(evaluation.green) { tally.green += cost }
    if counts(evaluation.keyFields) { tally.keyFields += cost }
  }

  /// Whether a company's valuation after its first round here was within the limit of the fund's mandate.
  func isSmallAtEntry(_ company: CompanyState, for fund: Int) -> Bool {
    let limit = plan.funds[fund].programme.smallLimit
    let law = plan.laws[company.law]
    guard law.isStaged else { return company.roundSize <= limit }
    let first = law.firstRow + (company.isHardTech ? law.stageCount : 0)
    var row = first
    while row + 1 < first + law.stageCount, Int(plan.stages[row].stage) < company.entryStage { row += 1 }
    let sold = plan.stages[row].entryDilution
    return (sold > 0 ? company.roundSize / sold : company.roundSize) <= limit
  }
}

extension ReplicateKernel {
  /// When a holding brought its last payment, years from the first day of the grid; infinite while something is due.
  @inline(__always) func lastPayment(on holding: Int) -> Double {
    let state = holdings[holding]
    guard state.status == .closed else { return .infinity }
    let end = funds[state.fund].isClosed ? Double(funds[state.fund].end + 1) / 4 : .infinity
    return min(end, ownEnd(of: state))
  }

  /// The same as if the fund went on: the event that ended the holding, and the delay of its payment.
  @inline(__always) private func ownEnd(of state: HoldingState) -> Double {
    let company = companies[state.company]
    let law = plan.laws[company.law]
    switch state.route {
    case StageEvent.listed: return Double(state.listedQuarter + law.lockUp + law.saleQuarters) / 4
    case StageEvent.boughtBack where state.receivable > 0 && law.buyBackRate > 0:
      // What was claimed, a whole number of fen, tells for how long the holding had been held; rights are often due on the
      // first day of a quarter, which rounding must not miss.
      let held = (Double(state.receivable) / Double(max(1, state.cost)) - 1) / law.buyBackRate
      return Double(Int((state.bought + held) * 4 + 1e-4) + law.buyBackDelay + 1) / 4
    default: return company.isDone ? company.eventTime : .infinity
    }
  }
}
