// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// The evaluation of a fund's investment direction on one replicate.
extension ReplicateMeasures {
  /// Idle cash and the score, where they are wanted; `paid` and `flows` hold the fund's own.
  mutating func takeEvaluation(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    let evaluation = plan.evaluations.isEmpty ? nil : plan.evaluations[fund]
    guard wants(.idleShare) || evaluation != nil else { return }
    gatherCash(fund, from: kernel)
    set(.idleShare, entity, largestIdleShare(fund, from: kernel))
    // A fund that was never formed has no direction.
    guard let evaluation, kernel.funds[fund].isFormed else { return }
    let quarter = min(evaluation.quarter, kernel.funds[fund].end - 1)
    guard quarter >= max(0, plan.funds[fund].start) else { return }
    let score = DirectionScore(indicators(evaluation, fund: fund, at: quarter, from: kernel)).total
    set(.directionScore, entity, score.lowerBound)
    set(.directionScoreMost, entity, score.upperBound)
  }

  /// Fen in the fund's account at the end of each quarter, from every channel that leads to or from it.
  private mutating func gatherCash(_ fund: Int, from kernel: borrowing ReplicateKernel) {
    for quarter in 0..<plan.quarters { cash[quarter] = 0 }
    for entry in cashChannels[fund] { kernel.ledger.add(channel: entry.channel, to: &cash, sign: entry.sign) }
    var balance = plan.funds[fund].openingCash
    for quarter in 0..<plan.quarters {
      balance += cash[quarter]
      cash[quarter] = balance
    }
  }

  /// Every channel to or from the account of each fund.
  static func cashChannels(_ plan: Plan) -> [[(channel: Int, sign: Int64)]] {
    plan.funds.map { fund in
      plan.ledger.channels.indices.compactMap { channel in
        let about = plan.ledger.channels[channel]
        if about.to == fund.accounts.cash { return (channel, 1) }
        return about.from == fund.accounts.cash ? (channel, -1) : nil
      }
    }
  }

  /// The largest share of idle cash at the end of a year while the fund lives, from a year after its first money on: what
  /// came in later has not had the time to lie idle. Nil where no such year ends in its life.
  private func largestIdleShare(_ fund: Int, from kernel: borrowing ReplicateKernel) -> Double? {
    var largest: Double?
    var sum = plan.funds[fund].openingPaidIn
    var first = sum > 0 ? plan.funds[fund].start : plan.quarters
    for quarter in 0..<min(plan.quarters, max(0, kernel.funds[fund].end)) {
      sum += paid[quarter]
      if sum > 0 { first = min(first, quarter) }
      guard quarter % 4 == plan.firstYearEnd % 4, quarter - first >= 3 else { continue }
      largest = max(largest ?? 0, Double(cash[quarter]) / Double(sum))
    }
    return largest
  }

  private mutating func indicators(
    _ evaluation: EvaluationPlan, fund: Int, at quarter: Int, from kernel: borrowing ReplicateKernel
  ) -> DirectionIndicators {
    var indicators = evaluation.facts
    takePurchases(evaluation, fund: fund, at: quarter, into: &indicators, from: kernel)
    let capital = capitalThrough(fund, quarter, from: kernel)
    indicators.paidInShare = Double(capital.all) / Double(max(1, kernel.funds[fund].size.commitment))
    // Nothing paid in: nothing is idle, nobody came along, and there is no return.
    indicators.socialShare = capital.all > 0 ? capital.social / Double(capital.all) : 0
    indicators.idleShare = capital.all > 0 ? Double(cash[quarter]) / Double(capital.all) : 0
    indicators.rateOfReturn = returnThrough(fund, quarter, from: kernel) ?? -1
    indicators.assetGrowth = growth(fund, at: quarter, from: kernel)
    return indicators
  }

  /// Fen paid in up to a quarter, and the part of it that is social capital, also through the funds above; so is what the
  /// buyer of an interest pays.
  private func capitalThrough(
    _ fund: Int, _ quarter: Int, from kernel: borrowing ReplicateKernel
  ) -> (all: Int64, social: Double) {
    var all: Int64 = 0
    var social = 0.0
    for party in plan.funds[fund].parties {
      var paid = kernel.openingPaidIn[party]
      for past in 0...quarter { paid += kernel.paid(party, in: past) }
      all += paid
      let owner = plan.parties[party].owner
      if plan.parties[party].investorClass.isSocial {
        social += Double(paid)
      } else if owner >= 0, paid > 0 {
        let own = kernel.sales[party].isDone ? min(paid, kernel.sales[party].paidIn) : paid
        let above = capitalThrough(owner, quarter, from: kernel)
        social += Double(paid - own)
        if above.all > 0 { social += Double(own) * above.social / Double(above.all) }
      }
    }
    return (all, social)
  }

  /// The rate a year of the fund's flows up to a quarter with what it is then worth.
  private mutating func returnThrough(
    _ fund: Int, _ quarter: Int, from kernel: borrowing ReplicateKernel
  ) -> Double? {
    for past in 0..<plan.quarters { history[past] = past <= quarter ? flows[past] : 0 }
    history[0] -= plan.funds[fund].openingPaidIn > 0 ? kernel.funds[fund].openingValue / 100 : 0
    history[quarter] += kernel.netValue(fund, at: quarter) / 100
    return rates.solve(history.span).compounded(over: 4).rate
  }

  /// Growth of net assets in the year up to a quarter; nil where there were none a year before.
  private func growth(_ fund: Int, at quarter: Int, from kernel: borrowing ReplicateKernel) -> Double? {
    let now = kernel.netValue(fund, at: quarter)
    let before =
      quarter >= 4
      ? kernel.netValue(fund, at: quarter - 4) : quarter == 3 ? kernel.funds[fund].openingNet : 0
    return before > 0 ? now / before - 1 : nil
  }
}
