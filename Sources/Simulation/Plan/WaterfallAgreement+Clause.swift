// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import PortfolioModel
import Quantities

extension WaterfallAgreement {
  /// What a clause says at its base values; the terms are those of the fund, then those of `clause.classes` in order.
  public init(_ clause: WaterfallClause) { self.init(clause, values: .base) }

  init(_ clause: WaterfallClause, values: ParameterValues) {
    let sharing = [clause.sharing] + clause.classes.map(\.sharing)
    let release: CarrySafeguards.Release =
      switch clause.escrow?.release {
      case .end: .end
      case .wholeFund, nil: .wholeFund
      }
    self.init(
      clause.kind == .american ? .american : .european,
      sharing.map { WaterfallTerms($0, floor: clause.balanceFloor, values: values) },
      CarrySafeguards(
        hasClawback: clause.clawback != nil, taxShare: clause.clawback.map { values($0.taxShare) } ?? 0,
        escrowShare: clause.escrow.map { values($0.share) } ?? 0, release: release),
      dayCount: clause.dayCount.dayCount)
  }
}

extension WaterfallTerms {
  fileprivate init(_ clause: SharingClause, floor: PortfolioModel.BalanceFloor, values: ParameterValues) {
    let hurdle: Hurdle =
      switch clause.hurdle {
      case .none: .none
      case .some(let hurdle):
        switch hurdle.compounding {
        case .simple: .simple(rate: values(hurdle.rate))
        case .annual: .compound(rate: values(hurdle.rate), .annually)
        case .quarterly: .compound(rate: values(hurdle.rate), .quarterly)
        }
      }
    self.init(
      hurdle: hurdle, catchUp: values(clause.catchUp), carry: values(clause.carry),
      catchUpEnd: clause.catchUpEnd == .parity ? .parity : .fixedGross, floor: floor == .zero ? .zero : .unbounded)
  }
}

extension HurdleDayCount {
  /// The rule of this name.
  public var dayCount: DayCount {
    switch self {
    case .actual365Fixed: .actual365Fixed
    case .actual360: .actual360
    case .thirty360: .thirty360
    case .actualActual: .actualActualISDA
    }
  }
}
