// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Numbers the accounts of a plan and the channels between them.
enum LedgerResolver {
  /// Source accounts come first, then those of each fund with its investors; `PlanLabels` names them in this order.
  static func layOut(
    funds: inout [FundPlan], parties: inout [PartyPlan], sources: Int, quarters: Int
  ) -> LedgerLayout {
    var ledger = LedgerLayout(accounts: sources, channels: [], quarters: quarters)
    for index in funds.indices {
      var own = FundAccounts(
        cash: ledger.addAccount(), companies: ledger.addAccount(), manager: ledger.addAccount(),
        providers: ledger.addAccount(), carry: ledger.addAccount(),
        bank: ledger.addAccount(), buyers: ledger.addAccount())
      if funds[index].hasEscrow { own.escrow = ledger.addAccount() }
      funds[index].accounts = own
      funds[index].channels = fundChannels(own, in: &ledger)
      if funds[index].hasEscrow {
        funds[index].channels.escrow = ledger.addChannel(own.cash, own.escrow, .escrow)
        funds[index].channels.escrowRelease = ledger.addChannel(own.escrow, own.carry, .escrowRelease)
        funds[index].channels.escrowReturn = ledger.addChannel(own.escrow, own.cash, .escrowReturn)
      }
      if funds[index].hasClawback { funds[index].channels.clawback = ledger.addChannel(own.carry, own.cash, .clawback) }
      for position in funds[index].parties where parties[position].owner < 0 {
        let investor = ledger.addAccount()
        let source = parties[position].source
        parties[position].account = investor
        parties[position].appropriation = ledger.addChannel(source, investor, .appropriation)
        parties[position].call = ledger.addChannel(investor, own.cash, .capitalCall)
        parties[position].distribution = ledger.addChannel(own.cash, investor, .distribution)
        parties[position].receipt = ledger.addChannel(investor, source, .receipt)
      }
    }
    for position in parties.indices where parties[position].owner >= 0 {
      let owner = funds[parties[position].owner].accounts
      let own = funds[parties[position].fund].accounts
      parties[position].account = owner.cash
      parties[position].source = owner.cash
      parties[position].call = ledger.addChannel(owner.cash, own.cash, .capitalCall)
      parties[position].distribution = ledger.addChannel(own.cash, owner.cash, .distribution)
      parties[position].appropriation = ledger.addChannel(owner.buyers, own.cash, .capitalCall)
      parties[position].receipt = ledger.addChannel(own.cash, owner.buyers, .distribution)
    }
    return ledger
  }

  /// A channel from each receiver of an option to its giver, in the order of the receivers.
  static func addBuyOuts(
    to ledger: inout LedgerLayout, concessions: [ConcessionPlan], receivers: [Int], parties: [PartyPlan]
  ) -> [Int] {
    var channels = [Int](repeating: -1, count: receivers.count)
    for concession in concessions where concession.form == .buyoutOption {
      let giver = parties[concession.giver].account
      for position in concession.receivers {
        channels[position] = ledger.addChannel(parties[receivers[position]].account, giver, .buyOut)
      }
    }
    return channels
  }

  /// An account for each fund with further closings, and channels to it and from it for each investor: what was paid in,
  /// and the interest on it.
  static func addEqualisation(to ledger: inout LedgerLayout, funds: inout [FundPlan], parties: inout [PartyPlan]) {
    for index in funds.indices where funds[index].raising.closings.count > 1 {
      let pool = ledger.addAccount()
      funds[index].accounts.equalisation = pool
      for party in funds[index].parties {
        let own = parties[party].account
        parties[party].equalisation = EqualisationChannels(
          capitalPaid: ledger.addChannel(own, pool, .equalisation),
          capitalReceived: ledger.addChannel(pool, own, .equalisation),
          interestPaid: ledger.addChannel(own, pool, .equalisationInterest),
          interestReceived: ledger.addChannel(pool, own, .equalisationInterest))
      }
    }
  }

  /// A lender for each line of credit, and a channel for shares that are handed out.
  static func addLines(to ledger: inout LedgerLayout, funds: inout [FundPlan], lines: inout [CreditLinePlan]) {
    for index in funds.indices where funds[index].inKindShare > 0 {
      let own = funds[index].accounts
      funds[index].channels.inKind = ledger.addChannel(own.companies, own.cash, .inKind)
    }
    for fund in funds where fund.line >= 0 {
      let lender = ledger.addAccount()
      lines[fund.line].account = lender
      let cash = fund.accounts.cash
      lines[fund.line].drawing = ledger.addChannel(lender, cash, .creditDrawing)
      lines[fund.line].repayment = ledger.addChannel(cash, lender, .creditRepayment)
      lines[fund.line].interest = ledger.addChannel(cash, lender, .creditInterest)
      lines[fund.line].fee = ledger.addChannel(cash, lender, .creditFee)
    }
  }

  private static func fundChannels(_ own: FundAccounts, in ledger: inout LedgerLayout) -> FundChannels {
    var all = FundChannels()
    all.investment = ledger.addChannel(own.cash, own.companies, .investment)
    all.followOn = ledger.addChannel(own.cash, own.companies, .followOn)
    all.managementFee = ledger.addChannel(own.cash, own.manager, .managementFee)
    all.setUp = ledger.addChannel(own.cash, own.providers, .setUpCost)
    all.custody = ledger.addChannel(own.cash, own.providers, .custody)
    all.fixedCost = ledger.addChannel(own.cash, own.providers, .fixedCost)
    all.carriedInterest = ledger.addChannel(own.cash, own.carry, .carriedInterest)
    all.interest = ledger.addChannel(own.bank, own.cash, .interest)
    all.secondarySale = ledger.addChannel(own.buyers, own.cash, .secondarySale)
    // In the order of `StageEvent`, less stalling and graduation, which pay nothing.
    let kinds: [FlowKind] = [.liquidation, .buyBack, .transfer, .acquisition, .listing, .realisation]
    all.proceeds = kinds.map { ledger.addChannel(own.companies, own.cash, $0) }[0]
    return all
  }
}

extension LedgerLayout {
  /// A new account; its number.
  mutating func addAccount() -> Int {
    accounts += 1
    return accounts - 1
  }

  /// A new channel from one account to another; its number.
  mutating func addChannel(_ from: Int, _ to: Int, _ kind: FlowKind) -> Int {
    channels.append(LedgerChannel(from: from, to: to, kind: kind))
    return channels.count - 1
  }
}
