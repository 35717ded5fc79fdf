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

  /// An owner's part, by its stake, of a fund's value net of carry when it was last recorded.
  @inline(__always) func interestValue(party: Int) -> Double {
    let other = plan.parties[party].fund
    guard funds[other].paidIn > 0 else { return 0 }
    return funds[other].netValue * Double(stakes[party]) / Double(funds[other].paidIn)
  }

  /// At the end of a fund its interests go to a secondary buyer, who takes over what is not yet called.
  mutating func sellInterests(_ fund: Int, in quarter: Int) {
    for party in plan.fundTables[fund].interests where !sales[party].isDone {
      let price = counted(interestValue(party: party) * plan.funds[fund].restShare)
      sales[party] = InterestSale(isDone: true, price: price, paidIn: paidIn[party], distributed: distributed[party])
      if price > 0 { takeFromBuyers(fund, price, in: quarter) }
    }
  }

  /// Buys beside the fund that it follows whatever that bought in this quarter.
  mutating func followLead(_ fund: Int, in quarter: Int) {
    let lead = plan.funds[fund].lead
    for number in deals.indices where deals[number].lead == lead {
      let company = deals[number].company
      let wanted = Double(deals[number].ticket) * plan.funds[fund].leadShare
      let ticket = min(Int64(wanted), Int64(companies[company].roundSize * 100) - deals[number].ticket)
      if let rule = bindingRule(company, ticket: ticket, fund: fund) {
        skip(rule, fund, quarter)
      } else {
        purchase(company, ticket: ticket, fund: fund, in: quarter)
      }
    }
  }
}
