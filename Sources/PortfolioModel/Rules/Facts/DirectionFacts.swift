// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What the evaluation of a fund's investment direction asks and no simulation knows. Nothing here is ever assumed.
public struct DirectionFacts: Hashable, Sendable {
  /// Age of the fund at the evaluation, which is made at the end of the calendar year in which the fund reaches it. Without
  /// one no replicate is scored.
  public var age: Sourced<TimeSpan>?

  /// Share of investments in new quality productive forces, 新质生产力.
  public var newProductiveShare: Sourced<Share>?

  /// Patents and results that are new.
  public var newResults: Sourced<Int>?

  /// Whether results of research were put to use.
  public var conversion: Bool?

  /// Bottleneck technologies, 卡脖子, that were overcome.
  public var bottlenecks: Sourced<Int>?

  /// Breaches of the unified market and of fair competition.
  public var marketViolations: Sourced<Int>?

  /// Cut of carbon intensity in a year.
  public var carbonCut: Sourced<Share>?

  /// Share of investments in green industries.
  public var greenShare: Sourced<Share>?

  /// Share of investments in private firms.
  public var privateShare: Sourced<Share>?

  /// Rank of jobs, taxes and revenue among funds: 10 % is the best tenth.
  public var contributionRank: Sourced<Share>?

  /// Key fields of the state that the fund invests in.
  public var keyFields: Sourced<Int>?

  /// Whether the fund serves a regional strategy.
  public var regionalStrategy: Bool?

  /// Share of investments that fits the key fields of the region.
  public var keyFieldShare: Sourced<Share>?

  /// Use of capacity of the companies over that of their industries.
  public var capacityUse: Sourced<Double>?

  /// Turnover of assets of the companies over that of their industries.
  public var assetTurnover: Sourced<Double>?

  /// What is good about the manager.
  public var managerStrengths: [ManagerStrength]?

  /// Which of the fund's own purchases count; each share is then taken from every replicate and is no fact.
  public var purchases: DirectionPurchases = DirectionPurchases()

  /// Takes every field; what is left out is not known.
  public init(
    newProductiveShare: Sourced<Share>? = nil, newResults: Sourced<Int>? = nil, conversion: Bool? = nil,
    bottlenecks: Sourced<Int>? = nil, marketViolations: Sourced<Int>? = nil, carbonCut: Sourced<Share>? = nil,
    greenShare: Sourced<Share>? = nil, privateShare: Sourced<Share>? = nil, contributionRank: Sourced<Share>? = nil,
    keyFields: Sourced<Int>? = nil, regionalStrategy: Bool? = nil, keyFieldShare: Sourced<Share>? = nil,
    capacityUse: Sourced<Double>? = nil, assetTurnover: Sourced<Double>? = nil,
    managerStrengths: [ManagerStrength]? = nil, age: Sourced<TimeSpan>? = nil,
    purchases: DirectionPurchases = DirectionPurchases()
  ) {
    self.age = age
    self.purchases = purchases
    self.newProductiveShare = newProductiveShare
    self.newResults = newResults
    self.conversion = conversion
    self.bottlenecks = bottlenecks
    self.marketViolations = marketViolations
    self.carbonCut = carbonCut
    self.greenShare = greenShare
    self.privateShare = privateShare
    self.contributionRank = contributionRank
    self.keyFields = keyFields
    self.regionalStrategy = regionalStrategy
    self.keyFieldShare = keyFieldShare
    self.capacityUse = capacityUse
    self.assetTurnover = assetTurnover
    self.managerStrengths = managerStrengths
  }

  /// Whether anything is known; the age alone says nothing.
  public var isEmpty: Bool { self == DirectionFacts(age: age) }
}
