// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// Public investors that leave a fund before its end.
extension ReplicateKernel {
  /// At the start of a fund's quarter: whether a trigger is met.
  mutating func watchForExit(_ fund: Int, in quarter: Int) {
    let exit = plan.funds[fund].publicExit
    guard exits[exit].quarter < 0, quarter < funds[fund].end else { return }
    if funds[fund].invested != exits[exit].invested {
      exits[exit].invested = funds[fund].invested
      exits[exit].idleSince = quarter
    }
    if isTriggered(fund, in: quarter) { withdraw(fund, in: quarter) }
  }

  private func isTriggered(_ fund: Int, in quarter: Int) -> Bool {
    let about = plan.publicExits[plan.funds[fund].publicExit]
    let age = quarter - plan.funds[fund].start
    if let idle = about.idle, age < plan.funds[fund].programme.quarters,
      quarter - exits[plan.funds[fund].publicExit].idleSince >= idle
    {
      return true
    }
    if about.outsideMandate, isOutsideMandate(fund) { return true }
    guard let tolerance = about.tolerance else { return false }
    return realisedLoss(fund, offsetsGains: about.offsetsGains) > tolerance
  }

  /// Whether a company of a sector outside of the mandate was bought, or the first tickets miss a least share.
  private func isOutsideMandate(_ fund: Int) -> Bool {
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      if !plan.fundTables[fund].sectorAllowed[companies[holdings[holding].company].sector] { return true }
      holding = holdings[holding].nextOfFund
    }
    let cost = Double(funds[fund].ticketCost)
    let programme = plan.funds[fund].programme
    let shares = [
      (programme.earlyMinimum, funds[fund].earlyCost), (programme.smallMinimum, funds[fund].smallCost),
      (programme.hardTechMinimum, funds[fund].hardTechCost), (programme.localMinimum, funds[fund].localCost),
    ]
    return shares.contains { Double($0.1) < $0.0 * cost }
  }

  /// The fund's loss on holdings that are closed, over their cost.
  private func realisedLoss(_ fund: Int, offsetsGains: Bool) -> Double {
    var (cost, loss) = (0.0, 0.0)
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      let state = holdings[holding]
      if state.status == .closed {
        cost += Double(state.cost)
        let lost = Double(state.cost - state.proceeds)
        loss += offsetsGains ? lost : max(0, lost)
      }
      holding = state.nextOfFund
    }
    return cost > 0 ? max(0, loss) / cost : 0
  }

  /// Commitments of those who leave lapse, their stakes pass to the others, and the fund owes them their price.
  private mutating func withdraw(_ fund: Int, in quarter: Int) {
    let exit = plan.funds[fund].publicExit
    exits[exit].quarter = quarter
    // All stakes are valued before any passes on: also what is left to those who failed before.
    for party in plan.funds[fund].parties where isLeaving(party) {
      let value = stakeValue(party, fund: fund, in: quarter)
      partyStates[party].claim = min(max(0, paidIn[party] - distributed[party]), appraised(value))
    }
    // Nobody who leaves takes over another's stake.
    for party in plan.funds[fund].parties where isPublic(party) && !partyStates[party].hasLapsed {
      release(party, in: quarter)
    }
    for party in plan.funds[fund].parties where isLeaving(party) {
      passStake(of: party, stakes[party])
      // Where nobody can take it over the stake stays, and nothing is owed for it.
      if stakes[party] > 0 { partyStates[party].claim = 0 }
    }
    for party in plan.funds[fund].parties { exits[exit].owed += partyStates[party].claim }
    resize(fund)
    note(.publicExit, quarter, fund: fund, amount: exits[exit].owed)
    freeIdleCash(fund, from: quarter + 1)
  }

  @inline(__always) private func isPublic(_ party: Int) -> Bool {
    plan.parties[party].investorClass.publicLevel != nil
  }

  @inline(__always) private func isLeaving(_ party: Int) -> Bool { isPublic(party) && stakes[party] > 0 }

  /// What is owed to those who left comes out of proceeds before anybody else receives them; once the fund is closed,
  /// nothing more will come.
  mutating func payLeavers(_ fund: Int, in quarter: Int) {
    let exit = plan.funds[fund].publicExit
    let sum = min(exits[exit].owed, funds[fund].proceeds)
    if sum > 0 { payLeavers(fund, sum, in: quarter) }
    guard funds[fund].isClosed else { return }
    exits[exit].owed = 0
    for party in plan.funds[fund].parties { partyStates[party].claim = 0 }
  }

  private mutating func payLeavers(_ fund: Int, _ sum: Int64, in quarter: Int) {
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    for position in 0..<count { scratch.weights[position] = partyStates[first + position].claim }
    scratch.weights.split(sum, over: 0..<count, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<count where scratch.parts[position] > 0 {
      partyStates[first + position].claim -= scratch.parts[position]
      returnCapital(scratch.parts[position], to: first + position)
    }
    exits[plan.funds[fund].publicExit].owed -= sum
    funds[fund].proceeds -= sum
    funds[fund].distributed += sum
    giveParts(fund, in: quarter)
  }

  /// Tells the waterfall that an investor got capital back past the tiers: no carried interest is due before the rest of
  /// the capital is back. Deal by deal, losses and costs come first, then the deals as they were bought.
  private mutating func returnCapital(_ amount: Int64, to party: Int) {
    let (group, fund) = (plan.parties[party].group, plan.parties[party].fund)
    var left = waterfalls[group].payBack(Money(fen: amount))
    let number = group - plan.funds[fund].groups.lowerBound
    for deal in deals.indices where deals[deal].fund == fund && left > .zero {
      left -= waterfalls[group].payBack(left, of: &accounts[deals[deal].account + number])
    }
  }

  /// Fen that those who left can still expect: what they are owed, as far as the fund has it.
  @inline(__always) func claimsValue(_ fund: Int, of assets: Double) -> Double {
    let exit = plan.funds[fund].publicExit
    return exit < 0 ? 0 : min(assets, Double(exits[exit].owed))
  }
}
