// SPDX-License-Identifier: GPL-3.0-or-later

/// What a government investment fund was set up for.
public enum FundPurpose: String, Hashable, Sendable, CaseIterable {
  /// To support innovation and start-ups.
  case innovation
  /// To support small and medium-sized enterprises.
  case smallAndMediumEnterprises = "small_and_medium_enterprises"
  /// To upgrade and develop industries.
  case industrialUpgrading = "industrial_upgrading"
  /// To build infrastructure and public services.
  case infrastructureAndPublicServices = "infrastructure_and_public_services"
  /// To attract investment projects to a place.
  case investmentPromotion = "investment_promotion"
}
