// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of investors; metrics are stated for each kind.
public enum InvestorClass: String, Hashable, Sendable, CaseIterable {
  /// The central budget.
  case centralFiscal = "central_fiscal"
  /// A provincial budget.
  case provincialFiscal = "provincial_fiscal"
  /// A city's budget.
  case cityFiscal = "city_fiscal"
  /// The budget of a county or district.
  case countyFiscal = "county_fiscal"
  /// A state-owned enterprise or platform.
  case stateOwnedEnterprise = "state_owned_enterprise"
  /// A bank or its asset-management company.
  case bank
  /// An insurer.
  case insurer
  /// A trust.
  case trust
  /// An enterprise that is not state-owned.
  case corporate
  /// A market-based fund or fund of funds.
  case marketFund = "market_fund"
  /// A natural person.
  case individual
  /// Social capital of any kind, where the scenario does not tell them apart.
  case socialCapital = "social_capital"
  /// The manager's own commitment.
  case generalPartner = "general_partner"
  /// Another fund of the scenario, a tier above.
  case fund

  /// The level of government whose account the money belongs to; none for social capital and the manager.
  public var publicLevel: PublicLevel? {
    switch self {
    case .centralFiscal: .central
    case .provincialFiscal: .province
    case .cityFiscal: .city
    case .countyFiscal: .county
    case .stateOwnedEnterprise: .stateOwned
    default: nil
    }
  }

  /// Whether the money comes from a government's budget; that of state-owned enterprises does not.
  public var isFiscal: Bool { publicLevel != nil && self != .stateOwnedEnterprise }

  /// Whether the money is social capital: neither public, nor the manager's, nor that of another fund.
  public var isSocial: Bool { publicLevel == nil && self != .generalPartner && self != .fund }
}
