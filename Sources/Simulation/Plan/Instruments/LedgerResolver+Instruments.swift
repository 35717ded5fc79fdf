// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

extension LedgerResolver {
  /// Accounts of an instrument's companies, bank and investors, and the channels that its parts need.
  static func addInstruments(to ledger: inout LedgerLayout, _ instruments: inout [InstrumentPlan]) {
    for index in instruments.indices {
      var accounts = instruments[index].accounts
      accounts.companies = ledger.addAccount()
      let credit = instruments[index].credit
      if let credit { accounts.lender = credit.isPublic ? accounts.payer : ledger.addAccount() }
      if instruments[index].rescue != nil { accounts.investors = ledger.addAccount() }
      instruments[index].accounts = accounts
      instruments[index].channels = channels(of: instruments[index], in: &ledger)
    }
  }

  private static func channels(of about: InstrumentPlan, in ledger: inout LedgerLayout) -> InstrumentChannels {
    let own = about.accounts
    var all = InstrumentChannels()
    if let grant = about.grant {
      all.grant = ledger.addChannel(own.payer, own.companies, .grant)
      if grant.milestone >= 0 { all.grantRepayment = ledger.addChannel(own.companies, own.payer, .grantRepayment) }
    }
    if let contribution = about.contribution, contribution.isLet {
      all.relief = ledger.addChannel(own.payer, own.companies, .rentRelief)
    } else if about.contribution != nil {
      all.inKind = ledger.addChannel(own.payer, own.companies, .assetInKind)
      all.inKindReturn = ledger.addChannel(own.companies, own.payer, .assetReturn)
    }
    if all.grantRepayment >= 0 || all.inKind >= 0 {
      all.stake = ledger.addChannel(own.companies, own.payer, .stakeProceeds)
    }
    if about.rescue != nil {
      all.rescue = ledger.addChannel(own.payer, own.companies, .rescueCost)
      all.rescueRound = ledger.addChannel(own.investors, own.companies, .rescueRound)
    }
    if let credit = about.credit { addCredit(credit, own, to: &all, in: &ledger) }
    return all
  }

  private static func addCredit(
    _ credit: LoanPlan, _ own: InstrumentAccounts, to all: inout InstrumentChannels, in ledger: inout LedgerLayout
  ) {
    all.loan = ledger.addChannel(own.lender, own.companies, .loan)
    all.interest = ledger.addChannel(own.companies, own.lender, .loanInterest)
    all.repayment = ledger.addChannel(own.companies, own.lender, .loanRepayment)
    all.recovery = ledger.addChannel(own.companies, own.lender, .loanRecovery)
    if credit.hasWarrant { all.warrant = ledger.addChannel(own.companies, own.lender, .warrant) }
    if credit.hasSubsidy { all.subsidy = ledger.addChannel(own.payer, own.companies, .interestSubsidy) }
    guard credit.guarantee != nil else { return }
    all.fee = ledger.addChannel(own.companies, own.payer, .guaranteeFee)
    all.reFee = ledger.addChannel(own.payer, own.reGuarantor, .reGuaranteeFee)
    all.compensation = ledger.addChannel(own.payer, own.lender, .guaranteeCompensation)
    all.reCompensation = ledger.addChannel(own.reGuarantor, own.lender, .guaranteeCompensation)
    all.guaranteeRecovery = ledger.addChannel(own.lender, own.payer, .guaranteeRecovery)
    all.reRecovery = ledger.addChannel(own.lender, own.reGuarantor, .guaranteeRecovery)
  }
}
