// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import PortfolioModel
import Quantities

extension WaterfallTerms {
  /// The terms of a clause at its base values.
  public init(_ clause: WaterfallClause) { self.init(clause, values: .base) }

  init(_ clause: WaterfallClause, values: ParameterValues) {
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
    self.init(hurdle: hurdle, catchUp: values(clause.catchUp), carry: values(clause.carry))
  }
}
