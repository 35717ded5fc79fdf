// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// A fund in numbers; plain data, so that reading it costs no reference count. Its tables stand in `FundTables`.
struct FundPlan: Sendable {
  var entity: EntityAddress
  var start: Int
  /// Positions of its investors in `Plan.parties`.
  var firstParty: Int
  var partyCount: Int
  var parties: Range<Int> { firstParty..<firstParty + partyCount }
  var commitment: Int64
  var isNet: Bool
  /// Least first and further calls in fen; 0 where capital is called as needed.
  var firstCall: Int64
  var instalment: Int64
  /// All zero where the fund buys no companies.
  var programme: ProgrammePlan
  var isPacing: Bool
  var setUp: Int64
  var custodyPerQuarter: Double
  /// Fen a quarter at the price level of quarter 0.
  var fixedPerQuarter: Double
  /// Whether there are costs besides the management fee.
  var hasCosts: Bool { setUp > 0 || custodyPerQuarter > 0 || fixedPerQuarter > 0 }
  /// Positions in `Plan.waterfalls` of its groups of investors on equal terms.
  var groups = 0..<0
  /// Whether carried interest is reckoned deal by deal, held back, or given back in the end.
  var isAmerican: Bool
  var hasEscrow: Bool
  var hasClawback: Bool
  var end: Int
  var extensionQuarters: Int
  var extensionCount: Int
  var extensionThreshold: Double
  /// Share of model value that the rest brings at the end.
  var restShare: Double
  var skill: Double
  var skillNoise: Double
  var idleSpread: Double
  var lag: Int
  var smoothing: Double
  var staleAfter: Double
  var staleHaircut: Double
  /// Whether it only holds interests in funds and may pay their calls from proceeds that would be distributed.
  var recyclesCalls: Bool
  /// Whether another fund is among its investors.
  var hasOwners: Bool
  /// Whether it holds interests in other funds.
  var hasInterests = false
  /// The fund that it follows, or −1, and its ticket as a share of that fund's.
  var lead = -1
  var leadShare = 0.0
  /// Positions of its concessions.
  var concessions = 0..<0
  /// Whether what an investor's stake is worth does not follow from what it paid in to the end.
  var recordsParties = false
  /// Its places in `Plan.lines`, `Plan.stateSales` and `Plan.publicExits`, or −1.
  var line = -1
  var stateSale = -1
  var publicExit = -1
  /// What of the market price listed shares count for that are handed out, 0 where none are; and whether all are when
  /// their lock-up ends.
  var inKindShare = 0.0
  var handsOutAtLockUp = false
  /// Whether another fund follows it.
  var isLead = false
  /// How it raises capital, and whether something is due from its investors besides calls: later closings, arrears.
  var raising = RaisingPlan()
  var hasDues = false
  /// Whether any investor may be late or fail.
  var mayBeUnpaid = false
  /// Whether an investor may pay less today than it has committed.
  var mayBeShort: Bool { hasOwners || mayBeUnpaid }
  /// The quarter before which nobody acts on what becomes of the companies that are made for its tickets, nor asks what
  /// they are worth: it may be handled at once. 0 where somebody does.
  var unwatchedUntil = 0
  var openingPaidIn: Int64
  var openingDistributed: Int64
  var openingCash: Int64
  var channels: FundChannels
  var accounts: FundAccounts
}

extension FundPlan {
  /// What follows from the commitments of the design.
  var full: FundSize {
    FundSize(
      commitment: commitment, firstCall: firstCall, instalment: instalment, companyLimit: programme.companyLimit,
      investable: programme.investable, recyclable: programme.recyclable, followOnReserve: programme.followOnReserve)
  }
}

/// An investor in numbers.
struct PartyPlan: Sendable {
  var fund: Int
  /// Position in `Plan.waterfalls` of those on the same terms.
  var group: Int
  var investorClass: InvestorClass
  /// The fund that this investor is, or −1 for everybody outside.
  var owner: Int
  var commitment: Int64
  /// The account that the money comes from; the owner's cash where the investor is a fund.
  var source: Int
  var account: Int
  /// Channels from the source to the account, from there to the fund, and back. Where the investor is a fund, the first
  /// and the last lead from and to those who bought its interest.
  var appropriation: Int
  var call: Int
  var distribution: Int
  var receipt: Int
  /// Address of its own draws.
  var entity = EntityAddress.root
  /// Whether its commitment is uncertain.
  var isRaised = false
  /// Its place in `Plan.honourings`, or −1 where it pays every call at once.
  var honouring = -1
  /// The gate of its level in `Plan.gates`, or −1, and whether it pays from the budget behind it.
  var gate = -1
  var waitsForBudget = false
  /// Its channels of equalisation, where its fund has further closings.
  var equalisation: EqualisationChannels?
}

/// Numbers of an investor's channels in the ledger through which later investors pay earlier ones.
struct EqualisationChannels: Sendable {
  /// What it pays of the capital that others have paid in for it, and what it gets back of its own.
  var capitalPaid: Int
  var capitalReceived: Int
  /// The interest on either.
  var interestPaid: Int
  var interestReceived: Int
}

