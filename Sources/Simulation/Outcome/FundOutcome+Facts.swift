// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import PortfolioModel
internal import Quantities

extension FundOutcome {
  /// What the facts of a fund tell before anything is simulated: bounds of the score of its investment direction.
  public init(factsOf fund: Fund, among funds: [Identified<Fund>]) {
    self.init(directionScore: DirectionScore(DirectionIndicators(factsOf: fund, among: funds)).total)
  }

  /// The same for every fund of a scenario, by id.
  public static func facts(of scenario: Scenario) -> [String: FundOutcome] {
    Dictionary(
      uniqueKeysWithValues: scenario.funds.map { ($0.id, FundOutcome(factsOf: $0.value, among: scenario.funds)) })
  }

  /// The same with what the replicates of the base design tell, as far as the run has the metrics.
  public static func results(of scenario: Scenario, in outcome: DesignOutcome) -> [String: FundOutcome] {
    var all = facts(of: scenario)
    for (id, var results) in all {
      func known(_ metric: HeadlineMetric) -> [Double] {
        (outcome.headline(metric, ofFund: id) ?? []).filter { !$0.isNaN }
      }
      let told = [HeadlineMetric.directionScore, .idleShare].filter { outcome.headline($0, ofFund: id) != nil }
      results.simulated = Set(told.map(\.name))
      results.simulatedScore = SimulatedRange(
        least: known(.directionScore), most: known(.directionScoreMost), of: outcome.count)
      results.simulatedIdleShare = SimulatedRange(known(.idleShare), of: outcome.count)
      all[id] = results
    }
    return all
  }
}

extension DirectionIndicators {
  /// The indicators that are facts; what a replicate tells is left open.
  public init(factsOf fund: Fund, among funds: [Identified<Fund>]) {
    self.init()
    let facts = fund.governance.evaluation
    newProductiveShare = facts.newProductiveShare?.value.fraction
    newResults = facts.newResults?.value
    conversion = facts.conversion
    bottlenecks = facts.bottlenecks?.value
    reinvestmentRatio = fund.askedReinvestment(among: funds)
    asksRelocation = fund.governance.conditions?.contains(.relocation)
    marketViolations = facts.marketViolations?.value
    carbonCut = facts.carbonCut?.value.fraction
    greenShare = facts.greenShare?.value.fraction
    privateShare = facts.privateShare?.value.fraction
    contributionRank = facts.contributionRank?.value.fraction
    keyFields = facts.keyFields?.value
    regionalStrategy = facts.regionalStrategy
    keyFieldShare = facts.keyFieldShare?.value.fraction
    capacityUse = facts.capacityUse?.value
    assetTurnover = facts.assetTurnover?.value
    hasSeniorTeam = facts.managerStrengths?.contains(.seniorTeam)
    controlsRisk = facts.managerStrengths?.contains(.riskControl)
    hasCleanCredit = facts.managerStrengths?.contains(.creditRecord)
    reportsInTime = facts.managerStrengths?.contains(.reporting)
  }
}

extension DesignOutcome {
  /// The values of a metric of a fund by replicate, NaN where there is none; nothing where the run does not have it.
  fileprivate func headline(_ metric: HeadlineMetric, ofFund id: String) -> [Double]? {
    guard let entity = labels.entities.firstIndex(of: labels.prefix + id), hasHeadline[entity],
      let position = wants.headline.firstIndex(of: metric)
    else { return nil }
    return column(entity: entity, metric: position)
  }
}
