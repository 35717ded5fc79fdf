// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
import Quantities

/// Names of what the promotion of capital is recorded for.
extension PlanLabels {
  /// Ids of regions in the order of the plan: a walk down the tree.
  public static func regions(_ promotion: Promotion) -> [String] {
    func walk(_ parent: String?) -> [String] {
      promotion.regions.filter { $0.value.parent == parent }.flatMap { [$0.id] + walk($0.id) }
    }
    return walk(nil)
  }

  /// Ids of units in the order of the plan; equal ones are numbered from 1.
  public static func units(_ promotion: Promotion) -> [String] {
    promotion.units.flatMap { unit in
      let count = max(1, unit.value.count.value)
      return count == 1 ? [unit.id] : (1...count).map { "\(unit.id)_\($0)" }
    }
  }

  /// Such as `region/gansu`, `region/gansu/large` and `unit/squad_3`, in the order of the plan's accounts.
  static func promotionAccounts(_ promotion: Promotion) -> [String] {
    let regions = regions(promotion)
    let tallies = promotion.tallies.flatMap { tally in
      (tally.value.regions.isEmpty ? [regions[0]] : tally.value.regions).map { "region/\($0)/\(tally.id)" }
    }
    return regions.map { "region/\($0)" } + tallies + units(promotion).map { "unit/\($0)" }
  }
}
