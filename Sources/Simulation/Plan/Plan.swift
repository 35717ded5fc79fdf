// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// A scenario resolved into indices and plain numbers: all that the kernel reads.
///
/// It holds no names and no sources; those stay with the model and with `PlanLabels`. Shares are fractions, money is
/// fen, times are years from the first day of quarter 0.
public struct Plan: Sendable {
  /// Length of the grid.
  public internal(set) var quarters: Int
  /// Its length in years.
  var horizon: Double { Double(quarters) / 4 }
  var seed: UInt64
  var economy: EconomyPlan
  var tables: QuantileTables
  var laws: [LawPlan]
  var stages: [StageRow]
  var eventFactors: [EventFactor]
  var marks: [MarkTable]
  var markets: [MarketPlan]
  var streams: [StreamPlan]
  var companies: [CompanyPlan]
  var funds: [FundPlan]
  var fundTables: [FundTables]
  var parties: [PartyPlan]
  /// Waterfalls of all groups of investors on equal terms, fund by fund, before the first contribution.
  var waterfalls: [FundWaterfall]
  /// Positions of the funds in the order of a quarter: each before its owners and its followers.
  var order: [Int]
  /// Concessions of all funds, fund by fund, and their receivers among all investors.
  var concessions: [ConcessionPlan]
  var receivers: [Int]
  /// Channel of the price that each receiver pays for a giver's stake, in the order of `receivers`.
  var buyOuts: [Int]
  /// Support of companies beside the funds, and whether any of it may change a fate.
  var instruments: [InstrumentPlan]
  var hasRescues: Bool
  /// Through what instruments move public money.
  var supportChannels: [SupportChannel]
  /// What stands behind the accounts of public money; entities name their own.
  var finances: [FinancePlan]
  /// The yearly discount rate of public money.
  var discountRate: Double
  /// How the investment direction of each fund is evaluated; empty where no score is wanted.
  var evaluations: [EvaluationPlan?]
  /// How much each fund may lose; empty where nobody asks.
  var tolerances: [TolerancePlan?]
  /// What each fund is to bring back to the region; empty where nobody asks.
  var reinvestments: [ReinvestmentPlan?]
  /// The first quarter of the grid that ends a calendar year; every fourth after it does too.
  var firstYearEnd: Int
  /// Closings of all funds that raise capital, fund by fund, and how investors honour calls.
  var closings: [ClosingPlan]
  var honourings: [HonouringPlan]
  /// Levels of government that postpone calls.
  var gates: [CallGatePlan]
  /// Lines of credit of all funds, sales of state-owned ones, early exits from them.
  var lines: [CreditLinePlan]
  var stateSales: [StateSalePlan]
  var publicExits: [PublicExitPlan]
  /// Whether any fund may close with less than its design.
  var raises: Bool
  var arrivalQuarters: Int
  /// Whether any company seeks a round besides those that are made for a ticket.
  var hasArrivals: Bool
  /// Whether any fund keeps money for further rounds.
  var hasFollowOns: Bool
  /// Whether what a fund does depends on what comes first within a quarter: on rounds and rights, which compete with
  /// exits.
  var followsOrder: Bool
  /// The tickets of the only fund, where it depends on nothing but the companies that are made for them, and nobody asks
  /// for those: see `Plan.standsAlone`.
  var lone = LonePlan()
  /// The promotion of capital.
  var promotion: PromotionPlan
  /// The accounts of the ledger and the channels between them.
  public internal(set) var ledger: LedgerLayout
  var entities: [EntityPlan]
  /// What is recorded of every replicate.
  public internal(set) var wants: Wants
  /// The targets that the simulation tells about, in their order; none where something was left out.
  var targets: [TargetPlan] = []
  /// How entities are scored; none where something was left out.
  var assessment: AssessmentPlan?
}

extension Plan {
  /// How many stages a company can enter at.
  static let stageKinds = CompanyStage.allCases.count

  /// Fen that a fund held itself when the grid began: cash, cost times multiple of its holdings, the value of a pacing law;
  /// what its interests in other funds were worth comes to that.
  @inline(__always) func openingValue(_ fund: Int) -> Double {
    var value = Double(funds[fund].openingCash)
    for opening in fundTables[fund].openings { value += Double(opening.cost) * opening.multiple }
    if let pacing = fundTables[fund].pacing { value += pacing.opening.value }
    return value
  }

  /// Fen that a pacing law contributed and returned before the grid.
  @inline(__always) func pacedBefore(_ fund: Int) -> (contributed: Int64, returned: Int64) {
    guard let pacing = fundTables[fund].pacing else { return (0, 0) }
    return (
      Money.nearestFen(pacing.opening.contributed),
      Money.nearestFen(min(pacing.opening.returned, ReplicateKernel.mostFen))
    )
  }
}

extension Plan {
  /// Whether an entity has a series by quarter.
  func offers(_ metric: PeriodMetric, entity: Int) -> Bool {
    guard metric.kinds.contains(entities[entity].kind) else { return false }
    let finances = entities[entity].finances
    if let pipeline = metric.pipeline { return promotion.offers(pipeline, account: entities[entity].account) }
    switch metric {
    case .unfundedCommitment: return finances >= 0
    case .budgetArrears, .budgetAvailable: return finances >= 0 && self.finances[finances].releases != nil
    case .debtService: return finances >= 0 && self.finances[finances].bond != nil
    case .earlyShare, .smallShare, .hardTechShare, .localShare:
      return funds[entities[entity].fund].programme.hasMandate
    case .debtRatio: return finances >= 0 && self.finances[finances].platform != nil
    default: return true
    }
  }
}

/// Which numbers are taken from every replicate.
public struct Wants: Sendable {
  /// Headline metrics in the order of their columns.
  public var headline: [HeadlineMetric]
  /// Metrics by quarter.
  public var periods: [PeriodMetric]
  /// Whether net asset value is needed in every quarter.
  var navByQuarter: Bool
  /// Column of each headline metric by its own position, or −1.
  var columns: [Int]

  /// The column of a headline metric, if it is wanted.
  func column(_ metric: HeadlineMetric) -> Int? {
    let column = columns[metric.rawValue]
    return column < 0 ? nil : column
  }

  /// Whether any of some metrics is wanted.
  func asks(_ metrics: [HeadlineMetric]) -> Bool { metrics.contains { columns[$0.rawValue] >= 0 } }
}

/// An entity that metrics describe, by index.
struct EntityPlan: Sendable {
  var kind: EntityKind
  /// The fund, for a fund or a class.
  var fund = -1
  /// The parties whose money it is.
  var parties: [Int] = []
  /// What stands behind an account of public money, or −1; whose it is.
  var finances = -1
  var level: PublicLevel?
  /// The instrument, or −1.
  var instrument = -1
  /// Account of the promotion of capital, or −1.
  var account = -1
  /// Whether it has rows in `replicates.csv` and among the headline metrics.
  var headline = true
  /// Whether it has rows in `periods.csv`.
  var periods = true
  /// Whether a target or the assessment asks for its metrics.
  var isAskedFor = false
}
