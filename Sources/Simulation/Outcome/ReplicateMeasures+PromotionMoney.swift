// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// The promotion of capital in the account of a level of government.
///
/// A level bears what is spent in its own regions, not in those within that have an account of their own, and the support
/// that they pay; it gets what it keeps of the taxes that stay there, and what is paid for land there. No yuan is in two
/// accounts.
extension ReplicateMeasures {
  /// Adds what a level pays for the promotion of capital, and what that brings it, to its other flows.
  mutating func gatherPromotion(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    guard !plan.promotion.isEmpty, let level = about.level.flatMap({ PublicLevel.allCases.firstIndex(of: $0) })
    else { return }
    var sums: (spent: Int64, supported: Int64, taxes: Int64, land: Int64) = (0, 0, 0, 0)
    var lasting: Int64 = 0
    for quarter in 0..<plan.quarters {
      let spent = kernel.promotion.spent(level: level, quarter)
      let supported = kernel.promotion.supported(level: level, quarter)
      let land = kernel.promotion.landRevenue(level: level, quarter)
      let kept = kernel.promotion.taxes(level: level, quarter)
      lasting += kept.lasting
      let taxes = kept.once + lasting
      sums = (sums.spent + spent, sums.supported + supported, sums.taxes + taxes, sums.land + land)
      paid[quarter] += spent + supported
      received[quarter] += taxes + land
    }
    guard about.headline || about.isAskedFor else { return }
    set(.promotionSpending, entity, yuan(sums.spent))
    set(.supportPaid, entity, yuan(sums.supported))
    set(.retainedTax, entity, yuan(sums.taxes))
    set(.landRevenue, entity, yuan(sums.land))
  }
}

extension PromotionKernel {
  @inline(__always) private func recorded(_ quantity: Int, _ region: Int, _ quarter: Int) -> Int64 {
    records[recordStart(of: region, in: quarter) &+ quantity]
  }

  /// What is recorded over the grid in all regions.
  func total(_ quantity: PipelineQuantity) -> Int64 {
    var sum: Int64 = 0
    for region in plan.regions.indices where plan.regions[region].parent < 0 {
      for quarter in 0..<plan.quarters { sum += recorded(quantity.rawValue, region, quarter) }
    }
    return sum
  }

  /// What is spent in regions of a level and not in regions within them that have a level.
  @inline(__always) func spent(level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for region in plan.regions.indices where plan.regions[region].level >= 0 {
      let own = recorded(PipelineQuantity.spending.rawValue, region, quarter)
      if plan.regions[region].level == level { sum += own }
      if bearer(of: plan.regions[region].parent) == level { sum -= own }
    }
    return sum
  }

  /// The level whose account a region is part of: its own, or that of the nearest region above that has one, or −1.
  @inline(__always) private func bearer(of region: Int) -> Int {
    var node = region
    while node >= 0, plan.regions[node].level < 0 { node = plan.regions[node].parent }
    return node < 0 ? -1 : plan.regions[node].level
  }

  /// What is paid for land in regions whose account is that of a level.
  @inline(__always) func landRevenue(level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for region in plan.regions.indices where bearer(of: region) == level {
      sum += landPaid[region &* plan.quarters &+ quarter]
    }
    return sum
  }

  /// Support that regions of a level paid: those whose budget it is, or, without any, where the project landed.
  @inline(__always) func supported(level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for leaf in plan.leaves {
      let payer = plan.regions[leaf].payer < 0 ? leaf : plan.regions[leaf].payer
      if bearer(of: payer) == level { sum += paid[plan.regions[leaf].leaf &* plan.quarters &+ quarter].all }
    }
    return sum
  }

  /// Fen of taxes that regions of a level keep: of the quarter itself, and of what goes on for good from it on.
  @inline(__always) func taxes(level: Int, _ quarter: Int) -> (once: Int64, lasting: Int64) {
    var sum: (once: Int64, lasting: Int64) = (0, 0)
    for region in plan.regions.indices where plan.regions[region].level == level {
      sum.once += taxKept[region &* plan.quarters &+ quarter]
      sum.lasting += taxKeptRate[region &* plan.quarters &+ quarter]
    }
    return sum
  }
}
