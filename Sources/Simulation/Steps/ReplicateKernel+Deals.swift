// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Funds whose carried interest is reckoned deal by deal. A deal is a company, or an interest in another fund.
///
/// A call pays for the quarter's purchases first, then for costs. What a purchase takes from earlier calls is assigned to
/// its deal; proceeds that are invested again were never contributed. Where proceeds pay for costs, all deals of the
/// quarter give up the same part. A loss is written off when the last holding has gone, before the quarter's cash is
/// distributed.
extension ReplicateKernel {
  mutating func accrueDeals(_ fund: Int, in quarter: Int) {
    let isExact = plan.fundTables[fund].quarterYears.isEmpty
    let groups = plan.funds[fund].groups.count
    for deal in deals.indices where deals[deal].fund == fund && !deals[deal].isOver {
      for account in deals[deal].account..<deals[deal].account + groups {
        if isExact {
          accounts[account].accrueQuarter()
        } else {
          accounts[account].accrue(years: plan.fundTables[fund].quarterYears[quarter])
        }
      }
    }
  }

  private mutating func newDeal(_ fund: Int) -> Int {
    deals.append(DealState(fund: fund, account: accounts.count))
    for group in plan.funds[fund].groups { accounts.append(waterfalls[group].newDeal()) }
    return deals.count - 1
  }

  /// Enters a new holding in the deal of its company.
  mutating func enterDeal(_ holding: Int) {
    let fund = holdings[holding].fund
    var other = holdings[holding].next
    while other >= 0, holdings[other].fund != fund { other = holdings[other].next }
    let known = other >= 0 && !deals[holdings[other].deal].isOver
    let deal = known ? holdings[other].deal : newDeal(fund)
    holdings[holding].deal = deal
    deals[deal].open += 1
    deals[deal].needs += holdings[holding].cost
  }

  /// Enters what an owner pays for an interest.
  mutating func needForInterest(_ party: Int, _ amount: Int64) {
    if interestDeals[party] < 0 {
      interestDeals[party] = newDeal(plan.parties[party].owner)
      deals[interestDeals[party]].open = 1
    }
    deals[interestDeals[party]].needs += amount
  }

  /// An interest is sold.
  mutating func sellDeal(of party: Int, for price: Int64) {
    deals[interestDeals[party]].cash += price
    deals[interestDeals[party]].open = 0
  }

  /// Enters a call, whose parts lie in `scratch.parts`: purchases of the quarter, then costs.
  mutating func contributeToDeals(_ amount: Int64, _ fund: Int) {
    let groups = plan.funds[fund].groups
    for group in 0..<groups.count { scratch.groupWeights[group] = 0 }
    for position in 0..<plan.funds[fund].partyCount {
      let group = plan.parties[plan.funds[fund].firstParty + position].group
      scratch.groupWeights[group - groups.lowerBound] += scratch.parts[position]
    }
    var left = amount
    for deal in deals.indices where deals[deal].fund == fund && deals[deal].needs > 0 && left > 0 {
      let part = min(deals[deal].needs, left)
      scratch.groupWeights.split(
        part, over: 0..<groups.count, into: &scratch.groupParts, remainders: &scratch.groupRemainders)
      for group in groups {
        let own = scratch.groupParts[group - groups.lowerBound]
        waterfalls[group].contribute(
          Money(fen: own), to: &accounts[deals[deal].account + group - groups.lowerBound])
        scratch.groupWeights[group - groups.lowerBound] -= own
      }
      deals[deal].needs -= part
      left -= part
    }
    for group in groups { waterfalls[group].contribute(Money(fen: scratch.groupWeights[group - groups.lowerBound])) }
  }

  /// Purchases that neither a call of the quarter nor so much of proceeds paid for were paid from earlier calls.
  mutating func assignNeeds(_ fund: Int, fromProceeds: Int64) {
    let groups = plan.funds[fund].groups
    var left = -fromProceeds
    for deal in deals.indices where deals[deal].fund == fund { left += deals[deal].needs }
    for deal in deals.indices where deals[deal].fund == fund && deals[deal].needs > 0 {
      let part = max(0, min(deals[deal].needs, left))
      left -= part
      splitByContributions(part, fund)
      for group in groups {
        let number = group - groups.lowerBound
        _ = waterfalls[group].assign(
          Money(fen: scratch.groupParts[number]), to: &accounts[deals[deal].account + number])
      }
      deals[deal].needs = 0
    }
  }

  /// Divides cash deal by deal; the investors' parts come to lie in `scratch.parts`.
  mutating func divideByDeals(_ cash: Int64, of fund: Int) -> WaterfallPayment {
    clearParts(fund)
    let ofDeals = apportion(cash, of: fund)
    for deal in deals.indices where deals[deal].fund == fund && deals[deal].open == 0 { writeOff(deal) }
    var total = WaterfallPayment()
    for deal in deals.indices where deals[deal].fund == fund && deals[deal].paying > 0 {
      splitByCosts(deals[deal].paying, deal)
      for group in plan.funds[fund].groups {
        let number = group - plan.funds[fund].groups.lowerBound
        let payment = waterfalls[group].distribute(
          Money(fen: scratch.groupParts[number]), from: &accounts[deals[deal].account + number])
        spread(payment.tiers.investors.fen, over: group, of: fund)
        total += payment
      }
    }
    splitByContributions(cash - ofDeals, fund)
    for group in plan.funds[fund].groups {
      let own = scratch.groupParts[group - plan.funds[fund].groups.lowerBound]
      let payment = waterfalls[group].distribute(Money(fen: own))
      spread(payment.tiers.investors.fen, over: group, of: fund)
      total += payment
    }
    return total
  }

