// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel

/// A company on one replicate. Plain data: a million of them cost no reference count.
struct CompanyState {
  var entity = EntityAddress.root
  var law: Int
  var row: Int
  var sector = 0
  /// How many stages it has entered before this one: the occurrence of its draws.
  var occurrence = 0
  /// Where it came from: the stream and its number among the stream's companies of a quarter; −1 for a named company.
  var stream = -1
  var number = -1
  var birthQuarter = 0
  var isHardTech = false
  var isLocal = false
  var isStalled = false
  var isEarlyAtEntry: Bool
  /// Position of the stage at entry among all stages.
  var entryStage: Int
  var isDone = false
  var isFunded = false
  /// When it sought its first round here, in years; negative for what is held from before the grid.
  var entered = 0.0
  /// Value per share over the value at entry.
  var value = 1.0
  /// When it entered its stage, in years and as a quarter of the grid (not below 0).
  var stageTime = 0.0
  var stageQuarter = 0
  var lastRound = 0.0
  var quality = 0.0
  /// Valuation after the last round and money raised so far, yuan.
  var postMoney = 0.0
  var raised = 0.0
  var roundSize = 0.0
  /// Whether its life is drawn, the next event of it, or −1, and the time of the last one.
  var isDrawn = false
  var nextEvent = -1
  var eventTime = 0.0
  /// The first event of its life, or −1.
  var firstEvent = -1
  /// First of the holdings of this company, or −1.
  var firstHolding = -1
  var deadweight = 0.0
}

extension CompanyState {
  /// A company that seeks a round at a stage of its law.
  init(law: Int, row: Int, stage: CompanyStage) {
    self.law = law
    self.row = row
    isEarlyAtEntry = stage.isEarly
    entryStage = CompanyStage.allCases.firstIndex(of: stage) ?? 0
  }

  /// Sets the round that it seeks, yuan, and the valuation after it. A law of multiples knows none: the round itself is
  /// the least that it can be.
  mutating func sizeRound(_ size: Double, selling share: Double) {
    roundSize = size
    raised = size
    postMoney = share > 0 ? size / share : size
  }

  /// Sets when it seeks its round.
  mutating func enter(at time: Double, quarter: Int) {
    entered = time
    stageTime = time
    lastRound = time
    stageQuarter = quarter
  }

  /// Closes a round at a value per share: the company enters its next stage, the round sells `dilution` of it.
  mutating func close(roundAt value: Double, dilution: Double, next: Int, quarter: Int) {
    postMoney *= value / self.value / (1 - dilution)
    raised += postMoney * dilution
    self.value = value
    occurrence += 1
    if next >= 0 { row = next }
    stageTime = eventTime
    stageQuarter = quarter
    lastRound = eventTime
  }
}

/// What a fund holds of a company: one purchase.
struct HoldingState {
  enum Status: UInt8 {
    case held
    case listed
    case awaitingPayment
    case closed
  }
  var company: Int
  var fund: Int
  /// Next holding of the same company, the older one, or −1; the next one that the fund bought.
  var next = -1
  var nextOfFund = -1
  /// The deal that it belongs to, or −1 where there are none.
  var deal = -1
  var status = Status.held
  /// Fen.
  var cost: Int64
  /// The company's value per share at the purchase.
  var price: Double
  var bought: Double
  /// Fen received so far.
  var proceeds: Int64 = 0
  /// The part of it that the sale at the end of the fund brought.
  var soldAtEnd: Int64 = 0
  var isOpening = false
  /// The event that ended it, as `StageEvent` names them, −1 while it is held. What is sold at the end of the fund counts
  /// as transferred, what then brings nothing as failed.
  var route = -1
  /// Fen at the listing, the quarter of it, and how many sales are done.
  var listedValue = 0.0
  var listedQuarter = 0
  var salesDone = 0
  /// Fen to come and from which event.
  var receivable: Int64 = 0
  var receivableEvent = 0
}

/// The sale of an interest in another fund: whether it has been sold, for what, and what its owner had paid in and
/// received by then, fen.
struct InterestSale {
  var isDone = false
  var price: Int64 = 0
  var paidIn: Int64 = 0
  var distributed: Int64 = 0
}

/// A concession on one replicate.
struct ConcessionState {
  /// What the giver is still to keep, with the agreed return, fen.
  var owed = 0.0
  /// What it has given up so far, fen.
  var given: Int64 = 0
  var isExercised = false
}

/// A company, or an interest in another fund, as the object of a fund whose carried interest is reckoned deal by deal.
struct DealState {
  var fund: Int
  /// Position of the account of the fund's first group of investors; those of the others follow.
  var account: Int
  /// How many holdings are left.
  var open = 0
  /// Whether what was lost on it is written off.
  var isOver = false
  /// Fen of the quarter: bought and not yet paid for by a call, received, and of this to be distributed.
  var needs: Int64 = 0
  var cash: Int64 = 0
  var paying: Int64 = 0
}

/// A purchase that others may follow.
struct LeadPurchase {
  var lead: Int
  var company: Int
  var ticket: Int64
}

