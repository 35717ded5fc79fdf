// SPDX-License-Identifier: GPL-3.0-or-later

/// What was decided or asked by an authority before a fund was set up or paid.
public enum FundApproval: String, Hashable, Sendable, CaseIterable {
  /// The government that sets the fund up approved it.
  case ownGovernment = "own_government"
  /// The government one level above approved it.
  case upperGovernment = "upper_government"
  /// The State Council approved it.
  case stateCouncil = "state_council"
  /// The contribution stands in a yearly budget that the people's congress approved, large sums by progress.
  case budget
  /// Fiscal strength, resources and debt risk were assessed.
  case fiscalCapacityAssessment = "fiscal_capacity_assessment"
  /// The development and reform bureau of the same level was asked about fields.
  case developmentReformConsultation = "development_reform_consultation"
  /// The fields stand in the investment list of the province.
  case provincialList = "provincial_list"
  /// The use of special-purpose bonds as a pilot was approved.
  case specialBondPilot = "special_bond_pilot"
}
