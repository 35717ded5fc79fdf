// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Money by link of the chain from budgets to companies, yuan; each counts once.
private struct ChainTally {
  var committedPublic = 0.0
  var committed = 0.0
  var announced = 0.0
  var publicMoney = 0.0
  var upperPartners = 0.0
  var fundPartners = 0.0
  var coInvestors = 0.0
  var laterRounds = 0.0
  var credit = 0.0
  /// The part of the last three in companies that others would have financed anyway.
  var deadweight = 0.0
  /// Tickets of the funds, and those in such companies: there they took the place of others' money.
  var tickets = 0.0
  var displacing = 0.0

  var total: Double { publicMoney + upperPartners + fundPartners + coInvestors + laterRounds + credit }

  /// What the investors of funds paid in within the grid.
  var paidIn: Double { publicMoney + upperPartners + fundPartners }
}

/// Leverage link by link, over all funds of the scenario.
extension ReplicateMeasures {
  /// Commitments, money paid in, and money of others in the companies bought.
  mutating func takeChain(_ entity: Int, from kernel: borrowing ReplicateKernel) {
    var chain = ChainTally()
    for fund in plan.funds.indices { addPartners(fund, to: &chain, from: kernel) }
    for company in kernel.companies.indices where kernel.companies[company].firstHolding >= 0 {
      addRounds(company, to: &chain, from: kernel)
    }
    // Tickets from proceeds, or from cash of before the grid, are no money of the chain that they could be taken from.
    if chain.tickets > 0 { chain.deadweight += chain.displacing * min(1, chain.paidIn / chain.tickets) }
    addSupport(to: &chain, from: kernel)
    set(.chainCredit, entity, chain.credit)
    set(.committedPublic, entity, chain.committedPublic)
    set(.committedTotal, entity, chain.committed)
    set(.announcedTotal, entity, chain.announced)
    set(.chainPublic, entity, chain.publicMoney)
    set(.chainUpperPartners, entity, chain.upperPartners)
    set(.chainFundPartners, entity, chain.fundPartners)
    set(.chainCoInvestors, entity, chain.coInvestors)
    set(.chainLaterRounds, entity, chain.laterRounds)
    set(.chainTotal, entity, chain.total)
    set(.chainTotalNet, entity, chain.total - chain.deadweight)
    func ratio(_ above: Double, _ below: Double) -> Double? { below > 0 ? above / below : nil }
    set(.leverageAnnounced, entity, ratio(chain.announced, chain.committedPublic))
    set(.leverageCommitted, entity, ratio(chain.committed, chain.committedPublic))
    set(.leverageProject, entity, ratio(chain.total, chain.publicMoney))
    set(.leverageProjectNet, entity, ratio(chain.total - chain.deadweight, chain.publicMoney))
    guard plan.promotion.funding != nil else { return }
    let inPlace = yuan(kernel.promotion.total(.supportedInPlace))
    set(.chainInPlace, entity, inPlace)
    set(.leverageRegion, entity, ratio(inPlace, chain.publicMoney))
  }

  /// What a fund's investors outside of the tree committed, and paid in within the grid; the buyer of an interest is one of
  /// them.
  private func addPartners(_ fund: Int, to chain: inout ChainTally, from kernel: borrowing ReplicateKernel) {
    let about = plan.funds[fund]
    chain.announced += yuan(about.parties.reduce(0) { $0 + kernel.partyStates[$1].closed })
    for party in about.parties {
      let owner = plan.parties[party].owner
      let isPublic = plan.parties[party].investorClass.publicLevel != nil
      if owner < 0 {
        chain.committed += yuan(kernel.partyStates[party].closed)
        if isPublic { chain.committedPublic += yuan(kernel.partyStates[party].closed) }
      }
      let sale = kernel.sales[party]
      let before = owner < 0 ? kernel.openingPaidIn[party] : sale.isDone ? sale.paidIn : kernel.paidIn[party]
      let outside = kernel.paidIn[party] - before
      if isPublic {
        chain.publicMoney += yuan(outside)
      } else if about.hasInterests {
        chain.upperPartners += yuan(outside)
      } else {
        chain.fundPartners += yuan(outside)
      }
    }
  }

  /// What others put into the round in which funds of the scenario first bought, and into later ones.
  private func addRounds(_ company: Int, to chain: inout ChainTally, from kernel: borrowing ReplicateKernel) {
    let state = kernel.companies[company]
    var first: Int64 = 0
    var further: Int64 = 0
    var holding = state.firstHolding
    while holding >= 0 {
      // Who held it before the grid is not known.
      if kernel.holdings[holding].isOpening { return }
      if kernel.holdings[holding].bought > state.entered {
        further += kernel.holdings[holding].cost
      } else {
        first += kernel.holdings[holding].cost
      }
      holding = kernel.holdings[holding].next
    }
    let beside = max(0, state.roundSize - yuan(first))
    let later = max(0, state.raised - state.roundSize - yuan(further))
    chain.coInvestors += beside
    chain.laterRounds += later
    chain.tickets += yuan(first + further)
    guard wouldBeFinanced(state, from: kernel) else { return }
    chain.deadweight += beside + later
    chain.displacing += yuan(first + further)
  }

  /// What instruments paid to companies, and what banks lent beside it; a guarantor's payment replaces credit that counts.
  private func addSupport(to chain: inout ChainTally, from kernel: borrowing ReplicateKernel) {
    for number in kernel.claims.indices {
      let claim = kernel.claims[number]
      chain.publicMoney += yuan(
        claim.granted + claim.contributed + claim.relief + claim.subsidy + claim.rescueCost)
      guard plan.instruments[claim.instrument].credit?.isPublic == false else {
        chain.publicMoney += yuan(claim.drawn)
        continue
      }
      chain.credit += yuan(claim.drawn)
      if wouldBeFinanced(kernel.companies[claim.company], from: kernel) { chain.deadweight += yuan(claim.drawn) }
    }
  }

  /// Whether others would have financed a company had no fund chosen it: by the draw that decides it for those that no
  /// fund chooses.
  private func wouldBeFinanced(_ company: CompanyState, from kernel: borrowing ReplicateKernel) -> Bool {
    guard company.deadweight > 0 else { return false }
    return kernel.numbers.pair(company.entity, .qualityAndDeadweight, 0).second.value < company.deadweight
  }
}
