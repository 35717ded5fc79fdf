// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// Runs the promotion of capital of one replicate after the other in the same memory.
///
/// Projects move by events at exact times; quarters are the periods of leads, costs and reports. Every random number is
/// addressed by the project and its own count, so that what one draws does not hang on queues, levers or others. A
/// project that is lost, or to which nothing can happen any more, frees its row.
///
/// - Complexity: O(events · log of those at hand) a replicate; no allocation once the columns have grown.
struct PromotionKernel: ~Copyable {
  var shared: SharedPlan
  let normal = NormalQuantile.shared
  var numbers = RandomNumbers(seed: 0, replicate: 0)
  var projects = Column<ProjectState>()
  var free: Int32 = -1
  /// Rows in use, and the most at any time.
  var living = 0
  var mostLiving = 0
  /// Leads and projects born so far.
  var born = 0
  var events: ProjectEvents
  var pools: Column<PoolState>
  var returns = Column<PoolReturn>()
  var freeReturn = -1
  /// Slots of levers that are free.
  var slots: Column<Int>
  var turn: Int64 = 0
  /// What was recorded: quarter by quarter, account by account, a place a quantity.
  var records: Column<Int64>
  /// Fen paid for land, region by region, a column a quarter: what a level of government gets, which no netting changes.
  var landPaid: Column<Int64>
  /// Fen of taxes that the level of government of a region keeps, region by region, a column a quarter: the quarter's own,
  /// and what goes on for good from it on.
  var taxKept: Column<Int64>
  var taxKeptRate: Column<Int64>
  /// Fen that come into place, and of support that fall due and are paid, leaf by leaf, a column a quarter.
  var placed: Column<LeafMoney>
  var due: Column<LeafMoney>
  var paid: Column<LeafMoney>
  var arrears: Column<LeafMoney>
  /// Promises that fall due to projects, and the first place among them that is free.
  var promises = Column<DuePromise>()
  var freePromise: Int32 = -1
  /// What budgets for support have left, region by region.
  var budgets: Column<Int64>
  /// The index of promises kept, region by region; above the leaves their mean.
  var credibility: Column<Double>
  /// The same at the ends of quarters, a column a quarter.
  var credibilityBy: Column<Double>
  /// The weight of every leaf in the choice of a place, sector by sector.
  var weights: Column<Double>
  /// What falling behind does to units, and how far they are behind.
  var effort: Column<Double>
  var gaps: Column<Double>
  /// The factor of each sector, and the common factor, in the quarter.
  var factors: Column<Double>
  var common = 0.0
  /// What pools had left at the end of each quarter and what there had been.
  var poolLeft: Column<Int64>
  var poolTotal: Column<Int64>
  var stages: Column<StageCount>
  /// What passed between it and the funds.
  var funding = FundingRecord()
  var journal: ProjectJournal?

  /// Places a record has an account and quarter: quantities, then rates of what goes on for good.
  static var width: Int { PipelineQuantity.count + 3 }

  /// Where the record of an account and quarter begins. What is recorded in the quarter at hand lies together, since
  /// few events write to later ones.
  @inline(__always) func recordStart(of account: Int, in quarter: Int) -> Int {
    (quarter &* plan.accounts &+ account) &* PromotionKernel.width
  }

  var plan: PromotionPlan {
    @inline(__always) unsafeAddress { shared.promotion }
  }
  var tables: QuantileTables {
    @inline(__always) unsafeAddress { shared.tables }
  }

  /// A kernel of a plan; without room it cannot open a replicate and only stands in the place of another kernel.
  init(_ shared: SharedPlan, hasRoom: Bool = true) {
    self.shared = shared
    let plan = hasRoom ? shared.promotion.pointee : PromotionPlan()
    let quarters = plan.quarters
    events = ProjectEvents(quarters: quarters)
    pools = Column(repeating: PoolState(available: 0, total: 0), count: plan.pools.count)
    slots = Column(repeating: 0, count: plan.levers.slots.count)
    records = Column(repeating: 0, count: plan.accounts * quarters * PromotionKernel.width)
    landPaid = Column(repeating: 0, count: plan.regions.count * quarters)
    taxKept = Column(repeating: 0, count: plan.regions.count * quarters)
    taxKeptRate = Column(repeating: 0, count: plan.regions.count * quarters)
    placed = Column(repeating: LeafMoney(), count: plan.leaves.count * quarters)
    due = Column(repeating: LeafMoney(), count: plan.leaves.count * quarters)
    paid = Column(repeating: LeafMoney(), count: plan.leaves.count * quarters)
    arrears = Column(repeating: LeafMoney(), count: plan.leaves.count)
    budgets = Column(repeating: 0, count: plan.regions.count)
    credibility = Column(repeating: 1, count: plan.regions.count)
    credibilityBy = Column(repeating: 1, count: plan.regions.count * quarters)
    weights = Column(repeating: 1, count: plan.sectors.count * plan.leaves.count)
    effort = Column(repeating: 1, count: plan.units.count)
    gaps = Column(repeating: 0, count: plan.units.count)
    factors = Column(repeating: 0, count: plan.sectors.count)
    poolLeft = Column(repeating: 0, count: plan.pools.count * quarters)
    poolTotal = Column(repeating: 0, count: plan.pools.count * quarters)
    stages = Column(repeating: StageCount(), count: plan.stages.count)
  }