/// What a fund has to do with one of its investors besides calls and distributions. All money is fen.
struct PartyState {
  /// What it committed when all closings are done, and what is admitted of it by now and has not lapsed.
  var closed: Int64 = 0
  var committed: Int64 = 0
  /// What of its commitment lapsed, and in which quarter.
  var lapsed: Int64 = 0
  var lapsedIn = -1
  /// Interest of equalisation received less paid.
  var equalised: Int64 = 0
  /// The state that tells whether it pays, without the common factor's part.
  var own = 0.0
  /// The first quarter in which it pays again after being late.
  var lateUntil = 0
  /// Whether it pays nothing this quarter, and whether that is its own doing or its gate's.
  var isWithheld = false
  var isLate = false
  /// Whether it failed: nothing more will come from it.
  var hasLapsed = false
  /// Whether what its interest cost has left the fund that it is.
  var hasLeft = false
  /// Quarters in a row at the end of which its level postponed something.
  var postponed = 0
  /// What the fund owes it for the stake that it gave up.
  var claim: Int64 = 0
  /// Its parts of calls that it did not pay in time.
  var arrears: Int64 = 0
}

/// A portfolio under a pacing law, in fen that are not rounded: contributed and returned so far, and what it is worth.
struct PacingState: Sendable {
  var contributed = 0.0
  var returned = 0.0
  var value = 0.0

  /// Lives through a quarter: the value grows, a part of it is paid out, and what came in by its end is added.
  @inline(__always) mutating func step(_ rate: Double, _ growth: Double, contributed: Double) {
    let distribution = rate * (value * growth)
    value = value * growth - distribution + (contributed - self.contributed)
    returned += distribution
    self.contributed = contributed
  }
}

/// A fund on one replicate. All money is fen.
struct FundState {
  var size: FundSize
  var end: Int
  var extensionsLeft: Int
  /// Whether it came about; one that did not is closed from the start.
  var isFormed = true
  var isClosed = false
  var cash: Int64
  var proceeds: Int64 = 0
  /// Needs of the quarter: fees and costs; and what was bought.
  var costs: Int64 = 0
  var purchases: Int64 = 0
  /// Whether something was not bought or not paid in this quarter for want of money; asked for where there are gates.
  var isShort = false
  var undrawn: Int64
  var paidIn: Int64
  /// Fen times quarters of the calls so far: their mean quarter times what was paid in.
  var callMoment: Int64 = 0
  var distributed: Int64
  /// Cost of tickets, of interests in other funds, and of a portfolio under a pacing law; of first tickets and opening
  /// holdings alone.
  var invested: Int64 = 0
  var ticketCost: Int64 = 0
  var followedOn: Int64 = 0
  /// Proceeds that bought further companies.
  var recycled: Int64 = 0
  /// What is drawn on its line of credit.
  var borrowed: Int64 = 0
  /// Cost of what is held at the start of the quarter, and what leaves it at the end of the quarter.
  var costHeld: Int64 = 0
  var leaving: Int64 = 0
  var tickets = 0
  /// The first of the companies made for its planned tickets.
  var firstMade = 0
  var feesPaid: Int64 = 0
  var providersPaid: Int64 = 0
  var interestEarned: Int64 = 0
  var soldToBuyers: Int64 = 0
  /// Its holdings in the order of purchase, by the first and the last, or −1.
  var firstHolding = -1
  var lastHolding = -1
  /// Its portfolio under a pacing law, and what that has returned in whole fen.
  var pacing = PacingState()
  var pacingReturned: Int64 = 0
  /// Cost of companies of each kind that the mandate counts.
  var earlyCost: Int64 = 0
  var smallCost: Int64 = 0
  var hardTechCost: Int64 = 0
  var localCost: Int64 = 0
  /// Fen that a fund from before the grid held when the grid began, and what that was worth to its investors.
  var openingValue = 0.0
  var openingNet = 0.0
  var reported = 0.0
  /// What the manager's share of distributions before the grid would have been, and what of it is held back.
  var openingCarry: Int64 = 0
  var openingEscrow: Int64 = 0
}

extension FundState {
  /// What a management fee is charged on.
  @inline(__always) func feeBase(_ base: FeeBase) -> Double {
    switch base {
    case .committed: Double(size.commitment)
    case .paidIn: Double(paidIn)
    case .investedCost: Double(costHeld)
    case .nav: reported
    }
  }

  /// Takes up what holdings brought in a quarter so far, and the cost of what left.
  @inline(__always) mutating func collect(
    _ proceeds: inout Column<Int64>, _ leaving: inout Column<Int64>, at cell: Int
  ) {
    self.proceeds += proceeds[cell]
    self.leaving += leaving[cell]
    proceeds[cell] = 0
    leaving[cell] = 0
  }

  /// Books a call.
  @inline(__always) mutating func payIn(_ amount: Int64, in quarter: Int) {
    undrawn -= amount
    paidIn += amount
    callMoment += amount * Int64(quarter)
  }

  /// First tickets count towards the least shares of the mandate, follow-ons do not.
  @inline(__always) mutating func count(_ company: borrowing CompanyState, cost: Int64, smallLimit: Double) {
    ticketCost += cost
    if company.isEarlyAtEntry { earlyCost += cost }
    if company.isHardTech { hardTechCost += cost }
    if company.isLocal { localCost += cost }
    if company.postMoney <= smallLimit { smallCost += cost }
  }

  /// What a quarter needed and lost is settled.
  @inline(__always) mutating func endQuarter() {
    leaving = 0
    costs = 0
    purchases = 0
  }
}

/// Counts of companies on one replicate.
struct CompanyCounts {
  var candidates = 0
  var funded = 0
  var financed = 0
  var listed = 0
  var acquired = 0
  var failed = 0
  var exited = 0
  var stalled = 0
  /// Financed companies that the grid follows for ten years after entry, and those of them that left within the ten.
  var followedForDecade = 0
  var leftWithinDecade = 0
}
