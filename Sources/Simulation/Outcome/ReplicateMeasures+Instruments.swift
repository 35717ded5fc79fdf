// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// What instruments beside the funds cost and brought.
extension ReplicateMeasures {
  /// Headline numbers of one instrument.
  mutating func takeInstrument(_ entity: Int, _ instrument: Int, from kernel: borrowing ReplicateKernel) {
    var tally = ClaimTally()
    for number in kernel.claims.indices where kernel.claims[number].instrument == instrument {
      tally.add(kernel.claims[number])
    }
    let isPublic = plan.instruments[instrument].credit?.isPublic == true
    let value = tally.stakeValue / 100 + (isPublic ? yuan(tally.outstanding) : 0)
    let flows = supportFlows(instrument, from: kernel)
    var paid: Int64 = 0
    var received: Int64 = 0
    var presentValue = value * plan.economy.discount[plan.quarters - 1]
    for quarter in 0..<plan.quarters {
      paid += flows.paid[quarter]
      received += flows.received[quarter]
      presentValue += yuan(flows.received[quarter] - flows.paid[quarter]) * plan.economy.discount[quarter]
    }
    set(.supportedCompanies, entity, Double(tally.companies))
    set(.instrumentPaid, entity, yuan(paid))
    set(.instrumentReceived, entity, yuan(received))
    set(.instrumentNet, entity, yuan(received - paid))
    set(.instrumentValue, entity, value)
    set(.instrumentPresentValue, entity, presentValue)
    set(.conversions, entity, Double(tally.conversions))
    set(.rescueAttempts, entity, Double(tally.attempts))
    set(.revivals, entity, Double(tally.revivals))
    takeCredit(entity, instrument, tally, paid: paid, from: kernel)
  }

  private mutating func takeCredit(
    _ entity: Int, _ instrument: Int, _ tally: ClaimTally, paid: Int64, from kernel: borrowing ReplicateKernel
  ) {
    guard plan.instruments[instrument].credit != nil else { return }
    var peak: Int64 = 0
    for quarter in 0..<plan.quarters {
      peak = max(peak, kernel.creditOutstanding[instrument * plan.quarters + quarter])
    }
    set(.creditDrawn, entity, yuan(tally.drawn))
    set(.creditPeak, entity, yuan(peak))
    set(.creditDefaults, entity, Double(tally.defaults))
    set(.creditDefaulted, entity, yuan(tally.defaulted))
    set(.creditLeverage, entity, paid > 0 ? Double(tally.drawn) / Double(paid) : nil)
  }

  /// Fen that an instrument moved from and to public accounts, by quarter; not between them.
  private func supportFlows(
    _ instrument: Int, from kernel: borrowing ReplicateKernel
  ) -> (paid: [Int64], received: [Int64]) {
    let own = plan.instruments[instrument].accounts
    func isPublic(_ account: Int) -> Bool { account == own.payer || account == own.reGuarantor }
    var paid = [Int64](repeating: 0, count: plan.quarters)
    var received = paid
    for channel in plan.instruments[instrument].channels.all {
      let about = plan.ledger.channels[channel]
      guard isPublic(about.from) != isPublic(about.to) else { continue }
      if isPublic(about.from) {
        kernel.ledger.add(channel: channel, to: &paid, sign: 1)
      } else {
        kernel.ledger.add(channel: channel, to: &received, sign: 1)
      }
    }
    return (paid, received)
  }

  /// Channels of all instruments through which a level of government pays, and receives.
  private func supportChannels(_ entity: EntityPlan, onlyBudget: Bool = false) -> (paying: [Int], receiving: [Int]) {
    var paying: [Int] = []
    var receiving: [Int] = []
    for about in plan.instruments {
      var own: [Int] = []
      if about.payer == entity.level, about.isOfBudget || !onlyBudget { own.append(about.accounts.payer) }
      if about.credit?.guarantee?.reGuarantorLevel == entity.level { own.append(about.accounts.reGuarantor) }
      for channel in about.channels.all {
        if own.contains(plan.ledger.channels[channel].from) { paying.append(channel) }
        if own.contains(plan.ledger.channels[channel].to) { receiving.append(channel) }
      }
    }
    return (paying, receiving)
  }

