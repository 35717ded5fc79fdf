// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// A fund that depends on nothing but its own companies, whose lives are drawn by then, need not wait for anybody: it is
/// run to the quarter of its end in one pass, with its numbers in local variables.
///
/// Each step is the same as quarter by quarter, without what such a fund has not: see `Plan.runsAhead`. A story is told
/// in its order, so there all funds go quarter by quarter; tests hold the two against each other.
extension ReplicateKernel {
  /// Runs all funds ahead where they may be; the first quarter in which something is left to do.
  mutating func runAhead() -> Int {
    guard plan.runsAhead, journal == nil else { return 0 }
    var first = plan.quarters
    for fund in funds.indices {
      runAhead(fund)
      first = min(first, plan.funds[fund].end)
    }
    return first
  }

  private mutating func runAhead(_ fund: Int) {
    let about = plan.funds[fund]
    let group = about.groups.lowerBound
    var state = funds[fund]
    var waterfall = waterfalls[group]
    var phase = 0
    for quarter in about.start..<about.end {
      waterfall.accrueQuarter()
      collect(fund, into: &state, in: quarter)
      chargeFee(fund, about, &state, phase: &phase, in: quarter)
      buyTickets(fund, about, &state, in: quarter)
      collect(fund, into: &state, in: quarter)
      callNeeds(about, &state, &waterfall, in: quarter)
      state.costHeld += state.purchases - state.leaving
      if state.proceeds > 0 { distribute(about, &state, &waterfall, in: quarter) }
      state.endQuarter()
    }
    state.stands = about.end
    funds[fund] = state
    waterfalls[group] = waterfall
  }

  @inline(__always) private mutating func collect(_ fund: Int, into state: inout FundState, in quarter: Int) {
    let cell = fund &* plan.quarters &+ quarter
    state.proceeds += proceeds[cell]
    state.leaving += leaving[cell]
    proceeds[cell] = 0
    leaving[cell] = 0
  }

  @inline(__always) private mutating func chargeFee(
    _ fund: Int, _ about: FundPlan, _ state: inout FundState, phase: inout Int, in quarter: Int
  ) {
    let count = plan.fundTables[fund].feePhases.count
    while phase < count, quarter - about.start >= plan.fundTables[fund].feePhases[phase].until { phase += 1 }
    guard phase < count else { return }
    let terms = plan.fundTables[fund].feePhases[phase]
    let fee = min(appraised(state.feeBase(terms.base) * terms.perQuarter), state.undrawn + state.proceeds)
    guard fee > 0 else { return }
    state.feesPaid += fee
    state.costs += fee
    ledger.transfer(fee, through: about.channels.managementFee, in: quarter)
  }

  /// Calls what costs and purchases need; where commitments are used up, proceeds pay.
  @inline(__always) private mutating func callNeeds(
    _ about: FundPlan, _ state: inout FundState, _ waterfall: inout FundWaterfall, in quarter: Int
  ) {
    let needed = state.costs + state.purchases
    let amount = min(needed, state.undrawn)
    state.proceeds -= needed - amount
    guard amount > 0 else { return }
    undrawn.split(amount, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<about.partyCount {
      let (party, part) = (about.firstParty &+ position, scratch.parts[position])
      paidIn[party] += part
      stakes[party] += part
      undrawn[party] -= part
      ledger.transfer(part, through: plan.parties[party].appropriation, in: quarter)
      ledger.transfer(part, through: plan.parties[party].call, in: quarter)
    }
    state.payIn(amount, in: quarter)
    waterfall.contribute(Money(fen: amount))
  }

  @inline(__always) private mutating func distribute(
    _ about: FundPlan, _ state: inout FundState, _ waterfall: inout FundWaterfall, in quarter: Int
  ) {
    let tiers = waterfall.distribute(Money(fen: state.proceeds)).tiers
    let ofInvestors = tiers.investors.fen
    ledger.transfer(tiers.manager.fen, through: about.channels.carriedInterest, in: quarter)
    state.distributed += ofInvestors
    state.proceeds = 0
    stakes.split(ofInvestors, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    for position in 0..<about.partyCount {
      let (party, part) = (about.firstParty &+ position, scratch.parts[position])
      distributed[party] += part
      ledger.transfer(part, through: plan.parties[party].receipt, in: quarter)
      ledger.transfer(part, through: plan.parties[party].distribution, in: quarter)
    }
  }

  // MARK: Tickets

  /// A company for each ticket, as `buyUnlimited` buys it.
  @inline(__always) private mutating func buyTickets(
    _ fund: Int, _ about: FundPlan, _ state: inout FundState, in quarter: Int
  ) {
    let age = quarter - about.start
    guard age < about.programme.quarters else { return }
    let made = state.firstMade + plan.fundTables[fund].firstPlanned(age)
    let count = plan.fundTables[fund].plannedTickets(age)
    for number in 0..<max(0, plan.fundTables[fund].ticketsThrough[age] - state.tickets) {
      let position = number < count ? made + number : makeOne(number, fund: fund, in: quarter)
      counts.candidates += 1
      buyTicket(position, fund, about, &state, in: quarter)
    }
  }

  /// A further company, in place of one that was not bought.
  private mutating func makeOne(_ number: Int, fund: Int, in quarter: Int) -> Int {
    let position = make(number, fund: fund, in: quarter)
    beginLife(position)
    drawLives()
    return position
  }

  @inline(__always) private mutating func buyTicket(
    _ position: Int, _ fund: Int, _ about: FundPlan, _ state: inout FundState, in quarter: Int
  ) {
    let isAllowed = plan.fundTables[fund].sectorAllowed[companies[position].sector]
    let ticket = isAllowed ? ticket(for: position, fund: fund) : 0
    guard state.takes(ticket) else {
      companies[position].isDone = true
      return
    }
    companies[position].isFunded = true
    counts.funded += 1
    countFinanced(position)
    state.tickets += 1
    state.buy(companies[position], for: ticket, smallLimit: about.programme.smallLimit)
    stageTickets[fund &* Plan.stageKinds &+ companies[position].entryStage] += 1
    ledger.transfer(ticket, through: about.channels.investment, in: quarter)
    hold(position, fund: fund, &state, cost: ticket)
    live(position, unwatchedUntil: about.end)
  }

  /// Enters a first holding of a company.
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

  @inline(__always) fileprivate mutating func buy(
    _ company: borrowing CompanyState, for ticket: Int64, smallLimit: Double
  ) {
    invested += ticket
    purchases += ticket
    count(company, cost: ticket, smallLimit: smallLimit)
  }
}
