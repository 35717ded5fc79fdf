// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What a fund will still need: it neither calls more than that ahead of time nor keeps more than that.
extension ReplicateKernel {
  /// Cash that stays in the account for nothing goes back to the investors, once nothing new is bought.
  mutating func giveBackIdleCash(_ fund: Int, in quarter: Int) {
    guard funds[fund].cash > 0, quarter + 1 - plan.funds[fund].start >= plan.funds[fund].programme.buysUntil
    else { return }
    let idle = funds[fund].cash - foreseen(fund, after: quarter) - funds[fund].borrowed
    guard idle > 0 else { return }
    funds[fund].cash -= idle
    funds[fund].proceeds += idle
  }

  /// Fen that a fund can need after a quarter to the end of its life.
  @inline(__always) func foreseen(_ fund: Int, after quarter: Int) -> Int64 {
    purchasesToCome(fund, after: quarter) + feesToCome(fund, after: quarter)
  }

  /// Most that can still be bought: tickets left at the highest price within the budget, what is left of the reserve,
  /// named companies, the budget of a fund that follows another, what interests may still call; what a pacing law still
  /// contributes.
  @inline(__always) private func purchasesToCome(_ fund: Int, after quarter: Int) -> Int64 {
    if let pacing = plan.fundTables[fund].pacing {
      let whole = pacing.called(through: pacing.contributions.count, commitment: funds[fund].size.commitment)
      return max(0, Money.nearestFen(whole) - funds[fund].invested)
    }
    let programme = plan.funds[fund].programme
    let age = quarter + 1 - plan.funds[fund].start
    var sum: Int64 = 0
    if age < programme.quarters, programme.hasStreams {
      let tickets = max(0, ticketsDue(fund, plan.fundTables[fund].ticketsThrough.last ?? 0) - funds[fund].tickets)
      let budget = max(0, funds[fund].size.investable - (funds[fund].invested - funds[fund].followedOn))
      sum += Int64(min(Double(budget), Double(tickets) * Double(programme.highestTicket)))
    }
    if age < programme.followOnUntil { sum += max(0, funds[fund].size.followOnReserve - funds[fund].followedOn) }
    if age < programme.quarters, plan.funds[fund].lead >= 0 {
      sum += max(0, funds[fund].size.investable - (funds[fund].invested - funds[fund].followedOn))
    }
    for party in plan.fundTables[fund].interests where !sales[party].isDone { sum += undrawn[party] }
    for named in plan.fundTables[fund].named where plan.companies[named.company].quarter > quarter {
      sum += named.ticket
    }
    return sum
  }

  /// Fees and costs until the quarter before the fund's end, at the present height of their bases and of prices.
  @inline(__always) private func feesToCome(_ fund: Int, after quarter: Int) -> Int64 {
    let about = plan.funds[fund]
    let first = quarter + 1 - about.start
    let end = funds[fund].end - about.start
    guard first < end else { return 0 }
    let costs = about.custodyPerQuarter * Double(funds[fund].paidIn)
    var sum = (costs + about.fixedPerQuarter * plan.economy.inflationIndex[quarter]) * Double(end - first)
    var from = first
    for number in plan.fundTables[fund].feePhases.indices {
      let phase = plan.fundTables[fund].feePhases[number]
      let until = min(phase.until, end)
      guard until > from else { continue }
      sum += phase.perQuarter * funds[fund].feeBase(phase.base) * Double(until - from)
      from = until
    }
    // What is foreseen beyond any money is all of it.
    return Money.nearestFen(sum < Self.mostFen ? sum : Self.mostFen)
  }
}