  /// Adds what a level pays for instruments, and receives from them, to its flows with the funds.
  mutating func gatherSupport(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    let channels = supportChannels(entity)
    for channel in channels.paying { kernel.ledger.add(channel: channel, to: &paid, sign: 1) }
    for channel in channels.receiving { kernel.ledger.add(channel: channel, to: &received, sign: 1) }
    for quarter in 0..<plan.quarters { sumFlows(in: quarter) }
  }

  /// What instruments ask of a yearly budget is a call on it like a fund's.
  mutating func addSupportFromBudget(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    guard !plan.instruments.isEmpty else { return }
    for channel in supportChannels(entity, onlyBudget: true).paying {
      kernel.ledger.add(channel: channel, to: &account.calls, sign: 1)
    }
  }

  /// Yuan that a level has left in instruments at the end of the grid.
  func instrumentValue(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> Double {
    var value = 0.0
    for number in kernel.claims.indices {
      let claim = kernel.claims[number]
      let about = plan.instruments[claim.instrument]
      guard about.payer == entity.level else { continue }
      value += claim.stakeValue / 100
      if about.credit?.isPublic == true { value += yuan(claim.outstanding) }
    }
    return value
  }

  /// Headline numbers of a level of government: its flows by kind, and what guarantees could have cost it.
  mutating func takeSupport(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    guard !plan.instruments.isEmpty else { return }
    let channels = supportChannels(about)
    func sum(_ list: [Int], _ kinds: [FlowKind]) -> Int64 {
      var fen: Int64 = 0
      for channel in list where kinds.contains(plan.ledger.channels[channel].kind) {
        fen += kernel.ledger.total(through: channel)
      }
      return fen
    }
    let fees: [FlowKind] = [.guaranteeFee, .reGuaranteeFee]
    set(.grantsPaid, entity, yuan(sum(channels.paying, [.grant, .inKind, .rentRelief, .rescueCost])))
    set(.subsidiesPaid, entity, yuan(sum(channels.paying, [.interestSubsidy])))
    set(.publicLoans, entity, yuan(sum(channels.paying, [.loan])))
    set(.compensationPaid, entity, yuan(sum(channels.paying, [.guaranteeCompensation])))
    set(.guaranteeFees, entity, yuan(sum(channels.receiving, fees) - sum(channels.paying, fees)))
    let others = FlowKind.allCases.filter { !fees.contains($0) }
    set(.instrumentReceipts, entity, yuan(sum(channels.receiving, others)))
    set(.guaranteeLiability, entity, guaranteeLiability(about, from: kernel) / 100)
  }

  private func guaranteeLiability(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> Double {
    var highest = 0.0
    for quarter in 0..<plan.quarters {
      var fen = 0.0
      for (number, about) in plan.instruments.enumerated() {
        guard let guarantee = about.credit?.guarantee else { continue }
        let outstanding = Double(kernel.creditOutstanding[number * plan.quarters + quarter])
        if about.payer == entity.level { fen += outstanding * guarantee.institution }
        if guarantee.reGuarantorLevel == entity.level { fen += outstanding * guarantee.reGuarantor }
      }
      highest = max(highest, fen)
    }
    return highest
  }
}

/// Sums over the claims of an instrument.
private struct ClaimTally {
  var companies = 0
  var conversions = 0
  var attempts = 0
  var revivals = 0
  var defaults = 0
  var drawn: Int64 = 0
  var outstanding: Int64 = 0
  var defaulted: Int64 = 0
  var stakeValue = 0.0

  mutating func add(_ claim: ClaimState) {
    companies += 1
    attempts += claim.isRescue ? 1 : 0
    revivals += claim.isRevived ? 1 : 0
    conversions += claim.isConverted ? 1 : 0
    defaults += claim.defaultQuarter >= 0 ? 1 : 0
    drawn += claim.drawn
    outstanding += claim.outstanding
    defaulted += claim.defaulted
    stakeValue += claim.stakeValue
  }
}
