// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// Series by quarter.
extension ReplicateMeasures {
  /// Fills the series of an entity.
  mutating func takePeriods(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    let quarters = plan.quarters
    if about.kind == .fund, hasMandate[about.fund] { gatherPurchases(about.fund, from: kernel) }
    let before = about.fund >= 0 ? opening(about, from: kernel) : (paidIn: 0, distributed: 0, value: 0)
    for (place, metric) in offered[entity] {
      let row = (entity * plan.wants.periods.count + place) * quarters
      if metric == .cumulativeNetCashFlow {
        periods.accumulate(received, less: paid, plus: interest, from: row)
        continue
      }
      let opening = metric == .paidIn ? before.paidIn : metric == .distributed ? before.distributed : 0
      var sum: Int64 = 0
      for quarter in 0..<quarters {
        switch metric {
        case .paidIn: sum += paid[quarter]
        case .outlay: sum = paid[quarter]
        case .receipts: sum = received[quarter]
        case .distributed: sum += received[quarter]
        case .netCashFlow: sum = received[quarter] - paid[quarter] + interest[quarter]
        case .managementFee:
          sum = kernel.ledger.amount(through: plan.funds[about.fund].channels.managementFee, in: quarter)
        case .nav:
          if isRecorded(about, of: about.fund) {
            periods[row + quarter] = recorded(about, of: about.fund, at: quarter, from: kernel) / 100
            continue
          }
          var value = 0.0
          for group in plan.funds[about.fund].groups {
            value += kernel.net[group * quarters + quarter] / 100 * part(about, of: group, in: about.fund, from: kernel)
          }
          periods[row + quarter] = value
          continue
        case .reportedNav:
          periods[row + quarter] = kernel.reported[about.fund * quarters + quarter] / 100
          continue
        case .unfundedCommitment: sum = account.unfunded[quarter]
        case .budgetArrears: sum = account.budget?.arrears[quarter] ?? 0
        case .budgetAvailable: sum = account.budget?.available[quarter] ?? 0
        case .debtService: sum = account.bond?.service[quarter] ?? 0
        case .earlyShare, .smallShare, .hardTechShare, .localShare:
          periods[row + quarter] = purchases.share(of: metric, at: quarter)
          continue
        case .debtRatio:
          periods[row + quarter] = account.debtRatio[quarter]
          continue
        default: continue
        }
        periods[row + quarter] = opening + yuan(sum)
      }
    }
  }
}

extension [Double] {
  /// Sets a series to running sums of fen, in yuan: the one that nearly every run asks for, in a loop of its own.
  fileprivate mutating func accumulate(
    _ received: [Int64], less paid: [Int64], plus interest: [Int64], from row: Int
  ) {
    var numbers = mutableSpan
    var sum: Int64 = 0
    for quarter in received.indices {
      sum += received[quarter] - paid[quarter] + interest[quarter]
      numbers[row &+ quarter] = Double(sum) / 100
    }
  }
}
