// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel

/// An instrument in numbers. Times are quarters, money is fen, yearly rates stay yearly.
struct InstrumentPlan: Sendable {
  var entity: EntityAddress
  var payer: PublicLevel
  /// Whether a yearly budget pays; whether money pays that enterprises borrow.
  var isOfBudget: Bool
  var isFromDebt: Bool
  /// Quarters of the grid in which it admits companies, or rescues them.
  var window: Range<Int>
  var pool: InstrumentPoolPlan
  var ceiling: Int64
  var grant: GrantPlan?
  var credit: LoanPlan?
  var contribution: ContributionPlan?
  var rescue: RescuePlan?
  var accounts = InstrumentAccounts()
  var channels = InstrumentChannels()
}

/// Which companies an instrument is for; empty lists stand for all.
struct InstrumentPoolPlan: Sendable {
  /// By fund of the plan, and whether funds matter at all: one that is left out of a derived plan buys nothing.
  var funds: [Bool]
  var isByFund: Bool
  var streams: [Bool]
  var stages: [Bool]
  var sectors: [Bool]
  var onlyLocal: Bool
  var onlyHardTech: Bool
  var share: Double
  var failedBelow: Double
}

/// How much a company gets.
enum SizePlan: Sendable {
  case fixed(Double)
  case ofTicket(Double, most: Double)
  case ofGrant(Double)
}

struct GrantPlan: Sendable {
  var size: SizePlan
  /// Position among all stages of the milestone, or −1 where a grant stays one.
  var milestone = -1
  var discount = 0.0
  var mostStake = 1.0
  var repaid = 0.0
}

struct LoanPlan: Sendable {
  var isPublic: Bool
  var size: SizePlan
  var spread: Double
  var term: Int
  var grace: Int
  var defaultsWhenStalled: Bool
  var recovery: Double
  var recoveryDelay: Int
  /// Whether there is a subsidy, a warrant: numbers that are drawn may be 0 and change no account of the ledger.
  var hasSubsidy = false
  var hasWarrant = false
  var subsidyCut = 0.0
  var subsidyQuarters = 0
  var subsidyMost = Int64.max
  var warrantCoverage = 0.0
  var warrantStrike = 1.0
  var guarantee: GuaranteePlan?
}

struct GuaranteePlan: Sendable {
  var institution: Double
  var reGuarantor: Double
  var reGuarantorLevel: PublicLevel
  var fee: Double
  var reFee: Double
  var cap: Double
  /// Most loans outstanding.
  var limit: Double
}

struct ContributionPlan: Sendable {
  var size: SizePlan
  /// For shares: what is given up over the appraised value, and what comes back of it.
  var worth = 0.0
  var returned = 0.0
  /// Whether it is let instead: rent a year over the appraised value, and for how many quarters it is not asked for.
  var isLet = false
  var rent = 0.0
  var relief = 0
}

struct RescuePlan: Sendable {
  var onFailure: Bool
  var onStall: Bool
  var revives: Double
  var price: Double
  var sold: Double
  var debtCut: Double
  var extends: Int
  var cost: Int64
}

/// Accounts of the ledger that an instrument moves money between; −1 for one that it has no use for.
struct InstrumentAccounts: Sendable {
  var payer = -1
  var companies = -1
  var lender = -1
  var reGuarantor = -1
  var investors = -1
}

/// Channels of the ledger, −1 for one that an instrument has no use for.
struct InstrumentChannels: Sendable {
  var grant = -1
  var grantRepayment = -1
  var stake = -1
  var loan = -1
  var interest = -1
  var repayment = -1
  var recovery = -1
  var warrant = -1
  var subsidy = -1
  var fee = -1
  var reFee = -1
  var compensation = -1
  var reCompensation = -1
  var guaranteeRecovery = -1
  var reRecovery = -1
  var inKind = -1
  var inKindReturn = -1
  var relief = -1
  var rescue = -1
  var rescueRound = -1

  /// All that there are.
  var all: [Int] {
    [
      grant, grantRepayment, stake, loan, interest, repayment, recovery, warrant, subsidy, fee, reFee, compensation,
      reCompensation, guaranteeRecovery, reRecovery, inKind, inKindReturn, relief, rescue, rescueRound,
    ].filter { $0 >= 0 }
  }
}
