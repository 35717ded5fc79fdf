// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Numbers the accounts of a plan and the channels between them.
enum LedgerResolver {
  /// Source accounts come first, then those of each fund with its investors; `PlanLabels` names them in this order.
  static func layOut(
    funds: inout [FundPlan], parties: inout [PartyPlan], sources: Int, quarters: Int
  ) -> LedgerLayout {
    var accounts = sources
    var channels: [LedgerChannel] = []
    func account() -> Int {
      accounts += 1
      return accounts - 1
    }
    func channel(_ from: Int, _ to: Int, _ kind: FlowKind) -> Int {
      channels.append(LedgerChannel(from: from, to: to, kind: kind))
      return channels.count - 1
    }
    for index in funds.indices {
      var own = FundAccounts(
        cash: account(), companies: account(), manager: account(), providers: account(), carry: account(),
        bank: account(), buyers: account())
      if funds[index].hasEscrow { own.escrow = account() }
      funds[index].accounts = own
      funds[index].channels = fundChannels(own, channel)
      if funds[index].hasEscrow {
        funds[index].channels.escrow = channel(own.cash, own.escrow, .escrow)
        funds[index].channels.escrowRelease = channel(own.escrow, own.carry, .escrowRelease)
        funds[index].channels.escrowReturn = channel(own.escrow, own.cash, .escrowReturn)
      }
      if funds[index].hasClawback { funds[index].channels.clawback = channel(own.carry, own.cash, .clawback) }
      for position in funds[index].parties where parties[position].owner < 0 {
        let investor = account()
        let source = parties[position].source
        parties[position].account = investor
        parties[position].appropriation = channel(source, investor, .appropriation)
        parties[position].call = channel(investor, own.cash, .capitalCall)
        parties[position].distribution = channel(own.cash, investor, .distribution)
        parties[position].receipt = channel(investor, source, .receipt)
      }
    }
    for position in parties.indices where parties[position].owner >= 0 {
      let owner = funds[parties[position].owner].accounts
      let own = funds[parties[position].fund].accounts
      parties[position].account = owner.cash
      parties[position].source = owner.cash
      parties[position].call = channel(owner.cash, own.cash, .capitalCall)
      parties[position].distribution = channel(own.cash, owner.cash, .distribution)
      parties[position].appropriation = channel(owner.buyers, own.cash, .capitalCall)
      parties[position].receipt = channel(own.cash, owner.buyers, .distribution)
    }
    return LedgerLayout(accounts: accounts, channels: channels, quarters: quarters)
  }

  /// A channel from each receiver of an option to its giver, in the order of the receivers.
  static func addBuyOuts(
    to ledger: inout LedgerLayout, concessions: [ConcessionPlan], receivers: [Int], parties: [PartyPlan]
  ) -> [Int] {
    var channels = [Int](repeating: -1, count: receivers.count)
    for concession in concessions where concession.form == .buyoutOption {
      let giver = parties[concession.giver].account
      for position in concession.receivers {
        channels[position] = ledger.channels.count
        ledger.channels.append(
          LedgerChannel(from: parties[receivers[position]].account, to: giver, kind: .buyOut))
      }
    }
    return channels
  }

  /// An account for each fund with further closings, and channels to it and from it for each investor: what was paid in,
  /// and the interest on it.
  static func addEqualisation(to ledger: inout LedgerLayout, funds: inout [FundPlan], parties: inout [PartyPlan]) {
    for index in funds.indices where funds[index].raising.closings.count > 1 {
      let pool = ledger.accounts
      ledger.accounts += 1
      funds[index].accounts.equalisation = pool
      for party in funds[index].parties {
        parties[party].equalisation = ledger.channels.count
        let own = parties[party].account
        for kind in [FlowKind.equalisation, .equalisationInterest] {
          ledger.channels.append(LedgerChannel(from: own, to: pool, kind: kind))
          ledger.channels.append(LedgerChannel(from: pool, to: own, kind: kind))
        }
      }
    }
  }

  /// A lender for each line of credit, and a channel for shares that are handed out.
  static func addLines(to ledger: inout LedgerLayout, funds: inout [FundPlan], lines: inout [CreditLinePlan]) {
    for index in funds.indices where funds[index].inKindShare > 0 {
      funds[index].channels.inKind = ledger.channels.count
      let own = funds[index].accounts
      ledger.channels.append(LedgerChannel(from: own.companies, to: own.cash, kind: .inKind))
    }
    for fund in funds where fund.line >= 0 {
      let lender = ledger.accounts
      ledger.accounts += 1
      lines[fund.line].account = lender
      func channel(_ from: Int, _ to: Int, _ kind: FlowKind) -> Int {
        ledger.channels.append(LedgerChannel(from: from, to: to, kind: kind))
        return ledger.channels.count - 1
      }
      lines[fund.line].drawing = channel(lender, fund.accounts.cash, .creditDrawing)
      lines[fund.line].repayment = channel(fund.accounts.cash, lender, .creditRepayment)
      lines[fund.line].interest = channel(fund.accounts.cash, lender, .creditInterest)
      lines[fund.line].fee = channel(fund.accounts.cash, lender, .creditFee)
    }
  }

  private static func fundChannels(_ own: FundAccounts, _ channel: (Int, Int, FlowKind) -> Int) -> FundChannels {
    var all = FundChannels()
    all.investment = channel(own.cash, own.companies, .investment)
    all.followOn = channel(own.cash, own.companies, .followOn)
    all.managementFee = channel(own.cash, own.manager, .managementFee)
    all.setUp = channel(own.cash, own.providers, .setUpCost)
    all.custody = channel(own.cash, own.providers, .custody)
    all.fixedCost = channel(own.cash, own.providers, .fixedCost)
    all.carriedInterest = channel(own.cash, own.carry, .carriedInterest)
    all.interest = channel(own.bank, own.cash, .interest)
    all.secondarySale = channel(own.buyers, own.cash, .secondarySale)
    // In the order of `StageEvent`, less stalling and graduation, which pay nothing.
    let kinds: [FlowKind] = [.liquidation, .buyBack, .transfer, .acquisition, .listing, .realisation]
    all.proceeds = kinds.map { channel(own.companies, own.cash, $0) }[0]
    return all
  }
}
