// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// First tickets and opening holdings of a fund up to each quarter, at cost in fen: all, and those that its mandate counts.
struct MandateSeries {
  private var all: [Double] = []
  private var early: [Double] = []
  private var small: [Double] = []
  private var hardTech: [Double] = []
  private var local: [Double] = []

  /// Nothing bought yet.
  init(quarters: Int = 0) {
    all = Array(repeating: 0, count: quarters)
    early = all
    small = all
    hardTech = all
    local = all
  }

  /// Counts a purchase in its quarter.
  mutating func add(_ company: CompanyState, isSmall: Bool, cost: Double, in quarter: Int) {
    all[quarter] += cost
    if company.isEarlyAtEntry { early[quarter] += cost }
    if isSmall { small[quarter] += cost }
    if company.isHardTech { hardTech[quarter] += cost }
    if company.isLocal { local[quarter] += cost }
  }

  /// Turns amounts by quarter into amounts up to each.
  mutating func accumulate() {
    for quarter in all.indices.dropFirst() {
      all[quarter] += all[quarter - 1]
      early[quarter] += early[quarter - 1]
      small[quarter] += small[quarter - 1]
      hardTech[quarter] += hardTech[quarter - 1]
      local[quarter] += local[quarter - 1]
    }
  }

  /// A share at the end of a quarter; 0 until something was bought.
  func share(of metric: PeriodMetric, at quarter: Int) -> Double {
    guard all[quarter] > 0 else { return 0 }
    let part =
      switch metric {
      case .earlyShare: early
      case .smallShare: small
      case .hardTechShare: hardTech
      default: local
      }
    return part[quarter] / all[quarter]
  }
}

extension ReplicateMeasures {
  /// Follows what a fund bought through the quarters.
  mutating func gatherPurchases(_ fund: Int, from kernel: borrowing ReplicateKernel) {
    guard plan.wants.periods.contains(where: PeriodMetric.ofMandate.contains) else { return }
    purchases = MandateSeries(quarters: plan.quarters)
    for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
      let state = kernel.holdings[holding]
      let company = kernel.companies[state.company]
      guard state.isOpening || state.bought <= company.entered else { continue }
      let quarter = state.isOpening ? 0 : min(plan.quarters - 1, max(0, Int((state.bought * 4).rounded(.down))))
      purchases.add(company, isSmall: isSmallAtEntry(company, for: fund), cost: Double(state.cost), in: quarter)
    }
    purchases.accumulate()
  }
}
