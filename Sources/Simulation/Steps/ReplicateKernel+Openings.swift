// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// Funds when the grid begins, with what they were paid, bought and distributed before.
extension ReplicateKernel {
  /// Funds at the start of the grid, with what they already hold.
  mutating func openPortfolios() {
    for party in plan.parties.indices {
      paidIn[party] = 0
      distributed[party] = 0
      undrawn[party] = plan.parties[party].commitment
      partyStates[party] = PartyState(closed: undrawn[party], committed: undrawn[party])
      sales[party] = InterestSale()
      stakes[party] = 0
      bought[party] = 0
      soldFor[party] = 0
      openingPaidIn[party] = 0
      openingDistributed[party] = 0
    }
    concessions.fill(ConcessionState())
    lines.fill(CreditLineState())
    exits.fill(PublicExitState())
    appraisals.removeAll()
    belowFloor.fill(0)
    resetGates()
    for index in plan.funds.indices {
      let about = plan.funds[index]
      funds.append(
        FundState(
          size: about.full, end: about.end, extensionsLeft: about.extensionCount, cash: about.openingCash,
          undrawn: about.commitment,
          paidIn: 0, distributed: 0))
      funds[index].tickets = plan.fundTables[index].plannedBefore(about.start)
    }
    for fund in plan.funds.indices { openPast(fund) }
    for place in plan.order.indices { settlePast(plan.order[place]) }
    if plan.raises { raiseCapital() }
    startLives()
  }

  /// What a fund was paid and bought before the grid.
  private mutating func openPast(_ fund: Int) {
    if let pacing = plan.fundTables[fund].pacing {
      funds[fund].pacing = pacing.opening
      (funds[fund].invested, funds[fund].pacingReturned) = plan.pacedBefore(fund)
    }
    if plan.funds[fund].openingPaidIn > 0 { openAccount(fund) }
    for opening in plan.fundTables[fund].openings { open(opening, fund: fund) }
    funds[fund].costHeld += funds[fund].purchases
    funds[fund].purchases = 0
  }

  /// Money paid in before the grid; what an owner paid is the cost of its interest.
  private mutating func openAccount(_ fund: Int) {
    let about = plan.funds[fund]
    undrawn.split(
      about.openingPaidIn, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    contribute(about.openingPaidIn, to: fund)
    for party in about.parties {
      let part = scratch.parts[party - about.firstParty]
      paidIn[party] = part
      stakes[party] = part
      oweGiver(party, part)
      openingPaidIn[party] = part
      undrawn[party] -= part
      let owner = plan.parties[party].owner
      guard owner >= 0 else { continue }
      funds[owner].invested += part
      funds[owner].costHeld += part
      if plan.funds[owner].isAmerican { needForInterest(party, part) }
    }
    funds[fund].undrawn -= about.openingPaidIn
    funds[fund].paidIn = about.openingPaidIn
  }

  /// What a fund distributed before the grid, once its deals have the capital that is in them, and what it was worth
  /// then; funds that it holds come first.
  private mutating func settlePast(_ fund: Int) {
    if plan.funds[fund].isAmerican { assignNeeds(fund, fromProceeds: 0) }
    if plan.funds[fund].openingPaidIn > 0 { distributePast(fund) }
    if plan.funds[fund].start < 0 { valuePast(fund) }
  }

  /// Distributions before the grid pass once through the waterfall; the preferred return starts anew on what is left.
  private mutating func distributePast(_ fund: Int) {
    let about = plan.funds[fund]
    splitByContributions(about.openingDistributed, fund)
    for group in about.groups {
      let own = scratch.groupParts[group - about.groups.lowerBound]
      _ = waterfalls[group].distribute(Money(fen: own))
      funds[fund].openingCarry += (waterfalls[group].managerTotal - waterfalls[group].escrow).fen
      funds[fund].openingEscrow += waterfalls[group].escrow.fen
    }
    paidIn.split(
      about.openingDistributed, over: about.parties, into: &scratch.parts, remainders: &scratch.remainders)
    for party in about.parties {
      let part = scratch.parts[party - about.firstParty]
      distributed[party] = part
      oweGiver(party, -part)
      openingDistributed[party] = part
    }
    funds[fund].distributed = about.openingDistributed
  }

  /// What a fund held when the grid began, and what that was worth to its investors.
  private mutating func valuePast(_ fund: Int) {
    funds[fund].openingValue = plan.openingValue(fund)
    if plan.funds[fund].hasInterests { funds[fund].openingValue += interestValue(fund) }
    let groups = plan.funds[fund].groups
    funds[fund].openingNet = investorsPart(fund, of: funds[fund].openingValue, at: 0)
    for group in groups { groupValues[group] = scratch.groupValues[group - groups.lowerBound] }
    funds[fund].reported = funds[fund].openingNet
    if plan.funds[fund].recordsParties { valueParties(fund, in: 0) }
  }

  private mutating func open(_ opening: OpeningPlan, fund: Int) {
    let position = addNamed(opening.company)
    counts.candidates -= 1
    counts.financed += 1
    companies[position].isFunded = true
    companies[position].value = opening.multiple
    companies[position].stageTime = plan.companies[opening.company].enters
    buy(position, fund: fund, cost: opening.cost, time: opening.acquired, price: 1)
    holdings[holdings.count - 1].isOpening = true
    funds[fund].count(companies[position], cost: opening.cost, smallLimit: plan.funds[fund].programme.smallLimit)
    live(position, age: opening.age)
  }
}
