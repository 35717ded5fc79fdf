// SPDX-License-Identifier: GPL-3.0-or-later

/// What the evaluation of a fund's investment direction looks at. An indicator that is not known is nil; the score is
/// then a range.
///
/// From a replicate: `earlySmallShare`, `meanHolding`, `socialShare` (of what was paid in), `paidInShare`, `idleShare`,
/// `rateOfReturn`, `assetGrowth`. From the scenario's facts, `funds.*.governance`: all others. No default stands in for
/// a fact.
public struct DirectionIndicators: Hashable, Sendable {
  // MARK: Policy

  /// Share of investments in new quality productive forces.
  public var newProductiveShare: Double?
  /// New patents and results.
  public var newResults: Int?
  /// Whether results of research were put to use.
  public var conversion: Bool?
  /// Bottleneck technologies that were overcome.
  public var bottlenecks: Int?
  /// Local investment asked for, over the government's contribution; 0 for none.
  public var reinvestmentRatio: Double?
  /// Whether companies are asked to move.
  public var asksRelocation: Bool?
  /// Breaches of the unified market.
  public var marketViolations: Int?
  /// Cut of carbon intensity in a year.
  public var carbonCut: Double?
  /// Share of investments in green industries.
  public var greenShare: Double?
  /// Share of investments in private firms.
  public var privateShare: Double?
  /// Share of investments in early or small companies, by cost.
  public var earlySmallShare: Double?
  /// Mean holding time, years.
  public var meanHolding: Double?
  /// Share of social capital.
  public var socialShare: Double?
  /// Rank of jobs, taxes and revenue; 0.1 is the best tenth.
  public var contributionRank: Double?
  /// Key fields of the state that the fund invests in.
  public var keyFields: Int?

  // MARK: Layout

  /// Whether the fund serves a regional strategy.
  public var regionalStrategy: Bool?
  /// Share of investments that fits the key fields of the region.
  public var keyFieldShare: Double?
  /// Use of capacity over the industry's.
  public var capacityUse: Double?
  /// Turnover of assets over the industry's.
  public var assetTurnover: Double?

  // MARK: Execution

  /// Paid-in capital over commitments.
  public var paidInShare: Double?
  /// Idle cash over paid-in capital.
  public var idleShare: Double?
  /// Internal rate of return a year.
  public var rateOfReturn: Double?
  /// Growth of net assets a year.
  public var assetGrowth: Double?
  /// Whether senior staff have more than ten years of experience.
  public var hasSeniorTeam: Bool?
  /// Whether the control of risks is sound.
  public var controlsRisk: Bool?
  /// Whether the credit record is clean.
  public var hasCleanCredit: Bool?
  /// Whether reports are complete and in time.
  public var reportsInTime: Bool?

  /// Nothing is known.
  public init() {}
}
