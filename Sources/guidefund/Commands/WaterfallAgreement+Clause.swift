// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

extension WaterfallAgreement {
  /// What a clause says at its base values; the terms are those of the fund, then those of `clause.classes` in order.
  init(_ clause: WaterfallClause, dayCount: DayCount?) {
    let sharing = [clause.sharing] + clause.classes.map(\.sharing)
    let escrow = clause.escrow.map { $0.share.value.fraction } ?? 0
    let release: CarrySafeguards.Release =
      switch clause.escrow?.release {
      case .end: .end
      case .wholeFund, nil: .wholeFund
      }
    self.init(
      clause.kind == .american ? .american : .european,
      sharing.map { WaterfallTerms($0, floor: clause.balanceFloor) },
      CarrySafeguards(
        hasClawback: clause.clawback != nil, taxShare: clause.clawback?.taxShare.value.fraction ?? 0,
        escrowShare: escrow, release: release),
      dayCount: dayCount ?? clause.dayCount.dayCount)
  }
}

extension WaterfallTerms {
  fileprivate init(_ clause: SharingClause, floor: PortfolioModel.BalanceFloor) {
    let hurdle: Hurdle =
      switch clause.hurdle {
      case .none: .none
      case .some(let hurdle):
        switch hurdle.compounding {
        case .simple: .simple(rate: hurdle.rate.value.perYear)
        case .annual: .compound(rate: hurdle.rate.value.perYear, .annually)
        case .quarterly: .compound(rate: hurdle.rate.value.perYear, .quarterly)
        }
      }
    self.init(
      hurdle: hurdle, catchUp: clause.catchUp.value.fraction, carry: clause.carry.value.fraction,
      catchUpEnd: clause.catchUpEnd == .parity ? .parity : .fixedGross, floor: floor == .zero ? .zero : .unbounded)
  }
}

extension HurdleDayCount {
  /// The rule of this name.
  fileprivate var dayCount: DayCount {
    switch self {
    case .actual365Fixed: .actual365Fixed
    case .actual360: .actual360
    case .thirty360: .thirty360
    case .actualActual: .actualActualISDA
    }
  }
}
