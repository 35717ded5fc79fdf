// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// Runs replicates of a plan, one after the other, in the same memory.
///
/// The kernel is a pure function of (plan, replicate): every random number is addressed, nothing carries over from one
/// replicate to the next. Order of events inside a quarter: arrivals, company events and payments by
/// their exact time, fees, follow-ons, first tickets, early events of companies just bought, calls, distribution, records.
/// A fund that stands alone, of whose companies nobody asks anything, is run by columns instead: `ReplicateKernel+Lone`.
///
/// Functions that only read are inlined: the compiler would copy the whole kernel before each call of one.
///
/// - Complexity: O(companies · stages + funds · quarters) a replicate; no allocation once the columns have grown.
struct ReplicateKernel: ~Copyable {
  var shared: SharedPlan
  let normal = NormalQuantile.shared
  var numbers = RandomNumbers(seed: 0, replicate: 0)
  // Economy, a column a quarter; beyond the end of a fund that is run alone they hold anything, and nobody has lent to it.
  var common: Column<Double>
  var sectorFactors: Column<Double>
  var surprises: Column<Double>
  var markets: Column<Double>
  var innovations: Column<Double>
  var listedIndex: [Double]
  var isWindowOpen: [Bool]
  var lending: [Double]
  // What lives.
  var companies = Column<CompanyState>()
  var holdings = Column<HoldingState>()
  var lives = Column<LifeEvent>()
  /// Companies whose lives are being drawn, those still alive, those picked out of them; and companies that somebody began
  /// to finance in this quarter.
  var fronts = Column<LifeFront>()
  var livingFronts = Column<Int>()
  var picked = Column<Int>()
  var begun = Column<Int>()
  /// Companies of streams that seek a round in this quarter, and those that the scenario names.
  var candidates = Column<Int>()
  var namedCompanies = Column<Int>()
  /// Rounds of the quarter that holders may take part in.
  var rounds = Column<RoundOffer>()
  var queue: EventQueue
  var funds = Column<FundState>()
  /// First tickets by fund and stage at entry.
  var stageTickets: Column<Int>
  /// What holdings bring to a fund in a quarter, and the cost of what leaves it: fund by fund, a column a quarter.
  var proceeds: Column<Int64>
  var leaving: Column<Int64>
  var counts = CompanyCounts()
  /// Fen that came in so far, and whether some could not be counted.
  var countedFen = 0.0
  var isUncountable = false
  var paidIn: Column<Int64>
  var distributed: Column<Int64>
  var undrawn: Column<Int64>
  /// What each investor's part of a distribution goes by: what it paid in, or bought from others.
  var stakes: Column<Int64>
  /// What it paid for stakes of others, and got for its own.
  var bought: Column<Int64>
  var soldFor: Column<Int64>
  /// What is uncertain about each investor's capital.
  var partyStates: Column<PartyState>
  var concessions: Column<ConcessionState>
  /// The sale of the interest that an owner held, by investor.
  var sales: Column<InterestSale>
  /// Claims of instruments on companies, instrument by instrument in the order of entry; credit outstanding at the end of
  /// each quarter, instrument by instrument.
  var claims = Column<ClaimState>()
  var creditOutstanding: Column<Int64>
  /// Fen of shares that instruments hold at the end of each quarter, at cost, likewise.
  var supportShares: Column<Double>
  /// Companies that an instrument may admit: the first of each quarter of entry, and the next one by company.
  var entrants: Column<Int>
  var nextEntrants = Column<Int>()
  /// Attempts to rescue companies in distress.
  var rescues = Column<RescueState>()
  var lines: Column<CreditLineState>
  var gates: Column<CallGateState>
  var exits: Column<PublicExitState>
  /// Appraised values by holding, and fen by which each fund's sales fell short of the floor.
  var appraisals = Column<Double>()
  var belowFloor: Column<Double>
  /// What leads bought in this quarter.
  var leadPurchases = Column<LeadPurchase>()
  /// Waterfalls of all groups of investors on equal terms.
  var waterfalls: Column<FundWaterfall>
  /// Deals of funds that reckon carried interest by them, with an account a group; the deal of each interest, or −1.
  var deals = Column<DealState>()
  var accounts = Column<DealAccount>()
  var interestDeals: Column<Int>
  var openingPaidIn: Column<Int64>
  var openingDistributed: Column<Int64>
  // Records.
  var ledger: Ledger
  var gross: Column<Double>
  /// Value net of carried interest, by group of investors.
  var net: Column<Double>
  var reported: Column<Double>
  /// Values of stakes by investor, where they are recorded, and the last of them.
  var partyValues: Column<Double>
  var partyNow: Column<Double>
  /// The last of the values by group that was recorded.
  var groupValues: Column<Double>
  /// Net value with what is stale cut.
  var stale: Column<Double>
  var scratch: KernelScratch
  /// The promotion of capital; whether another plan has simulated it; whether the funds have done other than that plan's.
  var promotion: PromotionKernel
  var follows = false
  var hasDiverged = false
  /// A fund that stands alone, and whether the replicate is its.
  var lone: LoneFund
  var ranAlone = false
  /// The first company of the projects that were offered in this quarter.
  var firstOffered = 0
  var journal: Journal?

