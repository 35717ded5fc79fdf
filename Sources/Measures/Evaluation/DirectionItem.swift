// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of the evaluation of a fund's investment direction, with the most points that each can have; together 100.
///
/// Source: trial measures for the evaluation of the investment direction of government investment funds, in force since
/// 2025-12-31; bands as coded in public copies of the score sheet.
public enum DirectionItem: String, Hashable, Sendable, CaseIterable {
  // MARK: Policy, 60 points

  /// New quality productive forces, 新质生产力.
  case newProductiveForces = "new_productive_forces"
  /// Innovation.
  case innovation
  /// The unified market.
  case unifiedMarket = "unified_market"
  /// Green development.
  case green
  /// Private firms.
  case privateFirms = "private_firms"
  /// Patient capital.
  case patientCapital = "patient_capital"
  /// Social capital.
  case socialCapital = "social_capital"
  /// Jobs, taxes and revenue.
  case contribution
  /// Key fields of the state.
  case keyFields = "key_fields"

  // MARK: Layout, 30 points

  /// Regional strategies.
  case regionalStrategy = "regional_strategy"
  /// Fit to the key fields of the region.
  case keyFieldFit = "key_field_fit"
  /// Use of capacity.
  case capacityUse = "capacity_use"
  /// Turnover of assets.
  case assetTurnover = "asset_turnover"

  // MARK: Execution, 10 points

  /// Efficiency of capital.
  case capitalEfficiency = "capital_efficiency"
  /// The manager.
  case manager

  /// The most points.
  public var most: Double {
    switch self {
    case .newProductiveForces, .innovation, .unifiedMarket, .regionalStrategy, .keyFieldFit: 10
    case .manager: 6
    case .capitalEfficiency: 4
    default: 5
    }
  }
}
