// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Purchases of a fund that is run ahead; see `runAhead()`.
extension ReplicateKernel {
  /// A company for each ticket, as `buyUnlimited` buys it. A further company, made in place of one that was refused, is
  /// asked for its life only when it is bought.
  @inline(__always) mutating func buyTickets(
    _ fund: Int, _ about: FundPlan, _ state: inout FundState, in quarter: Int
  ) {
    let age = quarter - about.start
    guard age < about.programme.quarters else { return }
    let made = state.firstMade + plan.fundTables[fund].firstPlanned(age)
    let count = plan.fundTables[fund].plannedTickets(age)
    for number in 0..<max(0, plan.fundTables[fund].ticketsThrough[age] - state.tickets) {
      let isPlanned = number < count
      let position = isPlanned ? made + number : make(number, fund: fund, in: quarter)
      counts.candidates += 1
      guard buyTicket(position, fund, about, &state, in: quarter) else { continue }
      if isPlanned { live(position, unwatchedUntil: about.end) } else { live(position) }
    }
    if begun.count > 0 { liveAhead(until: about.end) }
  }

  /// Draws the lives of further companies that were bought, and handles them to the end of the fund.
  private mutating func liveAhead(until end: Int) {
    drawLives()
    for number in begun.indices { live(begun[number], unwatchedUntil: end) }
    begun.removeAll()
  }

  /// Buys a company unless a rule forbids it; whether it did.
  @inline(__always) private mutating func buyTicket(
    _ position: Int, _ fund: Int, _ about: FundPlan, _ state: inout FundState, in quarter: Int
  ) -> Bool {
    let isAllowed = plan.fundTables[fund].sectorAllowed[companies[position].sector]
    let ticket = isAllowed ? ticket(for: position, fund: fund) : 0
    guard state.takes(ticket) else {
      companies[position].isDone = true
      return false
    }
    companies[position].isFunded = true
    counts.funded += 1
    countFinanced(position)
    state.tickets += 1
    state.invested += ticket
    state.purchases += ticket
    state.count(companies[position], cost: ticket, smallLimit: about.programme.smallLimit)
    stageTickets[fund &* Plan.stageKinds &+ companies[position].entryStage] += 1
    ledger.transfer(ticket, through: about.channels.investment, in: quarter)
    hold(position, fund: fund, &state, cost: ticket)
    return true
  }

  /// Enters the only holding of a company, as `buy` does; there are neither deals nor rights to enter it in.
  @inline(__always) private mutating func hold(_ position: Int, fund: Int, _ state: inout FundState, cost: Int64) {
    let holding = holdings.count
    holdings.append(
      HoldingState(
        company: position, fund: fund, cost: cost, price: companies[position].value,
        bought: companies[position].stageTime))
    companies[position].firstHolding = holding
    if state.lastHolding < 0 {
      state.firstHolding = holding
    } else {
      holdings[state.lastHolding].nextOfFund = holding
    }
    state.lastHolding = holding
  }
}

extension FundState {
  /// Whether the rules of the budget allow a purchase by a fund that recycles nothing and has no cash of its own.
  @inline(__always) fileprivate func takes(_ ticket: Int64) -> Bool {
    ticket > 0 && ticket <= size.companyLimit && invested + ticket <= size.investable
      && ticket <= undrawn - costs - purchases
  }
}
