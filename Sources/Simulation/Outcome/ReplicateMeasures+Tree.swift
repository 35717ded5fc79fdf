// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// What is seen through the tiers of funds.
extension ReplicateMeasures {
  /// Fen that public investors paid into a fund, also through the funds above it: an owner's money is as public as its own
  /// investors' is, and what the buyer of an interest pays is not.
  mutating func publicPaidIn(_ fund: Int, from kernel: borrowing ReplicateKernel) -> Double {
    var fen = 0.0
    for party in plan.funds[fund].parties {
      let paid = Double(kernel.sales[party].isDone ? kernel.sales[party].paidIn : kernel.paidIn[party])
      let owner = plan.parties[party].owner
      if plan.parties[party].investorClass.publicLevel != nil {
        fen += paid
      } else if owner >= 0, kernel.funds[owner].paidIn > 0 {
        fen += paid * publicPaidIn(owner, from: kernel) / Double(kernel.funds[owner].paidIn)
      }
    }
    return fen
  }

  /// The largest share of a fund's cost that lies in one company, looking through the funds that it holds.
  mutating func takeExposure(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    while exposures.count < kernel.companies.count { exposures.append(0) }
    for company in kernel.companies.indices { exposures[company] = 0 }
    expose(fund, weight: 1, from: kernel)
    var whole = 0.0
    var largest = 0.0
    for company in kernel.companies.indices {
      whole += exposures[company]
      largest = max(largest, exposures[company])
    }
    set(.largestExposure, entity, whole > 0 ? largest / whole : nil)
  }

  private mutating func expose(_ fund: Int, weight: Double, from kernel: borrowing ReplicateKernel) {
    for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
      exposures[kernel.holdings[holding].company] += weight * Double(kernel.holdings[holding].cost)
    }
    for party in plan.fundTables[fund].interests {
      let other = plan.parties[party].fund
      guard kernel.funds[other].paidIn > 0 else { continue }
      expose(other, weight: weight * Double(kernel.stakes[party]) / Double(kernel.funds[other].paidIn), from: kernel)
    }
  }

  /// Fen that concessions took from their givers: of each the part that somebody bears.
  func conceded(from kernel: borrowing ReplicateKernel, part: (ConcessionPlan) -> Double) -> Double {
    var fen = 0.0
    for concession in plan.concessions.indices {
      fen += Double(kernel.concessions[concession].given) * part(plan.concessions[concession])
    }
    return fen
  }

  /// The part of an investor's money that is of some investors: its own, or by their stakes in the fund that it is.
  func part(of own: [Int], behind party: Int, from kernel: borrowing ReplicateKernel) -> Double {
    if own.contains(party) { return 1 }
    let owner = plan.parties[party].owner
    guard owner >= 0, kernel.funds[owner].paidIn > 0 else { return 0 }
    var fen = 0.0
    for above in plan.funds[owner].parties {
      fen += Double(kernel.stakes[above]) * part(of: own, behind: above, from: kernel)
    }
    return fen / Double(kernel.funds[owner].paidIn)
  }
}