  var plan: Plan {
    @inline(__always) unsafeAddress { shared.address }
  }

  /// A kernel of a plan, which simulates the promotion of capital itself or only follows another kernel's.
  init(_ plan: Plan, promotes: Bool = true) {
    shared = SharedPlan(plan)
    let quarters = plan.quarters
    let sectors = plan.economy.sectors.count
    func column(_ rows: Int) -> Column<Double> { Column(repeating: 0, count: rows * quarters) }
    func parties() -> Column<Int64> { Column(repeating: 0, count: plan.parties.count) }
    common = column(1)
    innovations = column(1)
    sectorFactors = column(sectors)
    surprises = column(sectors)
    markets = column(plan.markets.count)
    listedIndex = Array(repeating: 1, count: quarters)
    isWindowOpen = Array(repeating: true, count: quarters)
    lending = Array(repeating: 0, count: quarters)
    queue = EventQueue(quarters: quarters)
    paidIn = parties()
    distributed = parties()
    undrawn = parties()
    stakes = parties()
    bought = parties()
    soldFor = parties()
    groupValues = Column(repeating: 0, count: plan.waterfalls.count)
    waterfalls = Column(count: plan.waterfalls.count) { plan.waterfalls[$0] }
    interestDeals = Column(repeating: -1, count: plan.parties.count)
    partyStates = Column(repeating: PartyState(), count: plan.parties.count)
    concessions = Column(repeating: ConcessionState(), count: plan.concessions.count)
    gates = Column(repeating: CallGateState(), count: plan.gates.count)
    exits = Column(repeating: PublicExitState(), count: plan.publicExits.count)
    belowFloor = Column(repeating: 0, count: plan.funds.count)
    lines = Column(repeating: CreditLineState(), count: plan.lines.count)
    sales = Column(repeating: InterestSale(), count: plan.parties.count)
    openingPaidIn = parties()
    openingDistributed = parties()
    creditOutstanding = Column(repeating: 0, count: plan.instruments.count * quarters)
    supportShares = Column(repeating: 0, count: plan.instruments.count * quarters)
    entrants = Column(repeating: -1, count: plan.instruments.isEmpty ? 0 : quarters)
    proceeds = Column(repeating: 0, count: plan.funds.count * quarters)
    leaving = Column(repeating: 0, count: plan.funds.count * quarters)
    stageTickets = Column(repeating: 0, count: plan.funds.count * Plan.stageKinds)
    ledger = Ledger(plan.ledger)
    gross = column(plan.funds.count)
    net = column(plan.waterfalls.count)
    let records = plan.funds.contains { $0.recordsParties }
    partyValues = column(records ? plan.parties.count : 0)
    partyNow = Column(repeating: 0, count: plan.parties.count)
    reported = column(plan.funds.count)
    stale = column(plan.funds.count)
    scratch = KernelScratch(plan)
    promotion = PromotionKernel(shared, hasRoom: promotes)
    lone = LoneFund(quarters: quarters, parties: plan.parties.count)
  }

