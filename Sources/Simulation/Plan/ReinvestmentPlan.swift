// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// What a fund is to bring back to the region, in numbers.
struct ReinvestmentPlan: Sendable {
  /// The investors whose commitments it is reckoned against; without any, all public ones, also through the funds above.
  var investors: [Int]
  var multiple: Double
  /// The quarter at whose end it is due; it may lie after the grid.
  var deadline: Int
  /// By kind, in the order of `Kind`: what a fen counts for, and most that it counts for over the base.
  var weights: [Double]
  var most: [Double]

  enum Kind: Int, CaseIterable {
    case own
    case attracted
    case subFund
  }
}

extension MemberResolver {
  /// The clauses of the funds that are present, in their order.
  func reinvestments(without: Set<String>) -> [ReinvestmentPlan?] {
    let values = resolver.values
    let present = resolver.scenario.funds.filter { !without.contains($0.id) }
    return present.enumerated().map { index, fund in
      guard let clause = fund.value.reinvestment else { return nil }
      let kinds = [clause.ownInvestment, clause.attractedInvestment, clause.subFund]
      return ReinvestmentPlan(
        investors: zip(fund.value.investors, funds[index].parties).filter { clause.investors.contains($0.0.id) }
          .map(\.1),
        multiple: values(clause.multiple),
        deadline: funds[index].start + max(1, values.quarters(clause.deadline)) - 1,
        weights: kinds.map { $0.map { values($0.weight) } ?? 0 },
        most: kinds.map { $0?.most.map { values($0) } ?? .infinity })
    }
  }
}
