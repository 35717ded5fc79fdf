// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// Grants that may become shares, assets in kind, and what shares bring.
extension ReplicateKernel {
  /// A grant is paid; in its milestone round it becomes shares as far as agreed, and what was agreed of the rest is paid
  /// back in the end.
  mutating func give(_ fen: Double, _ grant: GrantPlan, _ claim: Int, _ fate: CompanyFate) {
    let channels = plan.instruments[claims[claim].instrument].channels
    claims[claim].granted = post(fen, through: channels.grant, in: claims[claim].quarter)
    guard grant.milestone >= 0 else { return }
    let converted = convert(fen, grant, claim, fate)
    guard fate.endsWell else { return }
    claims[claim].grantRepaid = post(
      (fen - converted) * grant.repaid, through: channels.grantRepayment, in: fate.quarter)
  }

  /// What of a grant becomes shares in the round of its milestone.
  /// - Returns: Fen, 0 where the company never closed that round.
  private mutating func convert(_ fen: Double, _ grant: GrantPlan, _ claim: Int, _ fate: CompanyFate) -> Double {
    guard let round = round(of: claims[claim].company, opening: grant.milestone) else { return 0 }
    let converted = min(fen, grant.mostStake * round.postMoney * 100 * (1 - grant.discount))
    claims[claim].isConverted = true
    note(
      .converted, round.quarter, time: round.time, company: claims[claim].company, amount: appraised(converted),
      detail: Double(claims[claim].instrument))
    hold(converted, price: round.value * (1 - grant.discount), since: round.time, claim, fate)
    return converted
  }

  /// An asset is handed over for shares at the price of the entry, or let without rent while the company lives.
  mutating func contribute(_ fen: Double, _ about: ContributionPlan, _ claim: Int, _ fate: CompanyFate) {
    let channels = plan.instruments[claims[claim].instrument].channels
    let first = claims[claim].quarter
    guard !about.isLet else {
      let end = fate.kind >= 0 ? fate.quarter : plan.quarters
      for quarter in first + 1..<max(first + 1, min(end, first + about.relief + 1)) {
        claims[claim].relief += post(fen * about.rent / 4, through: channels.relief, in: quarter)
      }
      return
    }
    claims[claim].contributed = post(fen * about.worth, through: channels.inKind, in: first)
    if fate.isFailure {
      claims[claim].returned = post(
        fen * about.worth * about.returned, through: channels.inKindReturn, in: fate.quarter)
    }
    hold(fen, price: 1, since: companies[claims[claim].company].entered, claim, fate)
  }

  /// The round of a company that opens a stage or a later one.
  private func round(
    of company: Int, opening milestone: Int
  ) -> (quarter: Int, time: Double, value: Double, postMoney: Double)? {
    guard plan.laws[companies[company].law].isStaged else { return nil }
    var row = entryRow(company)
    let sold = plan.stages[row].entryDilution
    var postMoney = sold > 0 ? companies[company].roundSize / sold : companies[company].roundSize
    var value = 1.0
    var event = companies[company].firstEvent
    while event >= 0 {
      let life = lives[event]
      if life.kind == StageEvent.graduates {
        postMoney *= life.value / value / (1 - plan.stages[row].dilution)
        if plan.stages[row].next >= 0 { row = plan.stages[row].next }
        if Int(plan.stages[row].stage) >= milestone { return (life.quarter, life.time, life.value, postMoney) }
      }
      if life.kind == StageEvent.revived { postMoney *= life.value / value / (1 - soldInRescue(of: company)) }
      value = life.value
      event = life.next
    }
    return nil
  }

  /// The row of the stage in which a company entered.
  @inline(__always) private func entryRow(_ company: Int) -> Int {
    let law = plan.laws[companies[company].law]
    let first = law.firstRow + (companies[company].isHardTech ? law.stageCount : 0)
    var row = first
    while row + 1 < first + law.stageCount, Int(plan.stages[row].stage) < companies[company].entryStage { row += 1 }
    return row
  }

  @inline(__always) private func soldInRescue(of company: Int) -> Double {
    for attempt in rescues.indices where rescues[attempt].company == company && rescues[attempt].isRevived {
      return plan.instruments[rescues[attempt].instrument].rescue?.sold ?? 0
    }
    return 0
  }

  /// Shares for so much at a price, a value per share over that at entry: they bring what a fund's holding would.
  private mutating func hold(_ fen: Double, price: Double, since: Double, _ claim: Int, _ fate: CompanyFate) {
    let channel = plan.instruments[claims[claim].instrument].channels.stake
    let company = claims[claim].company
    let law = plan.laws[companies[company].law]
    let own = claims[claim].instrument * plan.quarters
    let until = fate.kind >= 0 ? min(fate.quarter, plan.quarters) : plan.quarters
    for quarter in stride(from: Int(since * 4), to: until, by: 1) { supportShares[own + quarter] += fen }
    switch fate.kind {
    case StageEvent.failed: claims[claim].stakes += post(fen * fate.value, through: channel, in: fate.quarter)
    case StageEvent.boughtBack:
      let due = fate.value > 0 ? fen * (1 + law.buyBackRate * max(0, fate.time - since)) : 0
      let quarter = fate.quarter + law.buyBackDelay
      claims[claim].stakes += post(due, through: channel, in: quarter)
      if quarter >= plan.quarters { claims[claim].stakeValue += due }
    case StageEvent.listed: sell(fen * fate.value / price, claim, fate)
    case -1:
      let end = Double(plan.quarters) / 4
      claims[claim].stakeValue += fen * (law.isStaged ? currentValue(company, at: end) : 1) / price
    default: claims[claim].stakes += post(fen * fate.value / price, through: channel, in: fate.quarter)
    }
  }

  /// Listed shares are sold in equal parts after the lock-up, at the market's price.
  private mutating func sell(_ listed: Double, _ claim: Int, _ fate: CompanyFate) {
    let channel = plan.instruments[claims[claim].instrument].channels.stake
    let company = claims[claim].company
    let law = plan.laws[companies[company].law]
    let series = law.listedMarket + companies[company].sector
    for sale in 0..<law.saleQuarters {
      let quarter = fate.quarter + law.lockUp + sale
      let part = listed / Double(law.saleQuarters)
      let price = move(series, from: fate.quarter, to: min(quarter, plan.quarters - 1))
      claims[claim].stakes += post(part * price, through: channel, in: quarter)
      if quarter >= plan.quarters { claims[claim].stakeValue += part * price }
    }
  }
}
