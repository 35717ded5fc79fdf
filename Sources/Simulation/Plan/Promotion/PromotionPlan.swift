// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// The promotion of capital in numbers: what its kernel reads. Money is fen, times are years from the first day of the
/// grid, land is hundredths of a mu; other resources are hundredths of their unit.
///
/// Regions stand in the order of a walk down the tree, so that what lies within one is a range; equal units stand side by
/// side.
struct PromotionPlan: Sendable {
  var quarters = 0
  /// Quarter of the calendar year of the first quarter of the grid, from 0.
  var firstOfYear = 0
  var regions: [PromotionRegionPlan] = []
  /// Region of each leaf, in their order.
  var leaves: [Int] = []
  var sectors: [ProjectSectorPlan] = []
  var sizes: [SizeClassPlan] = []
  var paces: [ProjectPacePlan] = []
  /// The sum of the shares of those that go beyond each stage.
  var paceTotals: [Double] = []
  var stages: [ProjectStagePlan] = []
  var needs: [StageNeedPlan] = []
  var units: [PromotionUnitPlan] = []
  /// Mean leads and costs of units, a column a quarter.
  var unitLeads: [Double] = []
  var unitCosts: [Int64] = []
  var quotas: [QuotaPlan] = []
  /// Running sums of shares of all mixes, and the words that leads of a unit may bear.
  var mixes: [Double] = []
  var flags: [FlagPlan] = []
  var pulses: [PulsePlan] = []
  var routes: [RoutePlan] = []
  var transfers: [TransferPlan] = []
  var pools: [PoolPlan] = []
  var additions: [AdditionPlan] = []
  var levers = LeverTable()
  var filters = FilterTable()
  var place: PlacePlan?
  /// What a leaf's fit adds to its utility and the weight of all rivals, by sector; cost indices of leaves.
  var fits: [Double] = []
  var rivalWeights: [Double] = []
  var costIndices: [Double] = []
  var offers: [OfferPlan] = []
  /// Offers that are made in each region, and those that fall due after each stage.
  var offersIn: [UInt64] = []
  var offersAfter: [UInt64] = []
  /// Pools that a project in a region may take a resource from, nearest first: the first and the number of them in
  /// `poolLists` for each region and resource.
  var poolSpans: [ListSpan] = []
  var poolLists: [Int] = []
  var commitments: (kept: Double, memory: Double)?
  var stall: StallPlan?
  var funding: FundingPlan?
  var followers: [FollowerPlan] = []
  var credits: [CreditPlan] = []
  /// Rules on credit that fit where a project is: a stretch of `creditLists` for each region.
  var creditSpans: [ListSpan] = []
  var creditLists: [Int] = []
  var reporting: ReportingPlan?
  var pressure: (effort: Double, inflation: Double)?
  var operation = OperationPlan()
  var money = MoneyPlan()
  var opening: [OpeningProjectsPlan] = []
  var incumbents: [IncumbentsPlan] = []
  /// Accounts that every region posts to: its own, those above, and what is counted apart in them.
  var chains: [ChainEntry] = []
  /// How many accounts there are: regions, then what they count apart, then units.
  var accounts = 0
  /// Fen spent by levers in each quarter, at the root.
  var leverCosts: [Int64] = []
  /// The stage in which leads that are worth nothing are found out.
  var talkStage = 0
  /// The stage at whose end the place is chosen.
  var choosingStage = 0
  /// The stage after which the contract is signed, and that of the building.
  var signedStage = 0
  var buildingStage = -1
  /// Whether anything asks for the quality of projects.
  var usesQuality = false

  /// Whether there is nothing to simulate.
  var isEmpty: Bool { regions.isEmpty }
  var horizon: Double { Double(quarters) / 4 }

  /// Multiplies what all units and events bring, for questions such as how many leads a target would take.
  mutating func scaleLeads(by factor: Double) {
    for place in unitLeads.indices { unitLeads[place] *= factor }
    for place in pulses.indices { pulses[place].mean *= factor }
  }
}

/// A region; `leaf` is its place among those where projects land, or −1.
struct PromotionRegionPlan: BitwiseCopyable, Sendable {
  var parent = -1
  var size = 1
  var leaf = -1
  var firstLeaf = 0
  var leafCount = 0
  /// The level of government whose account it is part of, by its place among all levels, or −1.
  var level = -1
  /// Whether it leaves out of its numbers what came from within it.
  var nets = false
  var credibility = 1.0
  /// Fen a quarter, or −1 where support is always paid.
  var budget: Int64 = -1
  /// The nearest region above, or itself, that has a budget, or −1.
  var payer = -1
  var arrears: Int64 = 0
  var taxShare = 1.0
  var firstEntry = 0
  var entryCount = 0
  var entity = EntityAddress.root
}

