// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What one block of replicates gave for one design.
struct BlockPart: Sendable {
  /// Headline numbers, replicate by replicate.
  var headline: [Double]
  var moments: PeriodMoments
  var totals: [Int128]
  var imbalances: [Int128]
  /// What became of each target, replicate by replicate.
  var targets: [TargetRecord] = []
  var assessment: AssessmentTally?

  /// Of no replicate yet.
  init(_ plan: Plan, series: Int) {
    headline = []
    moments = PeriodMoments(series: series)
    totals = Array(repeating: 0, count: plan.ledger.channels.count)
    imbalances = Array(repeating: 0, count: plan.ledger.accounts)
    assessment = plan.assessment.map { AssessmentTally($0) }
  }
}

/// Runs blocks of one design in its own memory; its histograms grow over all blocks that it ran, since counts may be
/// added in any order.
struct DesignWorkspace: ~Copyable {
  private let design: ResolvedDesign
  private let cells: [Int]
  private var kernel: Lent<ReplicateKernel>
  /// Whether the kernel has room for a promotion of capital of its own.
  private var promotes: Bool
  private var measures: ReplicateMeasures
  /// Numbers of replicates that are not yet counted, a row a replicate; how many replicates they are, and how many at most:
  /// half a megabyte of numbers, and no fewer than 16. A row takes an odd number of lines of the cache, so that the numbers
  /// of one series do not share a set of it.
  private var waiting: [Double]
  private var waitingCount = 0
  private let batch: Int
  private let width: Int
  private static let mostWaiting = 65_536
  private(set) var histograms: [LogLinearHistogram]
  private var part: BlockPart

  /// Memory for a design, which takes the promotion of capital from another workspace where it can, or never.
  init(_ design: ResolvedDesign, series: [PeriodSeries], follows: Bool) {
    self.design = design
    cells = series.map(\.cell)
    kernel = Lent(ReplicateKernel(design.plan, promotes: !follows))
    promotes = !follows
    measures = ReplicateMeasures(design.plan)
    histograms = Array(repeating: LogLinearHistogram(), count: series.count)
    width = series.isEmpty ? 0 : ((series.count + 7) / 8 | 1) * 8
    batch = max(16, Self.mostWaiting / max(1, width))
    waiting = Array(repeating: 0, count: batch * width)
    part = BlockPart(design.plan, series: series.count)
  }

  /// A place on the heap, so that a worker can hold one workspace a design.
  final class Box {
    var workspace: DesignWorkspace

    init(_ design: ResolvedDesign, series: [PeriodSeries], follows: Bool) {
      workspace = DesignWorkspace(design, series: series, follows: follows)
    }
  }

  /// Runs a replicate on its own.
  mutating func run(_ replicate: Int) throws(NumericalFailure) {
    try prepare(replicate)
    kernel.value.run(replicate: UInt32(truncatingIfNeeded: replicate))
    try take(replicate)
  }

  /// Runs a replicate that another workspace has just run, with its promotion of capital if the funds do the same for it;
  /// on its own otherwise.
  mutating func run(_ replicate: Int, after leader: inout DesignWorkspace) throws(NumericalFailure) {
    try prepare(replicate)
    swap(&kernel.value.promotion, &leader.kernel.value.promotion)
    kernel.value.follows = true
    kernel.value.run(replicate: UInt32(truncatingIfNeeded: replicate))
    kernel.value.follows = false
    let hasDiverged = kernel.value.hasDiverged
    if !hasDiverged { try take(replicate) }
    swap(&kernel.value.promotion, &leader.kernel.value.promotion)
    guard hasDiverged else { return }
    if !promotes {
      kernel.value.promotion = PromotionKernel(kernel.value.shared)
      promotes = true
    }
    kernel.value.run(replicate: UInt32(truncatingIfNeeded: replicate))
    try take(replicate)
  }

  /// What the replicates since the last call gave.
  mutating func takePart() -> BlockPart {
    count()
    defer { part = BlockPart(design.plan, series: cells.count) }
    return part
  }

  private mutating func prepare(_ replicate: Int) throws(NumericalFailure) {
    guard !design.uncertain.isEmpty else { return }
    let redrawn = SharedPlan(try redrawn(replicate))
    measures.shared = redrawn
    kernel.value.shared = redrawn
  }

  /// Adds what a replicate gave to the block.
  private mutating func take(_ replicate: Int) throws(NumericalFailure) {
    // Asked of the field: a call would copy the whole kernel first.
    if kernel.value.isUncountable { throw ReplicateKernel.failure(in: replicate) }
    kernel.value.balance(totals: &part.totals, imbalances: &part.imbalances)
    Self.take(&measures, from: kernel)
    part.headline.append(contentsOf: measures.headline)
    for target in measures.plan.targets.indices { part.targets.append(measures.record(of: target)) }
    part.assessment?.add(measures)
    waiting.put(measures.periods, at: cells, from: waitingCount * width)
    part.moments.add(waiting, from: waitingCount * width)
    waitingCount += 1
    if waitingCount == batch { count() }
  }

