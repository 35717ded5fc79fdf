// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// What a fund is to bring back to the region, in numbers.
struct ReinvestmentPlan: Sendable {
  /// Fen of commitments that it is reckoned against.
  var base: Double
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
        base: base(of: clause, fund: index, ids: fund.value.investors.map(\.id)), multiple: values(clause.multiple),
        deadline: funds[index].start + max(1, values.quarters(clause.deadline)) - 1,
        weights: kinds.map { $0.map { values($0.weight) } ?? 0 },
        most: kinds.map { $0?.most.map { values($0) } ?? .infinity })
    }
  }

  private func base(of clause: ReinvestmentClause, fund: Int, ids: [String]) -> Double {
    guard !clause.investors.isEmpty else { return publicCommitment(fund) }
    let named = zip(ids, funds[fund].parties).filter { clause.investors.contains($0.0) }
    return named.reduce(0) { $0 + Double(parties[$1.1].commitment) }
  }

  /// Fen that public investors committed to a fund, also through the funds above it, by the shares of commitments there.
  private func publicCommitment(_ fund: Int) -> Double {
    var fen = 0.0
    for party in funds[fund].parties {
      let own = Double(parties[party].commitment)
      let owner = parties[party].owner
      if parties[party].investorClass.publicLevel != nil {
        fen += own
      } else if owner >= 0, funds[owner].commitment > 0 {
        fen += own * publicCommitment(owner) / Double(funds[owner].commitment)
      }
    }
    return fen
  }
}