/// One account that a project in a region counts in; `filter` is the bit that it must have, or −1.
struct ChainEntry: BitwiseCopyable, Sendable {
  var account: Int
  var filter: Int
  var region: Int
  var nets: Bool
}

struct ProjectSectorPlan: BitwiseCopyable, Sendable {
  /// Sector of the economy, or −1.
  var factor = -1
  var isOpen = true
  /// Words that all its projects bear.
  var flags: UInt32 = 0
  /// Hundredths of a mu, of a square metre, of a tonne for a yuan invested.
  var land = 0.0
  var factory = 0.0
  var energy = 0.0
  var emissions = 0.0
  var factoryShare = 0.0
  /// Promised output a year and jobs for a yuan invested.
  var output = 0.0
  var tax = 0.0
  var jobs = 0.0
}

/// A law of investment, yuan, cut to its class.
struct SizeClassPlan: BitwiseCopyable, Sendable {
  var from: Double
  var upTo: Double
  var isPareto: Bool
  /// Logarithm of the median and its deviation, or the inverse exponent.
  var first: Double
  var second: Double
  /// Probability below the class and within it, under the law that is cut.
  var below: Double
  var within: Double
}

struct ProjectPacePlan: BitwiseCopyable, Sendable {
  var share: Double
  /// Factors on durations up to the start of construction, and from it on.
  var preparation: Double
  var building: Double
  /// The last stage that it passes.
  var last: Int
  var underWay: Double
  var realised: Double
}

/// A stretch of a list.
struct ListSpan: BitwiseCopyable, Sendable {
  var first: Int
  var count: Int
}

struct StageNeedPlan: BitwiseCopyable, Sendable {
  var resource: Int
  var isKept: Bool
}

struct ProjectStagePlan: BitwiseCopyable, Sendable {
  /// Its id as an address, from which with a lead's own the numbers of the lead in it descend.
  var entity = EntityAddress.root
  var milestone = -1
  /// Log-odds and probability at reference; the loadings that shift them.
  var logOdds = 0.0
  var odds = 0.0
  var isShifted = false
  var quality = 0.0
  var credibility = 0.0
  var factor = 0.0
  var support = 0.0
  var skill = 0.0
  var size = 0.0
  var mean = 0.0
  /// Table of the duration's law.
  var law = 0
  var sizeElasticity = 0.0
  var firstNeed = 0
  var needCount = 0
  /// Mean wait, or below 0.
  var patience = -1.0
  var hasGate = false
  var gateEvery = 0.0
  var gateFrom = 0.0
  var gateThreshold = 0.0
  var gateSignal = 0.0
  var gateNoise = 0.0
  var gateCost: Int64 = 0
  var choosesPlace = false
  var showsAtFair = 0.0
  var canStall = false
  /// Whether it comes after the signing, and after the start of construction.
  var followsSigning = false
  var followsStart = false
}

/// What is counted for a quota in the calendar year.
struct QuotaPlan: BitwiseCopyable, Sendable {
  var quantity: Int
  var perYear: Double
}

/// A word that leads of a unit may bear.
struct FlagPlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var bit: Int
  var share: Double
}

struct PromotionUnitPlan: BitwiseCopyable, Sendable {
  var entity = EntityAddress.root
  var home = 0
  var account = 0
  /// First and number of its sectors, sizes and origins in `mixes`.
  var sectors = 0
  var sizes = 0
  var origins = 0
  var firstFlag = 0
  var flagCount = 0
  var factor = 0.0
  var worthless = 0.0
  var duplicates = 0.0
  var skill = 0.0
  /// Years between which it works.
  var starts = 0.0
  var ends = Double.infinity
  /// Its pool of negotiators, or −1, and the filter of what counts for it, or −1.
  var negotiators = -1
  var definition = -1
  var firstQuota = 0
  var quotaCount = 0
  var commissionRate = 0.0
  var commissionMost: Int64 = 0
  var commissionFrom = 0.0
  var commissionWindow = 0.0
  /// Levers that may change how many leads it brings.
  var rateLevers: UInt128 = 0
}