/// Numbers of a fund's channels in the ledger.
struct FundChannels: Sendable {
  var investment = 0
  var followOn = 0
  var managementFee = 0
  var setUp = 0
  var custody = 0
  var fixedCost = 0
  var carriedInterest = 0
  var interest = 0
  var secondarySale = 0
  var escrow = 0
  var escrowRelease = 0
  var escrowReturn = 0
  var clawback = 0
  var inKind = 0
  /// Channel of the proceeds of the first event; those of the others follow in the order of `StageEvent`.
  var proceeds = 0

  /// The channel of an event's proceeds.
  func proceeds(of event: Int) -> Int {
    switch event {
    case StageEvent.failed: proceeds
    case StageEvent.boughtBack, StageEvent.transferred, StageEvent.acquired: proceeds + event - 1
    default: proceeds + event - 2
    }
  }
}

/// Numbers of a fund's accounts in the ledger.
struct FundAccounts: Sendable {
  var cash = 0
  var companies = 0
  var manager = 0
  var providers = 0
  var carry = 0
  var bank = 0
  var buyers = 0
  /// Of a fund that holds carried interest back, otherwise −1.
  var escrow = -1
  /// Through which later investors pay earlier ones; −1 where there is one closing only.
  var equalisation = -1
}

/// One phase of the management fee.
struct FeePhasePlan: Sendable {
  /// Age in quarters at which the phase ends.
  var until: Int
  var base: FeeBase
  var perQuarter: Double
}

/// The tables of a fund.
struct FundTables: Sendable {
  /// Years between the first days of each quarter of the grid and the one before, as the preferred return counts them;
  /// empty where every quarter is one of four.
  var quarterYears: [Double] = []
  var sizing = FundSizing()
  var feePhases: [FeePhasePlan] = []
  var pacing: PacingPlan?
  var streams: [Int] = []
  /// What the companies that are made for this fund's tickets descend from, a stream each.
  var streamEntities: [EntityAddress] = []
  /// Tickets planned up to and including each quarter of the investment period.
  var ticketsThrough: [Int] = []
  /// Ticket by stage in fen, 0 outside the mandate.
  var tickets: [Int64] = []
  /// Planned share by stage; empty where any stage may come.
  var planned: [Double] = []
  var sectorAllowed: [Bool] = []
  var named: [(company: Int, ticket: Int64)] = []
  /// Positions among all investors of the interests that the fund holds in others.
  var interests: [Int] = []
  var openings: [OpeningPlan] = []
}

extension FundTables {
  /// Tickets planned before a quarter of the investment period.
  @inline(__always) func firstPlanned(_ age: Int) -> Int { age > 0 ? ticketsThrough[age - 1] : 0 }

  /// Tickets planned before the grid of a fund that started earlier: they count as made.
  @inline(__always) func plannedBefore(_ start: Int) -> Int { firstPlanned(min(max(0, -start), ticketsThrough.count)) }

  /// Tickets planned for a quarter of the investment period, if all before were made.
  @inline(__always) func plannedTickets(_ age: Int) -> Int { ticketsThrough[age] - firstPlanned(age) }
}

/// What a fund buys, in numbers.
struct ProgrammePlan: Sendable {
  /// Length of the investment period in quarters.
  var quarters = 0
  var hasStreams = false
  var hasUnlimited = false
  var earlyMinimum = 0.0
  var smallMinimum = 0.0
  /// Yuan.
  var smallLimit = 0.0
  var hardTechMinimum = 0.0
  var localMinimum = 0.0
  /// Whether a least share is set.
  var hasMandate: Bool { max(earlyMinimum, smallMinimum, hardTechMinimum, localMinimum) > 0 }
  /// Most in one company, and what new companies and follow-ons may take together, in fen.
  var companyLimit: Int64 = 0
  var investable: Int64 = 0
  /// Most of the proceeds that may buy further companies, fen.
  var recyclable: Int64 = 0
  var followOnReserve: Int64 = 0
  var proRata = 0.0
  var followOnUntil = 0
  /// Age in quarters from which nothing is bought, named companies apart.
  var buysUntil: Int { followOnReserve > 0 ? max(quarters, followOnUntil) : quarters }
  /// The highest ticket of any stage, fen.
  var highestTicket: Int64 = 0
  var redemptionAfter = -1.0
  var redeemsOnlyStalled = false
}

/// An opening holding in numbers.
struct OpeningPlan: Sendable {
  var company: Int
  /// Time in the stage so far, years.
  var age: Double
  var acquired: Double
  var cost: Int64
  var multiple: Double
}

/// A pacing law in numbers, by quarter of the fund's age: what is called, per fen of commitment; the part of the value that
/// is paid out, and the factor by which the value grows.
struct PacingPlan: Sendable {
  var contributions: [Double]
  var rates: [Double]
  var growth: [Double]
  /// Where it stood when the grid began.
  var opening = PacingState()

  /// Fen that the law calls in the first quarters of the fund's age.
  @inline(__always) func called(through quarters: Int, commitment: Int64) -> Double {
    contributions[..<max(0, min(quarters, contributions.count))].reduce(0, +) * Double(commitment)
  }

  /// Where it stands after the first quarters if all that it called was paid.
  func state(through quarters: Int, commitment: Int64) -> PacingState {
    var state = PacingState()
    for age in 0..<max(0, min(quarters, contributions.count)) {
      state.step(rates[age], growth[age], contributed: called(through: age + 1, commitment: commitment))
    }
    return state
  }
}