  /// How much of each deal's cash is distributed when so much is, in equal parts of what came in; together.
  private mutating func apportion(_ cash: Int64, of fund: Int) -> Int64 {
    var all: Int64 = 0
    for deal in deals.indices where deals[deal].fund == fund { all += deals[deal].cash }
    let wanted = min(cash, all)
    var before: Int64 = 0
    var given: Int64 = 0
    for deal in deals.indices where deals[deal].fund == fund {
      before += deals[deal].cash
      let until = before == all ? wanted : Int64(Double(wanted) * (Double(before) / Double(all)))
      deals[deal].paying = max(0, until - given)
      given += deals[deal].paying
    }
    return given
  }

  /// What deals brought in a quarter has been distributed by its end, or spent on costs and purchases.
  mutating func forgetDealCash(_ fund: Int) {
    for deal in deals.indices where deals[deal].fund == fund { deals[deal].cash = 0 }
  }

  /// A deal's cash by group, in proportion to what each contributed to it, or to the fund where nobody did.
  private mutating func splitByCosts(_ cash: Int64, _ deal: Int) {
    let groups = plan.funds[deals[deal].fund].groups
    var cost: Int64 = 0
    for number in 0..<groups.count {
      scratch.groupWeights[number] = accounts[deals[deal].account + number].cost.fen
      cost += scratch.groupWeights[number]
    }
    guard cost > 0 else { return splitByContributions(cash, deals[deal].fund) }
    scratch.groupWeights.split(
      cash, over: 0..<groups.count, into: &scratch.groupParts, remainders: &scratch.groupRemainders)
  }

  /// What a deal that is over has not returned, this quarter's cash included, is lost.
  private mutating func writeOff(_ deal: Int) {
    guard !deals[deal].isOver else { return }
    deals[deal].isOver = true
    let groups = plan.funds[deals[deal].fund].groups
    splitByCosts(deals[deal].paying, deal)
    for group in groups {
      let account = deals[deal].account + group - groups.lowerBound
      let lost = accounts[account].unreturnedCapital.fen - scratch.groupParts[group - groups.lowerBound]
      waterfalls[group].writeOff(Money(fen: max(0, lost)), of: &accounts[account])
    }
  }

  /// As `investorsPart`, on copies: every deal is sold for what it is worth today, with the cash that it has brought.
  mutating func investorsPartByDeals(_ fund: Int, of value: Double, at quarter: Int) -> Double {
    let groups = plan.funds[fund].groups
    let rest = valueDeals(fund, of: value, at: quarter)
    scratch.waterfalls.removeAll()
    for group in groups { scratch.waterfalls.append(waterfalls[group]) }
    scratch.accounts.removeAll()
    for account in accounts.indices { scratch.accounts.append(accounts[account]) }
    for number in 0..<groups.count { scratch.groupValues[number] = 0 }
    for deal in deals.indices where deals[deal].fund == fund && !deals[deal].isOver { whatIf(deal, isLoss: true) }
    for deal in deals.indices where deals[deal].fund == fund && !deals[deal].isOver { whatIf(deal, isLoss: false) }
    splitByContributions(appraised(rest), fund)
    var sum = 0.0
    for number in 0..<groups.count {
      let payment = scratch.waterfalls[number].distribute(Money(fen: scratch.groupParts[number]))
      let settled = scratch.waterfalls[number].settle()
      scratch.groupValues[number] += Double((payment.tiers.investors + settled.toInvestors).fen)
      sum += scratch.groupValues[number]
    }
    return sum
  }

  /// One deal of a what-if: its loss is written off, or its value distributed.
  private mutating func whatIf(_ deal: Int, isLoss: Bool) {
    let cash = appraised(scratch.dealValues[deal])
    splitByCosts(cash, deal)
    for number in 0..<plan.funds[deals[deal].fund].groups.count {
      let account = deals[deal].account + number
      let own = scratch.groupParts[number]
      if isLoss {
        let lost = max(0, scratch.accounts[account].unreturnedCapital.fen - own)
        scratch.waterfalls[number].writeOff(Money(fen: lost), of: &scratch.accounts[account])
      } else {
        let payment = scratch.waterfalls[number].distribute(Money(fen: own), from: &scratch.accounts[account])
        scratch.groupValues[number] += Double(payment.tiers.investors.fen)
      }
    }
  }

  /// What each deal would bring into `scratch.dealValues`, so that all of them bring no more than the fund is worth; what
  /// the fund has besides.
  private mutating func valueDeals(_ fund: Int, of value: Double, at quarter: Int) -> Double {
    scratch.dealValues.removeAll()
    for deal in deals.indices { scratch.dealValues.append(Double(deals[deal].cash)) }
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      scratch.dealValues[holdings[holding].deal] += worth(holding, at: quarter)
      holding = holdings[holding].nextOfFund
    }
    for party in plan.fundTables[fund].interests where interestDeals[party] >= 0 && !sales[party].isDone {
      scratch.dealValues[interestDeals[party]] += interestValue(party: party)
    }
    var all = 0.0
    for deal in deals.indices where deals[deal].fund == fund { all += scratch.dealValues[deal] }
    guard all > value else { return max(0, value - all) }
    for deal in deals.indices { scratch.dealValues[deal] *= max(0, value) / all }
    return 0
  }
}
