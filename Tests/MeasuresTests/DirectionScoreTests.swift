// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

/// The score of the investment direction against points worked out by hand.
@Suite struct DirectionScoreTests {
  /// A fund that has every point.
  static var best: DirectionIndicators {
    var indicators = DirectionIndicators()
    indicators.newProductiveShare = 0.9
    indicators.newResults = 6
    indicators.conversion = true
    indicators.bottlenecks = 2
    indicators.reinvestmentRatio = 0
    indicators.asksRelocation = false
    indicators.marketViolations = 0
    indicators.carbonCut = 0.05
    indicators.greenShare = 0.21
    indicators.privateShare = 0.5
    indicators.earlySmallShare = 0.7
    indicators.meanHolding = 0
    indicators.socialShare = 0.6
    indicators.contributionRank = 0.1
    indicators.keyFields = 2
    indicators.regionalStrategy = true
    indicators.keyFieldShare = 0.9
    indicators.capacityUse = 1.06
    indicators.assetTurnover = 1
    indicators.paidInShare = 0.5
    indicators.idleShare = 0.29
    indicators.rateOfReturn = 0.03
    indicators.assetGrowth = 0.05
    indicators.hasSeniorTeam = true
    indicators.controlsRisk = true
    indicators.hasCleanCredit = true
    indicators.reportsInTime = true
    return indicators
  }

  @Test("the items sum to 100: 60 of policy, 30 of layout, 10 of execution")
  func most() {
    let most = DirectionItem.allCases.map(\.most)
    #expect(most.reduce(0, +) == 100)
    #expect(most[0..<9].reduce(0, +) == 60 && most[9..<13].reduce(0, +) == 30 && most[13...].reduce(0, +) == 10)
  }

  @Test("a fund that has every point")
  func full() {
    let score = DirectionScore(Self.best)
    #expect(score.total == 100...100 && score.grade == .excellent)
    for item in DirectionItem.allCases { #expect(score[item] == item.most...item.most, "\(item)") }
  }

  @Test("nothing known: anything from 0 to 100, and no grade")
  func unknown() {
    let score = DirectionScore(DirectionIndicators())
    #expect(score.total == 0...100 && score.grade == nil)
    for item in DirectionItem.allCases { #expect(score[item] == 0...item.most) }
  }

  /// A middling city fund: 6.0 + 1.5+2+3 + 2+3+4 + 1+2 + 3 + 3 + 2 + 3 + 3 + 10 + 6 + 3 + 4 + 0.5+1+0+1 + 1+1+2+0 = 68.
  @Test("a middling fund, worked out by hand")
  func middling() {
    var indicators = Self.best
    indicators.newProductiveShare = 0.65
    indicators.newResults = 3
    indicators.bottlenecks = 1
    indicators.reinvestmentRatio = 0.5
    indicators.carbonCut = 0.02
    indicators.privateShare = 0.3
    indicators.earlySmallShare = 0.55
    indicators.meanHolding = 2.5
    indicators.socialShare = 0.24
    indicators.contributionRank = 0.4
    indicators.keyFields = 1
    indicators.keyFieldShare = 0.5
    indicators.capacityUse = 1
    indicators.assetTurnover = 0.9
    indicators.paidInShare = 0.4
    indicators.rateOfReturn = 0.01
    indicators.reportsInTime = false
    let score = DirectionScore(indicators)
    #expect(score.total == 68...68 && score.grade == .qualified)
  }

  @Test("what is not known is a range that holds the true score")
  func range() {
    var indicators = Self.best
    indicators.rateOfReturn = nil
    indicators.meanHolding = nil
    indicators.earlySmallShare = 0.5
    let score = DirectionScore(indicators)
    #expect(score[.patientCapital] == 3...5 && score[.capitalEfficiency] == 3...4)
    #expect(score.total == 97...100 && score.grade == .excellent)
  }

  @Test(
    "bands of shares", arguments: [(0.0, 0.0), (0.05, 0), (0.1, 1), (0.3, 3), (0.7, 7), (0.89, 8), (0.9, 10), (1, 10)])
  func tenths(share: Double, points: Double) {
    var indicators = Self.best
    indicators.newProductiveShare = share
    #expect(DirectionScore(indicators)[.newProductiveForces] == points...points)
  }

  @Test(
    "a point less for every ten points below a half", arguments: [(0.5, 5.0), (0.49, 4), (0.4, 4), (0.39, 3), (0.0, 0)])
  func half(share: Double, points: Double) {
    var indicators = Self.best
    indicators.privateShare = share
    indicators.socialShare = share
    let score = DirectionScore(indicators)
    #expect(score[.privateFirms] == points...points && score[.socialCapital] == points...points)
  }

  @Test(
    "local reinvestment",
    arguments: [(0.0, 10.0), (0.49, 10), (0.5, 9), (0.99, 9), (1, 8), (1.49, 8), (1.5, 7), (2, 7)])
  func reinvestment(ratio: Double, points: Double) {
    var indicators = Self.best
    indicators.reinvestmentRatio = ratio
    #expect(DirectionScore(indicators)[.unifiedMarket] == points...points)
  }

  @Test(
    "grades",
    arguments: [(90.0, DirectionGrade.excellent), (89.5, .good), (80, .good), (60, .qualified), (59.5, .unqualified)])
  func grades(score: Double, grade: DirectionGrade) { #expect(DirectionGrade(score: score) == grade) }
}
