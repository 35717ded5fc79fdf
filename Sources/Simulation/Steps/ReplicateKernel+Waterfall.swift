// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// How a fund's cash is divided between its investors and its manager. Investors on equal terms are a group, and each
/// group's part of the cash goes through a waterfall of its own.
extension ReplicateKernel {
  /// Accrues the preferred return, and what concessions promise, since the quarter before: ahead of all money that moves in
  /// this one. A fund that starts in this quarter has had none before, and the first of the years after which interest is
  /// added to capital begins now.
  mutating func accrue(_ fund: Int, in quarter: Int) {
    guard quarter > plan.funds[fund].start || plan.funds[fund].openingPaidIn > 0 else { return }
    let isExact = plan.fundTables[fund].quarterYears.isEmpty
    for group in plan.funds[fund].groups {
      if isExact {
        waterfalls[group].accrueQuarter()
      } else {
        waterfalls[group].accrue(years: plan.fundTables[fund].quarterYears[quarter])
      }
    }
    if plan.funds[fund].isAmerican { accrueDeals(fund, in: quarter) }
    for concession in plan.funds[fund].concessions {
      concessions[concession].owed *= plan.concessions[concession].growth
    }
  }

  /// Enters what all investors paid, whose parts lie in `scratch.parts`.
  mutating func contribute(_ amount: Int64, to fund: Int) {
    let groups = plan.funds[fund].groups
    if plan.funds[fund].isAmerican {
      contributeToDeals(amount, fund)
    } else if groups.count == 1 {
      waterfalls[groups.lowerBound].contribute(Money(fen: amount))
    } else {
      for position in 0..<plan.funds[fund].partyCount {
        let group = plan.parties[plan.funds[fund].firstParty + position].group
        waterfalls[group].contribute(Money(fen: scratch.parts[position]))
      }
    }
  }

  /// Divides cash; the investors' parts come to lie in `scratch.parts`, the manager gets its own.
  mutating func divide(_ cash: Int64, of fund: Int, in quarter: Int) {
    let groups = plan.funds[fund].groups
    var total = WaterfallPayment()
    if plan.funds[fund].isAmerican {
      total = divideByDeals(cash, of: fund)
    } else if groups.count == 1 {
      total = waterfalls[groups.lowerBound].distribute(Money(fen: cash))
      stakes.split(
        total.tiers.investors.fen, over: plan.funds[fund].parties, into: &scratch.parts,
        remainders: &scratch.remainders)
    } else {
      clearParts(fund)
      splitByContributions(cash, fund)
      for group in groups {
        let payment = waterfalls[group].distribute(Money(fen: scratch.groupParts[group - groups.lowerBound]))
        spread(payment.tiers.investors.fen, over: group, of: fund)
        total += payment
      }
    }
    pay(total, of: fund, in: quarter)
  }

  /// Pays the manager, and holds back what is held back.
  private mutating func pay(_ payment: WaterfallPayment, of fund: Int, in quarter: Int) {
    let channels = plan.funds[fund].channels
    ledger.transfer((payment.tiers.manager - payment.held).fen, through: channels.carriedInterest, in: quarter)
    if plan.funds[fund].hasEscrow {
      ledger.transfer(payment.held.fen, through: channels.escrow, in: quarter)
      ledger.transfer(payment.released.fen, through: channels.escrowRelease, in: quarter)
    }
    funds[fund].distributed += payment.tiers.investors.fen
    note(.distribution, quarter, fund: fund, amount: payment.tiers.investors.fen)
    if payment.toManager.fen > 0 { note(.carriedInterest, quarter, fund: fund, amount: payment.toManager.fen) }
  }

  /// Escrow and clawback of a fund that has ended: what goes back is distributed at once, and concessions apply to it.
  mutating func settleCarry(_ fund: Int, in quarter: Int) {
    let channels = plan.funds[fund].channels
    var total = WaterfallSettlement()
    clearParts(fund)
    for group in plan.funds[fund].groups {
      let settlement = waterfalls[group].settle()
      spread(settlement.toInvestors.fen, over: group, of: fund)
      total += settlement
    }
    if plan.funds[fund].hasEscrow {
      ledger.transfer(total.released.fen, through: channels.escrowRelease, in: quarter)
      ledger.transfer(total.fromEscrow.fen, through: channels.escrowReturn, in: quarter)
    }
    if plan.funds[fund].hasClawback {
      ledger.transfer(total.fromManager.fen, through: channels.clawback, in: quarter)
    }
    for concession in plan.funds[fund].concessions { concede(concession, in: quarter) }
    giveParts(fund, in: quarter)
    funds[fund].distributed += total.toInvestors.fen
    if total.toInvestors.fen > 0 { note(.clawback, quarter, fund: fund, amount: total.toInvestors.fen) }
  }

  /// Cash by group, in proportion to what each contributed, into `scratch.groupParts`.
  mutating func splitByContributions(_ cash: Int64, _ fund: Int) {
    let groups = plan.funds[fund].groups
    for group in groups { scratch.groupWeights[group - groups.lowerBound] = waterfalls[group].contributed.fen }
    scratch.groupWeights.split(
      cash, over: 0..<groups.count, into: &scratch.groupParts, remainders: &scratch.groupRemainders)
  }

  mutating func clearParts(_ fund: Int) {
    for position in 0..<plan.funds[fund].partyCount { scratch.parts[position] = 0 }
  }

  /// Adds a group's cash to the parts of its investors, in proportion to their stakes.
  mutating func spread(_ cash: Int64, over group: Int, of fund: Int) {
    guard cash > 0 else { return }
    let first = plan.funds[fund].firstParty
    let count = plan.funds[fund].partyCount
    for position in 0..<count {
      scratch.weights[position] = plan.parties[first + position].group == group ? stakes[first + position] : 0
    }
    scratch.weights.split(cash, over: 0..<count, into: &scratch.rooms, remainders: &scratch.remainders)
    for position in 0..<count { scratch.parts[position] += scratch.rooms[position] }
  }

  /// What investors would get if the fund were worth so much and everything were sold today; by group in
  /// `scratch.groupValues`.
  mutating func investorsPart(_ fund: Int, of value: Double, at quarter: Int) -> Double {
    let groups = plan.funds[fund].groups
    if plan.funds[fund].isAmerican { return investorsPartByDeals(fund, of: value, at: quarter) }
    if groups.count == 1 {
      scratch.groupParts[0] = appraised(value)
    } else {
      splitByContributions(appraised(value), fund)
    }
    var sum = 0.0
    for group in groups {
      var whatIf = waterfalls[group]
      let payment = whatIf.distribute(Money(fen: scratch.groupParts[group - groups.lowerBound]))
      let part = Double((payment.tiers.investors + whatIf.settle().toInvestors).fen)
      scratch.groupValues[group - groups.lowerBound] = part
      sum += part
    }
    return sum
  }
}