  /// A function of both: a method of one would hold the whole workspace while it looks at the other.
  private static func take(_ measures: inout ReplicateMeasures, from kernel: borrowing Lent<ReplicateKernel>) {
    measures.take(from: kernel.value)
  }

  /// Adds the numbers by quarter that wait to the histograms, series by series: one of many is in the cache for a batch
  /// of replicates, not for one.
  private mutating func count() {
    histograms.add(waiting, rows: waitingCount, of: width)
    waitingCount = 0
  }

  /// The plan on a replicate.
  private func redrawn(_ replicate: Int) throws(NumericalFailure) -> Plan {
    do throws(NumericalFailure) {
      let number = UInt32(truncatingIfNeeded: replicate)
      return try design.plan(RandomNumbers(seed: design.plan.seed, replicate: number))
    } catch {
      throw error.located(in: replicate)
    }
  }
}

extension [Double] {
  /// Sets the numbers from a place on to those at some places of others; through a span, which asks once whether the array
  /// is shared.
  fileprivate mutating func put(_ numbers: [Double], at places: [Int], from first: Int) {
    var own = mutableSpan
    let (numbers, places) = (numbers.span, places.span)
    for position in places.indices { own[first &+ position] = numbers[places[position]] }
  }
}

extension [LogLinearHistogram] {
  /// Adds so many observations of every series, a row of some width each; through a span, which asks once whether the array
  /// is shared.
  fileprivate mutating func add(_ numbers: [Double], rows: Int, of width: Int) {
    var histograms = mutableSpan
    let numbers = numbers.span.extracting(first: rows * width)
    for position in histograms.indices { histograms[position].add(numbers, from: position, by: width) }
  }
}

extension ReplicateKernel {
  /// Adds what moved through each channel and by how much each account is out of balance.
  ///
  /// The stock of an account is what the steps kept besides the ledger: a fund's cash, costs and proceeds of holdings,
  /// fees paid, the waterfall's totals, what each investor paid and received.
  mutating func balance(totals: inout [Int128], imbalances: inout [Int128]) {
    takeStocks()
    ledger.imbalance(
      openings: scratch.openings, stocks: scratch.stocks, totals: &scratch.totals, imbalances: &scratch.imbalances)
    for channel in totals.indices { totals[channel] += Int128(scratch.totals[channel]) }
    for account in imbalances.indices { imbalances[account] += Int128(scratch.imbalances[account]) }
  }

  private mutating func takeStocks() {
    scratch.stocks.fill(0)
    scratch.openings.fill(0)
    for fund in plan.funds.indices { takeStocks(ofFund: fund) }
    for position in holdings.indices {
      let holding = holdings[position]
      let own = plan.funds[holding.fund].accounts
      if !holding.isOpening { scratch.stocks[own.companies] += holding.cost }
      scratch.stocks[own.companies] -= holding.proceeds - holding.soldAtEnd
    }
    if ranAlone { scratch.stocks[plan.funds[0].accounts.companies] += funds[0].invested - lone.received }
    if !plan.instruments.isEmpty { takeClaimStocks() }
    for party in plan.parties.indices { takeStocks(ofParty: party) }
  }

  private mutating func takeStocks(ofFund fund: Int) {
    let own = plan.funds[fund].accounts
    let state = funds[fund]
    scratch.openings[own.cash] = plan.funds[fund].openingCash
    scratch.stocks[own.cash] = state.cash
    scratch.stocks[own.manager] = state.feesPaid
    scratch.stocks[own.providers] = state.providersPaid
    // What the waterfall had given before the grid is not in the ledger.
    scratch.stocks[own.carry] = -state.openingCarry
    for group in plan.funds[fund].groups {
      scratch.stocks[own.carry] += (waterfalls[group].managerTotal - waterfalls[group].escrow).fen
    }
    if own.escrow >= 0 {
      scratch.openings[own.escrow] = state.openingEscrow
      for group in plan.funds[fund].groups { scratch.stocks[own.escrow] += waterfalls[group].escrow.fen }
    }
    scratch.stocks[own.bank] = -state.interestEarned
    scratch.stocks[own.buyers] = -state.soldToBuyers
    let line = plan.funds[fund].line
    if line >= 0 { scratch.stocks[plan.lines[line].account] = lines[line].costs - state.borrowed }
    guard plan.funds[fund].isPacing else { return }
    let before = plan.pacedBefore(fund)
    scratch.stocks[own.companies] = state.invested - state.pacingReturned
    scratch.stocks[own.companies] -= before.contributed - before.returned
  }

  private mutating func takeStocks(ofParty party: Int) {
    let (owner, source) = (plan.parties[party].owner, plan.parties[party].source)
    guard owner < 0 else {
      guard sales[party].isDone else { return }
      let buyers = plan.funds[owner].accounts.buyers
      scratch.stocks[buyers] += distributed[party] - sales[party].distributed - paidIn[party] + sales[party].paidIn
      return
    }
    scratch.stocks[source] += distributed[party] + soldFor[party] - paidIn[party] - bought[party]
    scratch.stocks[source] += partyStates[party].equalised - openingBalance(party)
  }

  /// What a party had received less paid in before the grid.
  private func openingBalance(_ party: Int) -> Int64 { openingDistributed[party] - openingPaidIn[party] }
}
