// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import PortfolioModel

extension EntityKind {
  /// The class of entities that a scenario knows it as.
  public var member: EntityClass {
    switch self {
    case .fund: .funds
    case .investorClass: .classes
    case .publicMoney: .publicMoney
    case .instrument: .instruments
    case .region: .regions
    case .tally: .tallies
    case .promotionUnit: .units
    case .all: .all
    }
  }
}
