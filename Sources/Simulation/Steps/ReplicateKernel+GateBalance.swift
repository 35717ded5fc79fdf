// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What a state-owned platform moved in a quarter, fen: in all, and of that from debt and back to what debt paid for.
private struct PlatformFlows {
  var out: Int64 = 0
  var back: Int64 = 0
  var borrowed: Int64 = 0
  var repaid: Int64 = 0
}

/// The debt ratio that a gate watches: that of ``PlatformBalance``, with what really was paid, as the public account tells
/// it.
extension ReplicateKernel {
  /// Debt over assets at the end of a quarter.
  mutating func strikeBalance(_ gate: Int, in quarter: Int) {
    guard let about = plan.gates[gate].platform else { return }
    var flows = PlatformFlows()
    addInterests(gate, to: &flows, in: quarter)
    addPromotion(gate, to: &flows, in: quarter)
    var value = 0.0
    for party in plan.gates[gate].parties { value += interestValue(party: party) / 100 }
    if plan.gates[gate].hasSupport {
      let told = settleSoFar()
      addSupport(gate, to: &flows, in: quarter)
      value += supportHeld(plan.gates[gate].level, in: quarter)
      unsettle(told)
    }
    let ratio = gates[gate].balance.step(
      rate: lending[quarter] + about.spread,
      borrowing: (Double(flows.borrowed) / 100, Double(flows.repaid) / 100),
      others: (Double(flows.out - flows.borrowed) / 100, Double(flows.back - flows.repaid) / 100), value: value)
    gates[gate].isPastRedLine = ratio > about.redLine
  }

  /// What its investors paid to funds and to earlier investors, and received.
  private func addInterests(_ gate: Int, to flows: inout PlatformFlows, in quarter: Int) {
    let prices = optionPrices(plan.gates[gate].parties, in: quarter)
    flows.out += prices.out
    flows.back += prices.back
    for party in plan.gates[gate].parties {
      flows.out += paid(party, in: quarter)
      flows.back += received(party, in: quarter)
      guard let equalisation = plan.parties[party].equalisation else { continue }
      flows.out += ledger.amount(through: equalisation.interestPaid, in: quarter)
      flows.back += ledger.amount(through: equalisation.interestReceived, in: quarter)
    }
    flows.repaid += optionPrices(plan.gates[gate].debtParties, in: quarter).back
    for party in plan.gates[gate].debtParties {
      flows.borrowed += ledger.amount(through: plan.parties[party].call, in: quarter)
      flows.repaid += ledger.amount(through: plan.parties[party].distribution, in: quarter)
      guard let equalisation = plan.parties[party].equalisation else { continue }
      flows.borrowed += ledger.amount(through: equalisation.capitalPaid, in: quarter)
      flows.borrowed += ledger.amount(through: equalisation.interestPaid, in: quarter)
      flows.repaid += ledger.amount(through: equalisation.capitalReceived, in: quarter)
      flows.repaid += ledger.amount(through: equalisation.interestReceived, in: quarter)
    }
  }

  /// Prices that some investors paid and got for stakes in a quarter.
  private func optionPrices(_ own: [Int], in quarter: Int) -> (out: Int64, back: Int64) {
    var (out, back) = (Int64(0), Int64(0))
    for concession in plan.concessions where concession.form == .buyoutOption {
      for position in concession.receivers {
        let price = ledger.amount(through: plan.buyOuts[position], in: quarter)
        if own.contains(plan.receivers[position]) { out += price }
        if own.contains(concession.giver) { back += price }
      }
    }
    return (out, back)
  }

  /// What instruments cost and brought it.
  private func addSupport(_ gate: Int, to flows: inout PlatformFlows, in quarter: Int) {
    for about in plan.supportChannels where about.level == plan.gates[gate].level {
      let fen = ledger.amount(through: about.channel, in: quarter)
      if about.isPaying { flows.out += fen } else { flows.back += fen }
      guard about.isFromDebt else { continue }
      if about.isPaying { flows.borrowed += fen } else { flows.repaid += fen }
    }
  }

  /// What the promotion of capital in its regions cost and brought it.
  private mutating func addPromotion(_ gate: Int, to flows: inout PlatformFlows, in quarter: Int) {
    guard !plan.promotion.isEmpty, let level = PublicLevel.allCases.firstIndex(of: plan.gates[gate].level) else {
      return
    }
    let kept = promotion.taxes(level: level, quarter)
    gates[gate].lastingTaxes += kept.lasting
    flows.out += promotion.spent(level: level, quarter) + promotion.supported(level: level, quarter)
    flows.back += kept.once + gates[gate].lastingTaxes + promotion.landRevenue(level: level, quarter)
  }

  /// Yuan that a level has in instruments at the end of a quarter: loans that are outstanding, and shares at cost as long
  /// as the company is there.
  func supportHeld(_ level: PublicLevel, in quarter: Int) -> Double {
    var fen = 0.0
    for (number, about) in plan.instruments.enumerated() where about.payer == level {
      if about.credit?.isPublic == true { fen += Double(creditOutstanding[number * plan.quarters + quarter]) }
      fen += supportShares[number * plan.quarters + quarter]
    }
    return fen / 100
  }

  /// Settles instruments as they stand. All of it up to this quarter is as it will be in the end: companies are admitted in
  /// the order of their entry, and the fate of one that lives is known.
  /// - Returns: What must stay as it was.
  private mutating func settleSoFar() -> (journal: Journal?, countedFen: Double, isUncountable: Bool) {
    let told = (journal, countedFen, isUncountable)
    journal = nil
    settleInstruments()
    return told
  }

  /// Forgets what was settled.
  private mutating func unsettle(_ told: (journal: Journal?, countedFen: Double, isUncountable: Bool)) {
    (journal, countedFen, isUncountable) = told
    for instrument in plan.instruments.indices {
      for channel in plan.instruments[instrument].channels.all { ledger.clear(channel: channel) }
    }
    clearInstruments()
  }
}
