// SPDX-License-Identifier: GPL-3.0-or-later

/// How a region promotes investment.
public struct PromotionConduct: Hashable, Sendable {
  /// Restrictions of the market.
  public var restrictions: [MarketRestriction]?

  /// What was promised to firms, by id.
  public var packages: [Identified<SupportPackage>]

  /// Rewards for agents.
  public var agentRewards: AgentRewards?

  /// How figures are reported.
  public var reporting: ProjectReporting?

  /// The national list, once there is one.
  public var nationalList: NationalList?

  /// Takes every field; what is left out is not known.
  public init(
    restrictions: [MarketRestriction]? = nil, packages: [Identified<SupportPackage>] = [],
    agentRewards: AgentRewards? = nil, reporting: ProjectReporting? = nil, nationalList: NationalList? = nil
  ) {
    self.restrictions = restrictions
    self.packages = packages
    self.agentRewards = agentRewards
    self.reporting = reporting
    self.nationalList = nationalList
  }
}

extension PromotionConduct {
  /// Every act that a list can forbid.
  public static let acts: [String] =
    MarketRestriction.allCases.map(\.rawValue) + SupportKind.allCases.map(\.rawValue)
    + RewardBasis.allCases.map(\.rawValue) + PackageCondition.allCases.map(\.rawValue)
    + PackageBacking.allCases.map(\.rawValue) + LandPractice.allCases.map(\.rawValue)
}
