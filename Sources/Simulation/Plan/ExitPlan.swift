// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// How a state-owned fund sells what is left, in quarters after its end.
struct StateSalePlan: Sendable {
  /// When it is appraised, when first sold, and how long each further listing takes.
  var appraised: Int
  var sold: Int
  var again: Int
  var rounds: Int
  /// Least price over the appraised value.
  var floor: Double

  init(_ sale: StateSale, values: ParameterValues) {
    let before = values(sale.procedure.decision) + values(sale.procedure.appraisal)
    let listing = values(sale.procedure.listing)
    appraised = StateSalePlan.quarters(before)
    sold = StateSalePlan.quarters(before + listing)
    again = max(1, StateSalePlan.quarters(listing))
    rounds = values(sale.rounds)
    floor = values(sale.procedure.floor)
  }

  private static func quarters(_ years: Double) -> Int { Int((years * 4 + 0.5).rounded(.down)) }
}

/// What lets public investors leave a fund, in numbers.
struct PublicExitPlan: Sendable {
  /// Quarters without a purchase; none where that is no trigger.
  var idle: Int?
  var outsideMandate: Bool
  /// The loss that is tolerated; none where it is no trigger.
  var tolerance: Double?
  var offsetsGains: Bool

  init(_ exit: PublicExit, _ tolerance: LossTolerance?, values: ParameterValues) {
    idle = exit.idle.map { max(1, values.quarters($0)) }
    outsideMandate = exit.outsideMandate
    self.tolerance = exit.toleranceBreach ? tolerance.map { values($0.fund) } : nil
    offsetsGains = tolerance?.offsetsGains ?? true
  }
}

/// An early exit on one replicate.
struct PublicExitState {
  /// The quarter in which a trigger was met, or −1.
  var quarter = -1
  /// Tickets and follow-ons so far when last looked at, fen, and the quarter since which there were no more.
  var invested: Int64 = -1
  var idleSince = 0
  /// Fen still owed to those who left.
  var owed: Int64 = 0
}

extension MemberResolver {
  /// Enters how a fund sells and who may leave it, after its investors.
  mutating func resolveExits(_ fund: Fund, at index: Int) {
    let values = resolver.values
    if let line = fund.creditLine {
      funds[index].line = lines.count
      lines.append(CreditLinePlan(line, values: values))
    }
    if let sale = fund.stateSale, fund.life.rest == .sale {
      funds[index].stateSale = stateSales.count
      stateSales.append(StateSalePlan(sale, values: values))
    }
    if let exit = fund.publicExit {
      funds[index].publicExit = publicExits.count
      publicExits.append(PublicExitPlan(exit, fund.tolerance, values: values))
    }
    if let terms = fund.inKind {
      funds[index].inKindShare = 1 - values(terms.discount)
      funds[index].handsOutAtLockUp = terms.at == .lockUp
    }
  }
}
