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

  /// Fen that concessions took from their givers.
  func conceded(from kernel: borrowing ReplicateKernel, where isWanted: (ConcessionPlan) -> Bool) -> Int64 {
    var fen: Int64 = 0
    for concession in plan.concessions.indices where isWanted(plan.concessions[concession]) {
      fen += kernel.concessions[concession].given
    }
    return fen
  }
}
