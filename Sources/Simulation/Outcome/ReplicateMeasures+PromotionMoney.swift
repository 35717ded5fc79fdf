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
      let spent = kernel.promotion.own(.spending, level: level, quarter)
      let supported = kernel.promotion.supported(level: level, quarter)
      let land = kernel.promotion.own(.landRevenue, level: level, quarter)
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

  /// What is recorded for regions of a level and not for regions within them that have a level.
  @inline(__always) func own(_ quantity: PipelineQuantity, level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for region in plan.regions.indices where plan.regions[region].level == level {
      sum += recorded(quantity.rawValue, region, quarter)
    }
    for region in plan.regions.indices where plan.regions[region].level >= 0 && bearer(above: region) == level {
      sum -= recorded(quantity.rawValue, region, quarter)
    }
    return sum
  }

  /// The level that bears what is above a region: that of the nearest region above that has one, or −1.
  @inline(__always) private func bearer(above region: Int) -> Int {
    var node = plan.regions[region].parent
    while node >= 0 {
      if plan.regions[node].level >= 0 { return plan.regions[node].level }
      node = plan.regions[node].parent
    }
    return -1
  }

  /// Support that regions of a level paid: those whose budget it is, or, without any, where the project landed.
  @inline(__always) func supported(level: Int, _ quarter: Int) -> Int64 {
    var sum: Int64 = 0
    for leaf in plan.leaves {
      var payer = plan.regions[leaf].payer < 0 ? leaf : plan.regions[leaf].payer
      while payer >= 0, plan.regions[payer].level < 0 { payer = plan.regions[payer].parent }
      if payer >= 0, plan.regions[payer].level == level {
        sum += recorded(PipelineQuantity.supportPaid.rawValue, leaf, quarter)
      }
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