  /// Forgets the last replicate and opens the next one.
  mutating func open(_ numbers: RandomNumbers) {
    self.numbers = numbers
    clear()
    openPools()
    openRegions()
    openProjects()
    openIncumbents()
  }

  private mutating func clear() {
    projects.removeAll()
    free = -1
    living = 0
    mostLiving = 0
    born = 0
    events.clear()
    returns.removeAll()
    freeReturn = -1
    turn = 0
    records.fill(0)
    landPaid.fill(0)
    taxKept.fill(0)
    taxKeptRate.fill(0)
    placed.fill(LeafMoney())
    due.fill(LeafMoney())
    paid.fill(LeafMoney())
    promises.removeAll()
    freePromise = -1
    effort.fill(1)
    gaps.fill(0)
    factors.fill(0)
    stages.fill(StageCount())
    funding.removeAll()
    for lever in slots.indices { slots[lever] = plan.levers.slots[lever] }
    journal?.clear()
  }

  /// All that happens in a quarter; the factors of the quarter have been set.
  mutating func step(_ quarter: Int) {
    funding.beginQuarter()
    beginQuarter(quarter)
    bringLeads(in: quarter)
    while let event = events.next(in: quarter, projects) { handle(event) }
    endQuarter(quarter)
  }

  /// The address of what a project draws at an event, as a number that orders events at the same time.
  @inline(__always) func order(of row: Int) -> UInt64 { projects[row].entity.rawValue &>> 32 }

  @inline(__always) private mutating func handle(_ event: ProjectEvents.Entry) {
    guard ProjectEvents.counts(event, projects) else { return }
    let row = Int(event.row)
    switch event.kind {
    case .poolReturn: takeBack(row, at: event.time)
    case .poolAddition: add(addition: row, at: event.time)
    case .stageEnd: endStage(row, at: event.time)
    case .arrival: arrive(row, at: event.time)
    case .gate: decide(row, at: event.time)
    case .patience: leave(row, at: event.time)
    case .stall: halt(row, at: event.time)
    case .revival: moveOn(row, at: event.time)
    case .stop: stop(row, at: event.time)
    case .lock: transfer(row, at: event.time)
    case .closure: close(row, at: event.time)
    case .expansion: expand(row, at: event.time)
    case .referral: refer(row, at: event.time)
    }
  }

  /// Adds an event that counts while the project stays where it is in its stage.
  @inline(__always) mutating func scheduleStage(_ kind: ProjectEvents.Kind, _ row: Int, at time: Double) {
    events.add(kind, row, token: projects[row].token & 0x0fff_ffff, order: order(of: row), at: time)
  }

  /// Adds an event that counts while the project lives.
  @inline(__always) mutating func schedule(_ kind: ProjectEvents.Kind, _ row: Int, at time: Double) {
    events.add(kind, row, token: projects[row].birth & 0x0fff_ffff, order: order(of: row), at: time)
  }

  /// A row for a new lead, or for a company that is like another.
  @inline(__always) mutating func makeRow(_ entity: EntityAddress, like model: ProjectState = ProjectState()) -> Int {
    var state = model
    state.entity = entity
    state.serial = Int32(truncatingIfNeeded: born)
    born += 1
    living += 1
    if living > mostLiving { mostLiving = living }
    guard free >= 0 else {
      state.token = 0
      state.birth = 0
      projects.append(state)
      return projects.count - 1
    }
    let row = Int(free)
    free = projects[row].company
    // Events of what had the row before must not count.
    state.token = projects[row].token
    state.birth = projects[row].birth
    projects[row] = state
    return row
  }

  @inline(__always) mutating func freeRow(_ row: Int) {
    if projects[row].promises >= 0 { forgetPromises(row) }
    projects[row].token &+= 1
    projects[row].birth &+= 1
    projects[row].status = .free
    projects[row].company = free
    free = Int32(truncatingIfNeeded: row)
    living -= 1
  }

  /// The quarter of a time within the grid.
  @inline(__always) func quarter(at time: Double) -> Int { min(plan.quarters - 1, Int(time * 4)) }

  /// An exponential time with a yearly hazard.
  @inline(__always) func wait(_ uniform: Uniform, hazard: Double) -> Double {
    hazard > 0 ? -Elementary.log(uniform.value) / hazard : .infinity
  }

  /// Whether that time may lie within a duration. Most do not, which is seen without a logarithm, since `−ln u ≥ 1 − u`; the
  /// margin is far wider than the rounding of either side, so that none is missed.
  @inline(__always) static func mayEnd(_ uniform: Uniform, hazard: Double, within duration: Double) -> Bool {
    1 - uniform.value <= hazard * duration * (1 + 0x1p-40)
  }

  /// A number that `eˣ` does not exceed: `1 + x + x²`, which it meets at 0 and next at 1.79.
  @inline(__always) static func mostOfExponential(_ x: Double) -> Double { x < 1.5 ? 1 + x + x * x : .infinity }

  @inline(__always) mutating func note(_ happening: ProjectJournal.Happening, _ row: Int, at time: Double) {
    if journal != nil { tell(happening, row, at: time) }
  }

  private mutating func tell(_ happening: ProjectJournal.Happening, _ row: Int, at time: Double) {
    let state = projects[row]
    journal?.add(happening, state, at: time)
  }
}