  /// Simulates one replicate; everything that can be asked of it afterwards is in the columns, unless its funds have
  /// diverged from those that it follows.
  mutating func run(replicate: UInt32) {
    numbers = RandomNumbers(seed: plan.seed, replicate: replicate)
    clear()
    queue.isOrdered = plan.followsOrder || journal != nil
    if runAlone() { return }
    stepEconomy(plan.quarters)
    stepLending()
    openPortfolios()
    makePlanned()
    if !plan.promotion.isEmpty && !follows { openPromotion() }
    for quarter in 0..<plan.quarters {
      if !plan.promotion.isEmpty { promote(in: quarter) }
      if gates.count > 0 { openGates(in: quarter) }
      arrive(in: quarter)
      if plan.promotion.funding != nil { offerProjects(in: quarter) }
      handleEvents(in: quarter)
      runFunds(in: quarter)
      if plan.promotion.funding != nil { settleProjects(in: quarter) }
      if hasDiverged { return }
      rounds.removeAll()
      financeByOthers()
      startLives()
      handleEvents(in: quarter)
      for place in 0..<funds.count {
        let fund = plan.order[place]
        guard isActive(fund, in: quarter) else { continue }
        collect(fund, in: quarter)
        followOn(fund, in: quarter)
        settleIfEnding(fund, in: quarter)
        moveCash(fund, in: quarter)
        if gates.count > 0 { judgeGates(fund, in: quarter) }
        recordValue(fund, in: quarter)
      }
      if gates.count > 0 { closeGates(in: quarter) }
      rounds.removeAll()
    }
    if !plan.instruments.isEmpty { settleInstruments() }
  }

  /// Costs from the top of the tree down, so that an owner's own are safe; purchases from the bottom up, so that a call
  /// on an owner has been made before the owner spends the rest. Loops go by place: iterating over an array that the
  /// kernel owns would count a reference each time.
  private mutating func runFunds(in quarter: Int) {
    leadPurchases.removeAll()
    for place in stride(from: funds.count - 1, through: 0, by: -1) {
      let fund = plan.order[place]
      guard isActive(fund, in: quarter) else { continue }
      accrue(fund, in: quarter)
      collect(fund, in: quarter)
      extendIfDue(fund, in: quarter)
      if plan.funds[fund].hasDues { settleDues(fund, in: quarter) }
      if plan.funds[fund].publicExit >= 0 { watchForExit(fund, in: quarter) }
      if plan.funds[fund].line >= 0 { serveLine(fund, in: quarter) }
      chargeCosts(fund, in: quarter)
      if plan.funds[fund].hasOwners { callAhead(fund, in: quarter) }
    }
    for place in 0..<funds.count {
      let fund = plan.order[place]
      guard isActive(fund, in: quarter) else { continue }
      followOn(fund, in: quarter)
      invest(fund, in: quarter)
      if plan.funds[fund].hasOwners { callAhead(fund, in: quarter) }
    }
  }

  @inline(__always) private func isActive(_ fund: Int, in quarter: Int) -> Bool {
    quarter >= plan.funds[fund].start && !funds[fund].isClosed
  }

  mutating func clear() {
    companies.removeAll()
    holdings.removeAll()
    lives.removeAll()
    fronts.removeAll()
    livingFronts.removeAll()
    picked.removeAll()
    begun.removeAll()
    candidates.removeAll()
    funds.removeAll()
    stageTickets.fill(0)
    proceeds.fill(0)
    leaving.fill(0)
    queue.clear()
    clearInstruments()
    rescues.removeAll()
    rounds.removeAll()
    ledger.clear()
    deals.removeAll()
    accounts.removeAll()
    interestDeals.fill(-1)
    for group in waterfalls.indices { waterfalls[group] = plan.waterfalls[group] }
    counts = CompanyCounts()
    countedFen = 0
    isUncountable = false
    hasDiverged = false
    if !ranAlone { clearRecords() }
    ranAlone = false
    journal?.entries.removeAll(keepingCapacity: true)
  }

  /// Forgets what no fund that is run alone writes, so that this is left out after one: who writes to one of these columns
  /// there must clear it too.
  private mutating func clearRecords() {
    gross.fill(0)
    net.fill(0)
    partyValues.fill(0)
    partyNow.fill(0)
    reported.fill(0)
    stale.fill(0)
    groupValues.fill(0)
  }

  /// The factor of a sector in a quarter.
  @inline(__always) func factor(_ sector: Int, _ quarter: Int) -> Double {
    sectorFactors[sector &* plan.quarters &+ quarter]
  }

  /// How a market series moved from one quarter to another.
  @inline(__always) func move(_ series: Int, from: Int, to: Int) -> Double {
    let row = series &* plan.quarters
    return markets[row &+ to] / markets[row &+ from]
  }

  mutating func note(
    _ happening: Journal.Happening, _ quarter: Int, time: Double = -1, fund: Int = -1, company: Int = -1,
    amount: Int64 = 0, detail: Double = 0
  ) {
    journal?.entries.append(
      .init(
        happening: happening, quarter: quarter, time: time, fund: fund, company: company, amount: amount,
        detail: detail))
  }
}
