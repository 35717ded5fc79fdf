// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// A channel of an instrument with one or both ends at a level of government.
struct SupportChannel: Sendable {
  var instrument: Int
  var level: PublicLevel
  var channel: Int
  var kind: FlowKind
  /// Whether the level pays through it, or receives.
  var isPaying: Bool
  /// Whether it is a yearly budget of the level that pays or receives.
  var isOfBudget: Bool
  /// Whether enterprises of the level borrowed what it pays, or lent on.
  var isFromDebt: Bool
  /// Whether both ends are public, so that the instrument itself neither costs nor brings it.
  var isInternal: Bool

  /// All of them, instrument by instrument.
  static func all(_ instruments: [InstrumentPlan], ledger: LedgerLayout) -> [SupportChannel] {
    instruments.enumerated().flatMap { instrument, about in
      let ends = about.publicAccounts
      let levels = PublicLevel.allCases.filter { level in ends.contains { $0.level == level } }
      return levels.flatMap { level in
        about.channels.all.flatMap { channel in
          let about = ledger.channels[channel]
          let both = [about.from, about.to].allSatisfy { end in ends.contains { $0.account == end } }
          return [(about.from, true), (about.to, false)].compactMap { account, isPaying -> SupportChannel? in
            let own = ends.filter { $0.level == level && $0.account == account }
            guard !own.isEmpty else { return nil }
            // Nobody needs money to ask for no rent.
            let isMoney = about.kind != .rentRelief
            return SupportChannel(
              instrument: instrument, level: level, channel: channel, kind: about.kind, isPaying: isPaying,
              isOfBudget: isMoney && own.contains { $0.isOfBudget },
              isFromDebt: isMoney && own.contains { $0.isFromDebt }, isInternal: both)
          }
        }
      }
    }
  }
}

extension InstrumentPlan {
  /// Accounts of levels of government that bear it.
  fileprivate var publicAccounts: [(level: PublicLevel, account: Int, isOfBudget: Bool, isFromDebt: Bool)] {
    let payer = (payer, accounts.payer, isOfBudget, isFromDebt)
    guard let guarantee = credit?.guarantee else { return [payer] }
    return [payer, (guarantee.reGuarantorLevel, accounts.reGuarantor, true, false)]
  }
}
