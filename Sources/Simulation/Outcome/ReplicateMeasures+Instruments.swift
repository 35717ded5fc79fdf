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
      tally.later += kernel.claims[number].recoveredLater(by: nil, plan.instruments[instrument])
    }
    let isPublic = plan.instruments[instrument].credit?.isPublic == true
    let value = tally.stakeValue / 100 + (isPublic ? yuan(tally.outstanding) : 0) + tally.later / 100
    gatherSupport(of: instrument, from: kernel)
    var sums = (paid: Int64(0), received: Int64(0))
    var presentValue = value * plan.economy.discount[plan.quarters - 1]
    for quarter in 0..<plan.quarters {
      sums.paid += paid[quarter]
      sums.received += received[quarter]
      presentValue += yuan(received[quarter] - paid[quarter]) * plan.economy.discount[quarter]
    }
    set(.supportedCompanies, entity, Double(tally.companies))
    set(.instrumentPaid, entity, yuan(sums.paid))
    set(.instrumentReceived, entity, yuan(sums.received))
    set(.instrumentNet, entity, yuan(sums.received - sums.paid))
    set(.instrumentValue, entity, value)
    set(.instrumentPresentValue, entity, presentValue)
    set(.conversions, entity, Double(tally.conversions))
    set(.rescueAttempts, entity, Double(tally.attempts))
    set(.revivals, entity, Double(tally.revivals))
    takeCredit(entity, instrument, tally, paid: sums.paid, from: kernel)
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
  private mutating func gatherSupport(of instrument: Int, from kernel: borrowing ReplicateKernel) {
    clearFlows()
    for about in plan.supportChannels where about.instrument == instrument && !about.isInternal {
      gather(about, from: kernel)
    }
  }

  private mutating func gather(_ about: SupportChannel, from kernel: borrowing ReplicateKernel) {
    if about.isPaying {
      kernel.ledger.add(channel: about.channel, to: &paid, sign: 1)
    } else {
      kernel.ledger.add(channel: about.channel, to: &received, sign: 1)
    }
  }

  /// Adds what a level pays for instruments, and receives from them, to its flows with the funds.
  mutating func gatherSupport(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    for about in plan.supportChannels where about.level == entity.level { gather(about, from: kernel) }
  }

  /// What instruments paid from debt of enterprises, and what that brought back, is borrowed and repaid like a fund's.
  func addSupportFromDebt(
    _ entity: EntityPlan, paid: inout [Int64], received: inout [Int64], from kernel: borrowing ReplicateKernel
  ) {
    for about in plan.supportChannels where about.level == entity.level && about.isFromDebt {
      if about.isPaying {
        kernel.ledger.add(channel: about.channel, to: &paid, sign: 1)
      } else {
        kernel.ledger.add(channel: about.channel, to: &received, sign: 1)
      }
    }
  }

  /// What instruments ask of a yearly budget is a call on it like a fund's.
  mutating func addSupportFromBudget(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    for about in plan.supportChannels where about.level == entity.level && about.isPaying && about.isOfBudget {
      kernel.ledger.add(channel: about.channel, to: &account.calls, sign: 1)
    }
  }

  /// Yuan that a level has left in instruments at the end of the grid.
  func instrumentValue(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> Double {
    var value = 0.0
    for number in kernel.claims.indices {
      let claim = kernel.claims[number]
      let about = plan.instruments[claim.instrument]
      if let level = entity.level { value += claim.recoveredLater(by: level, about) / 100 }
      guard about.payer == entity.level else { continue }
      value += claim.stakeValue / 100
      if about.credit?.isPublic == true { value += yuan(claim.outstanding) }
    }
    return value
  }

  /// Headline numbers of a level of government: its flows by kind, and what guarantees could have cost it.
  mutating func takeSupport(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    guard !plan.instruments.isEmpty else { return }
    var (grants, subsidies, loans, compensation, fees, receipts) = (
      Int64(0), Int64(0), Int64(0), Int64(0), Int64(0), Int64(0)
    )
    for own in plan.supportChannels where own.level == about.level {
      let fen = kernel.ledger.total(through: own.channel)
      switch own.kind {
      case .guaranteeFee, .reGuaranteeFee: fees += own.isPaying ? -fen : fen
      case _ where !own.isPaying: receipts += fen
      case .grant, .assetInKind, .rentRelief, .rescueCost: grants += fen
      case .interestSubsidy: subsidies += fen
      case .loan: loans += fen
      case .guaranteeCompensation: compensation += fen
      default: break
      }
    }
    set(.grantsPaid, entity, yuan(grants))
    set(.subsidiesPaid, entity, yuan(subsidies))
    set(.publicLoans, entity, yuan(loans))
    set(.compensationPaid, entity, yuan(compensation))
    set(.guaranteeFees, entity, yuan(fees))
    set(.instrumentReceipts, entity, yuan(receipts))
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

extension ClaimState {
  /// Fen that a level of government, or all of them, recover of a claim after the grid.
  fileprivate func recoveredLater(by level: PublicLevel?, _ about: InstrumentPlan) -> Double {
    var fen = 0.0
    if level == nil || level == about.payer { fen += toPassOn + (about.credit?.isPublic == true ? toRecover : 0) }
    if level == nil || level == about.credit?.guarantee?.reGuarantorLevel { fen += toRePassOn }
    return fen
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
  /// Fen that public accounts recover after the grid.
  var later = 0.0

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
