// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// What the promotion of capital costs and brings a level of government, fen.
struct PromotionMoney {
  var outlay: Int64 = 0
  var receipts: Int64 = 0
  /// Receipts less outlays, and outlays, discounted, in yuan.
  var presentValue = 0.0
  var outlayPresentValue = 0.0
}

/// The promotion of capital in the account of a level of government.
///
/// A level bears what is spent in its own regions, not in those within that have an account of their own, and the support
/// that they pay; it gets the taxes that stay with it and what is paid for land there.
extension ReplicateMeasures {
  /// Its outlays are added to `outlays`.
  mutating func takePromotionMoney(
    _ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel
  ) -> PromotionMoney {
    var money = PromotionMoney()
    guard !plan.promotion.isEmpty, let level = about.level.flatMap({ PublicLevel.allCases.firstIndex(of: $0) })
    else { return money }
    var sums: (spent: Int64, supported: Int64, taxes: Int64, land: Int64) = (0, 0, 0, 0)
    for quarter in 0..<plan.quarters {
      let spent = kernel.promotion.spent(level: level, quarter)
      let supported = kernel.promotion.supported(level: level, quarter)
      let land = kernel.promotion.landRevenue(level: level, quarter)
      let taxes = kernel.promotion.taxes(level: level, quarter)
      sums = (sums.spent + spent, sums.supported + supported, sums.taxes + taxes, sums.land + land)
      money.presentValue += yuan(taxes + land - spent - supported) * plan.economy.discount[quarter]
      money.outlayPresentValue += yuan(spent + supported) * plan.economy.discount[quarter]
      outlays[quarter] += yuan(spent + supported)
    }
    money.outlay = sums.spent + sums.supported
    money.receipts = sums.taxes + sums.land
    set(.promotionSpending, entity, yuan(sums.spent))
    set(.supportPaid, entity, yuan(sums.supported))
    set(.retainedTax, entity, yuan(sums.taxes))
    set(.landRevenue, entity, yuan(sums.land))
    return money
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

  /// Taxes that stay with regions of a level.
  @inline(__always) func taxes(level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for region in plan.regions.indices where plan.regions[region].level == level {
      sum += recorded(PipelineQuantity.retainedTax.rawValue, region, quarter)
      for past in 0...quarter { sum += recorded(PromotionKernel.retainedRate, region, past) }
    }
    return sum
  }
}
