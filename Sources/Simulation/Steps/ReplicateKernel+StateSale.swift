// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// The end of a state-owned fund: what is left is appraised, listed and sold, while its companies live on. Fees have ended.
extension ReplicateKernel {
  /// One quarter of the procedure, from the end of the fund's life on.
  mutating func sellByProcedure(_ fund: Int, in quarter: Int) {
    let about = plan.stateSales[plan.funds[fund].stateSale]
    let step = quarter - funds[fund].end
    guard step >= 0 else { return }
    if step == about.appraised { appraise(fund, in: quarter) }
    guard step >= about.sold, (step - about.sold) % about.again == 0 else { return }
    let isLast = (step - about.sold) / about.again >= about.rounds - 1
    if !offer(fund, floor: isLast ? 0 : about.floor, in: quarter) { closeFund(fund, in: quarter) }
  }

  /// Strikes the value of every holding.
  private mutating func appraise(_ fund: Int, in quarter: Int) {
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      while appraisals.count <= holding { appraisals.append(0) }
      appraisals[holding] = worth(holding, at: quarter)
      holding = holdings[holding].nextOfFund
    }
  }

  /// Sells what bidders pay enough for. What is listed or owed needs no appraisal and is kept until the last listing.
  /// - Returns: Whether anything is left that waits for another listing.
  private mutating func offer(_ fund: Int, floor: Double, in quarter: Int) -> Bool {
    let share = plan.funds[fund].restShare
    let due = plan.stateSales[plan.funds[fund].stateSale].floor
    var waits = false
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      if holdings[holding].status == .held {
        let bid = worth(holding, at: quarter) * share
        let appraised = appraisals[holding]
        if bid >= floor * appraised {
          belowFloor[fund] += max(0, due * appraised - bid)
          sell(holding, at: share, in: quarter)
        } else {
          waits = true
        }
      } else if holdings[holding].status != .closed, floor > 0 {
        waits = true
      }
      holding = holdings[holding].nextOfFund
    }
    return waits
  }
}
