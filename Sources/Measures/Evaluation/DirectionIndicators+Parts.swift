// SPDX-License-Identifier: GPL-3.0-or-later

/// The bands of the score sheet.
extension DirectionIndicators {
  func parts(of item: DirectionItem) -> [DirectionPart] {
    switch item {
    case .newProductiveForces: [DirectionPart(newProductiveShare, most: 10, Self.tenths)]
    case .innovation: innovation
    case .unifiedMarket: unifiedMarket
    case .green: green
    case .privateFirms: [DirectionPart(privateShare, most: 5, Self.fromHalf)]
    case .patientCapital: [patientCapital]
    case .socialCapital: [DirectionPart(socialShare, most: 5, Self.fromHalf)]
    case .contribution:
      [
        DirectionPart(contributionRank, most: 5) {
          Self.atMost($0, [(0.1, 5), (0.3, 4), (0.5, 3), (0.7, 2), (0.9, 1)])
        }
      ]
    case .keyFields: [DirectionPart(keyFields, most: 5) { $0 >= 2 ? 5 : $0 == 1 ? 3 : 0 }]
    case .regionalStrategy: [DirectionPart(regionalStrategy, most: 10) { $0 ? 10 : 0 }]
    case .keyFieldFit:
      [DirectionPart(keyFieldShare, most: 10) { Self.atLeast($0, [(0.9, 10), (0.7, 8), (0.5, 6), (0.3, 4)]) }]
    case .capacityUse: [DirectionPart(capacityUse, most: 5) { Self.atLeast($0, [(1.05.nextUp, 5), (0.95, 3)]) }]
    case .assetTurnover: [DirectionPart(assetTurnover, most: 5) { Self.atLeast($0, [(1, 5), (0.8, 4), (0.6, 3)]) }]
    case .capitalEfficiency: capitalEfficiency
    case .manager: manager
    }
  }

  private var innovation: [DirectionPart] {
    [
      DirectionPart(newResults, most: 3) { min(3, 0.5 * Double($0)) },
      DirectionPart(conversion, most: 2) { $0 ? 2 : 0 },
      DirectionPart(bottlenecks, most: 5) { $0 >= 2 ? 5 : $0 == 1 ? 3 : 0 },
    ]
  }

  private var unifiedMarket: [DirectionPart] {
    [
      DirectionPart(reinvestmentRatio, most: 3) { $0 < 0.5 ? 3 : $0 < 1 ? 2 : $0 < 1.5 ? 1 : 0 },
      DirectionPart(asksRelocation, most: 3) { $0 ? 0 : 3 },
      DirectionPart(marketViolations, most: 4) { $0 == 0 ? 4 : 0 },
    ]
  }

  private var green: [DirectionPart] {
    [
      DirectionPart(carbonCut, most: 3) { Self.atLeast($0, [(0.05, 3), (0.03, 2), (0.01, 1)]) },
      DirectionPart(greenShare, most: 2) { $0 > 0.2 ? 2 : 1 },
    ]
  }

  private var patientCapital: DirectionPart {
    .best(
      DirectionPart(earlySmallShare, most: 5) { Self.atLeast($0, [(0.7, 5), (0.5, 3), (0.2, 2)]) },
      DirectionPart(meanHolding, most: 5) { Self.atLeast($0, [(5, 5), (3, 3), (2, 2)]) })
  }

  private var capitalEfficiency: [DirectionPart] {
    [
      DirectionPart(paidInShare, most: 1) { Self.atLeast($0, [(0.5, 1), (0.3, 0.5)]) },
      DirectionPart(idleShare, most: 1) { $0 < 0.3 ? 1 : 0 },
      DirectionPart(rateOfReturn, most: 1) { $0 >= 0.03 ? 1 : 0 },
      DirectionPart(assetGrowth, most: 1) { $0 >= 0.05 ? 1 : 0 },
    ]
  }

  private var manager: [DirectionPart] {
    [
      DirectionPart(hasSeniorTeam, most: 1) { $0 ? 1 : 0 }, DirectionPart(controlsRisk, most: 1) { $0 ? 1 : 0 },
      DirectionPart(hasCleanCredit, most: 2) { $0 ? 2 : 0 }, DirectionPart(reportsInTime, most: 2) { $0 ? 2 : 0 },
    ]
  }

  // MARK: Bands

  /// A point for every tenth of a share; 90 % and more have all ten.
  private static func tenths(_ share: Double) -> Double { share >= 0.9 ? 10 : whole(share * 10) }

  /// Five points from a half on, a point less for every ten percentage points, or part of them, below it.
  private static func fromHalf(_ share: Double) -> Double {
    share >= 0.5 ? 5 : max(0, 5 + whole((share - 0.5) * 10))
  }

  /// Rounded down; a share such as 0.3 counts as three tenths although its tenfold may fall short by a rounding.
  private static func whole(_ number: Double) -> Double { (number + 1e-9).rounded(.down) }

  private static func atLeast(_ value: Double, _ bands: [(bound: Double, points: Double)]) -> Double {
    bands.first { value >= $0.bound }?.points ?? 0
  }

  private static func atMost(_ value: Double, _ bands: [(bound: Double, points: Double)]) -> Double {
    bands.first { value <= $0.bound }?.points ?? 0
  }
}
