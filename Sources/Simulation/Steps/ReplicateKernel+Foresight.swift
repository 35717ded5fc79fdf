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
    freeIdleCash(fund, from: quarter + 1)
  }

  /// Cash beyond what can be needed from a quarter on becomes proceeds.
  mutating func freeIdleCash(_ fund: Int, from first: Int) {
    let idle = -shortage(fund, from: first)
    guard idle > 0 else { return }
    funds[fund].cash -= idle
    funds[fund].proceeds += idle
  }

  /// Fen that a fund can need beyond its cash from a quarter to the end of its life; below 0 what it has too much.
  @inline(__always) mutating func shortage(_ fund: Int, from first: Int) -> Int64 {
    foreseen(fund, from: first) + funds[fund].borrowed - funds[fund].cash
  }

  /// Fen that a fund can need from a quarter to the end of its life.
  @inline(__always) mutating func foreseen(_ fund: Int, from first: Int) -> Int64 {
    var sum = ownPurchasesToCome(fund, from: first) + feesToCome(fund, from: first)
    for party in plan.fundTables[fund].interests { sum += callsToCome(party, from: first) }
    return sum
  }

  /// What an interest can still be called for: its part of what the fund below can need beyond its own cash.
  private mutating func callsToCome(_ party: Int, from first: Int) -> Int64 {
    let fund = plan.parties[party].fund
    guard undrawn[party] > 0, !sales[party].isDone, !funds[fund].isClosed else { return 0 }
    let needed = max(0, shortage(fund, from: first))
    guard needed < funds[fund].undrawn else { return undrawn[party] }
    let product = UInt64(needed).multipliedFullWidth(by: UInt64(undrawn[party]))
    let (quotient, remainder) = UInt64(funds[fund].undrawn).dividingFullWidth(product)
    return Int64(quotient) + (remainder > 0 ? 1 : 0)
  }

  /// Most that the fund itself can still buy: tickets left at the highest price within the budget, what is left of the
  /// reserve, named companies, the budget of a fund that follows another; what a pacing law still contributes.
  @inline(__always) private func ownPurchasesToCome(_ fund: Int, from first: Int) -> Int64 {
    if let pacing = plan.fundTables[fund].pacing {
      let whole = pacing.called(through: pacing.contributions.count, commitment: funds[fund].size.commitment)
      return max(0, Money.nearestFen(whole) - funds[fund].invested)
    }
    let programme = plan.funds[fund].programme
    let age = first - plan.funds[fund].start
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
    for named in plan.fundTables[fund].named where plan.companies[named.company].quarter >= first {
      sum += named.ticket
    }
    return sum
  }

  /// Fees and costs until the quarter before the fund's end, at the present height of their bases and of prices.
  @inline(__always) private func feesToCome(_ fund: Int, from first: Int) -> Int64 {
    let about = plan.funds[fund]
    let age = max(0, first - about.start)
    let end = funds[fund].end - about.start
    guard age < end else { return 0 }
    let price = plan.economy.inflationIndex[max(0, first - 1)]
    let costs = about.custodyPerQuarter * Double(funds[fund].paidIn) + about.fixedPerQuarter * price
    var sum = costs * Double(end - age) + (age == 0 ? Double(about.setUp) : 0)
    var from = age
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
