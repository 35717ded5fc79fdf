// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
import Quantities

/// Names of what the promotion of capital is recorded for.
extension PlanLabels {
  /// Ids of regions in the order of the plan: a walk down the tree.
  public static func regions(_ promotion: Promotion) -> [String] { promotion.regionOrder }

  /// Ids of units in the order of the plan; equal ones are numbered from 1.
  public static func units(_ promotion: Promotion) -> [String] { promotion.unitOrder }

  /// Such as `region/gansu`, `region/gansu/large` and `unit/squad_3`, in the order of the plan's accounts.
  static func promotionAccounts(_ promotion: Promotion) -> [String] { promotion.entityNames.map(\.name) }
}
