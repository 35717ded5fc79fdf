// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// The claim of an instrument on a company on one replicate: what passed between them, fen.
struct ClaimState {
  var instrument: Int
  var company: Int
  /// The quarter in which it began.
  var quarter: Int
  var granted: Int64 = 0
  var grantRepaid: Int64 = 0
  var contributed: Int64 = 0
  var returned: Int64 = 0
  var relief: Int64 = 0
  /// What shares brought, and what those that are left are worth at the end of the grid.
  var stakes: Int64 = 0
  var stakeValue = 0.0
  var isConverted = false
  /// The loan: drawn = repaid + cut + defaulted + outstanding.
  var drawn: Int64 = 0
  var repaid: Int64 = 0
  var cut: Int64 = 0
  var defaulted: Int64 = 0
  var outstanding: Int64 = 0
  var defaultQuarter = -1
  var interest: Int64 = 0
  var recovered: Int64 = 0
  var warrant: Int64 = 0
  var subsidy: Int64 = 0
  var fee: Int64 = 0
  var reFee: Int64 = 0
  var compensated: Int64 = 0
  var reCompensated: Int64 = 0
  /// What of the recovery went to the guarantors.
  var passedOn: Int64 = 0
  var rePassedOn: Int64 = 0
  /// Fen of the recovery that is due after the grid: the lender's, and what of it goes to the guarantors.
  var toRecover = 0.0
  var toPassOn = 0.0
  var toRePassOn = 0.0
  /// Whether it is an attempt to rescue the company, and succeeded; what that cost, and what a new investor paid.
  var isRescue = false
  var isRevived = false
  var rescueCost: Int64 = 0
  var newMoney: Int64 = 0

  init(instrument: Int, company: Int, quarter: Int) {
    self.instrument = instrument
    self.company = company
    self.quarter = quarter
  }

  /// What the companies got on balance.
  var ofCompanies: Int64 {
    granted + contributed + relief + drawn + subsidy + rescueCost + newMoney
      - (grantRepaid + stakes + returned + repaid + interest + fee + recovered + warrant)
  }

  /// What the lender got on balance.
  var ofLender: Int64 {
    interest + repaid + recovered + warrant + compensated + reCompensated - (drawn + passedOn + rePassedOn)
  }

  /// What the payer got on balance, besides what it lent.
  var ofPayer: Int64 {
    grantRepaid + stakes + returned + fee + passedOn
      - (granted + contributed + relief + subsidy + rescueCost + compensated + reFee)
  }

  /// What the re-guarantor got on balance.
  var ofReGuarantor: Int64 { reFee + rePassedOn - reCompensated }
}

/// An attempt to rescue a company.
struct RescueState {
  var instrument: Int
  var company: Int
  var quarter: Int
  var isRevived: Bool
  /// What the new investor pays, yuan.
  var newMoney = 0.0
}

/// What became of a company within the grid, as far as a claim on it asks.
struct CompanyFate {
  /// The event that ended its life here, as `StageEvent` names it, or −1; its value as `LifeEvent` has it.
  var kind = -1
  var quarter = -1
  var time = 0.0
  var value = 0.0
  /// When it stalled and when it was revived, or −1.
  var stalled = -1
  var revived = -1
  /// Whether that end is a failure: of a company of stages, by a multiple below the pool's limit, or a buy-back that nobody
  /// can pay.
  var isFailure = false

  /// Whether a debt is repaid at its end.
  var endsWell: Bool { kind >= 0 && !isFailure }
}

extension ReplicateKernel {
  /// Stocks of the accounts of all instruments, from what each claim counted.
  mutating func takeClaimStocks() {
    for number in claims.indices {
      let claim = claims[number]
      let own = plan.instruments[claim.instrument].accounts
      scratch.stocks[own.companies] += claim.ofCompanies
      scratch.stocks[own.payer] += claim.ofPayer
      if own.lender >= 0 { scratch.stocks[own.lender] += claim.ofLender }
      if own.reGuarantor >= 0 { scratch.stocks[own.reGuarantor] += claim.ofReGuarantor }
      if own.investors >= 0 { scratch.stocks[own.investors] -= claim.newMoney }
    }
  }
}
