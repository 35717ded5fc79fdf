// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Interests that a fund holds in other funds.
extension ReplicateKernel {
  /// Fen that the interests of a fund are worth.
  @inline(__always) func interestValue(_ fund: Int) -> Double {
    var value = 0.0
    for party in plan.fundTables[fund].interests where !sales[party].isDone { value += interestValue(party: party) }
    return value
  }

  /// An owner's part, after concessions, of what its group's share in a fund was worth net of carry when last recorded.
  @inline(__always) func interestValue(party: Int) -> Double {
    if plan.funds[plan.parties[party].fund].recordsParties { return partyNow[party] }
    let group = plan.parties[party].group
    let contributed = waterfalls[group].contributed.fen
    guard contributed > 0 else { return 0 }
    return groupValues[group] * Double(stakes[party]) / Double(contributed)
  }

  /// At the end of a fund its interests go to a secondary buyer, who takes over what is not yet called.
  mutating func sellInterests(_ fund: Int, in quarter: Int) {
    for party in plan.fundTables[fund].interests where !sales[party].isDone {
      let price = counted(interestValue(party: party) * plan.funds[fund].restShare)
      sales[party] = InterestSale(isDone: true, price: price, paidIn: paidIn[party], distributed: distributed[party])
      if price > 0 { takeFromBuyers(fund, price, in: quarter) }
      if interestDeals[party] >= 0 { sellDeal(of: party, for: price) }
    }
  }

  /// A fund has ended: the interests in it are over, and what they cost leaves their owners.
  mutating func endInterests(in fund: Int) {
    for party in plan.funds[fund].parties where plan.parties[party].owner >= 0 && !sales[party].isDone {
      leave(interest: party)
      if interestDeals[party] >= 0 { deals[interestDeals[party]].open = 0 }
    }
  }

  /// The cost of an interest leaves its owner, once: when a concession sells it, or when the fund has ended.
  mutating func leave(interest party: Int) {
    guard !partyStates[party].hasLeft else { return }
    partyStates[party].hasLeft = true
    funds[plan.parties[party].owner].leaving += paidIn[party]
  }

  /// Fen that funds of the scenario have put into the round in which a company is.
  private func boughtOfRound(_ company: Int) -> Int64 {
    var sum: Int64 = 0
    var holding = companies[company].firstHolding
    while holding >= 0 {
      if holdings[holding].bought >= companies[company].stageTime { sum += holdings[holding].cost }
      holding = holdings[holding].next
    }
    return sum
  }

  /// Buys beside the fund that it follows whatever that bought in this quarter.
  mutating func followLead(_ fund: Int, in quarter: Int) {
    let lead = plan.funds[fund].lead
    for number in leadPurchases.indices where leadPurchases[number].lead == lead {
      let company = leadPurchases[number].company
      let wanted = Double(leadPurchases[number].ticket) * plan.funds[fund].leadShare
      let ticket = min(Int64(wanted), Int64(companies[company].roundSize * 100) - boughtOfRound(company))
      if let rule = bindingRule(company, ticket: ticket, fund: fund) {
        skip(rule, fund, quarter)
      } else {
        finance(company, ticket: ticket, fund: fund, in: quarter)
      }
    }
  }
}
