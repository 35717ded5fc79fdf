// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// The solver for rates of return, apart from the columns that it reads.
final class RateSolver {
  private var solver = InternalRateSolver(periodsPerYear: 4)

  func solve(_ flows: Span<Double>) -> InternalRate { solver.solve(flows) }

  func directAlpha(_ flows: Span<Double>, index: Span<Double>, netAssetValue: Double) -> InternalRate {
    solver.directAlpha(flows, index: index, netAssetValue: netAssetValue)
  }
}

/// Takes the wanted metrics of one replicate from the kernel: one number an entity and metric, NaN where a metric does
/// not exist. Money leaves here in yuan.
struct ReplicateMeasures {
  var shared: SharedPlan
  private let columns: Int
  /// Headline numbers, entity by entity.
  private(set) var headline: [Double]
  /// Numbers by quarter: entity by entity, metric by metric, a column a quarter.
  var periods: [Double]
  let wantsExits: Bool
  private let wantsChain: Bool
  let rates = RateSolver()
  var exposures: [Double] = []
  /// Flows of the entity that is being measured: fen paid and received, the same in yuan, and the net.
  var paid: [Int64]
  var received: [Int64]
  var contributions: [Double]
  var distributions: [Double]
  private(set) var flows: [Double]
  /// Fen that a level of government paid for funds and instruments, and received from them.
  var capital: (paid: Int64, received: Int64) = (0, 0)
  /// What a level of government spends on funds, instruments and the promotion of capital, with what it held at the
  /// opening, by quarter.
  var outlays: [Double]
  /// Fen in a fund's account, and flows up to a date.
  var cash: [Int64]
  var history: [Double]
  let cashChannels: [[(channel: Int, sign: Int64)]]
  /// What stands behind the account of public money that is being measured.
  var account = PublicAccount()
  /// What the fund that is being measured had bought by quarter, of what its mandate counts.
  var purchases = MandateSeries()
  /// Interest of equalisation, received less paid: neither paid in nor distributed.
  var interest: [Int64]
  /// Metrics by quarter that each entity has, with their places among those that are wanted. What there is to record is
  /// decided by the plan at base values, so that a number drawn as 0 takes nothing away on its replicate.
  let offered: [[(place: Int, metric: PeriodMetric)]]
  /// Metrics of the promotion of capital that each entity has, by quarter and over the grid, and a series of one.
  let pipelinePeriods: [[WantedPipelineMetric]]
  let pipelineHeadlines: [[WantedPipelineMetric]]
  var series: [Double]
  /// Whether each fund has a mandate, likewise.
  let hasMandate: [Bool]

  var plan: Plan {
    @inline(__always) unsafeAddress { shared.address }
  }

  init(_ plan: Plan) {
    shared = SharedPlan(plan)
    columns = plan.wants.headline.count
    let exits: [HeadlineMetric] = [
      .exitsListed, .exitsAcquired, .exitsBoughtBack, .exitsTransferred, .exitsFailed, .listedMultiple,
    ]
    wantsExits = plan.wants.headline.contains(where: exits.contains)
    let chain: [HeadlineMetric] = [
      .committedPublic, .committedTotal, .announcedTotal, .chainPublic, .chainUpperPartners, .chainFundPartners,
      .chainCoInvestors, .chainLaterRounds, .chainTotal, .chainTotalNet, .chainCredit, .chainInPlace,
    ]
    wantsChain = plan.wants.headline.contains(where: chain.contains)
    headline = Array(repeating: .nan, count: plan.entities.count * columns)
    periods = Array(repeating: .nan, count: plan.entities.count * plan.wants.periods.count * plan.quarters)
    paid = Array(repeating: 0, count: plan.quarters)
    received = paid
    interest = paid
    offered = plan.entities.indices.map { entity in
      plan.wants.periods.enumerated().filter { plan.offers($0.element, entity: entity) }
        .map { (place: $0.offset, metric: $0.element) }
    }
    pipelinePeriods = WantedPipelineMetric.offered(plan.wants.periods.map(\.pipeline), by: plan)
    pipelineHeadlines = WantedPipelineMetric.offered(plan.wants.headline.map(\.pipeline), by: plan)
    hasMandate = plan.funds.map(\.programme.hasMandate)
    series = Array(repeating: 0, count: plan.quarters)
    contributions = Array(repeating: 0, count: plan.quarters)
    distributions = contributions
    flows = contributions
    outlays = contributions
    cash = paid
    history = contributions
    cashChannels = ReplicateMeasures.cashChannels(plan)
  }

  /// Fills both columns.
  mutating func take(from kernel: borrowing ReplicateKernel) {
    // What a replicate does not have must not be what another had.
    for place in headline.indices { headline[place] = .nan }
    for entity in plan.entities.indices {
      let about = plan.entities[entity]
      guard about.headline || about.periods || about.isAskedFor else { continue }
      if about.account >= 0 {
        takePromotion(entity, about, from: kernel)
        continue
      }
      if about.kind == .all {
        takeCounts(kernel.counts, entity: entity)
        if wantsChain { takeChain(entity, from: kernel) }
        continue
      }
      if about.kind == .instrument {
        if about.headline { takeInstrument(entity, about.instrument, from: kernel) }
        continue
      }
      gather(about, from: kernel)
      let value = residual(about, from: kernel)
      if about.kind == .publicMoney { gatherAccount(entity, about, from: kernel) }
      if about.finances >= 0 { gatherFinances(about, from: kernel) }
      if about.headline || about.isAskedFor { takeHeadline(entity, about, value: value, from: kernel) }
      if about.periods || about.isAskedFor { takePeriods(entity, about, from: kernel) }
    }
  }

  /// Whether anybody asks for a metric: one that takes a loop is not measured for nobody.
  @inline(__always) func wants(_ metric: HeadlineMetric) -> Bool { plan.wants.column(metric) != nil }

  mutating func set(_ metric: HeadlineMetric, _ entity: Int, _ value: Double?) {
    guard let column = plan.wants.column(metric) else { return }
    set(column: column, entity, value)
  }

  mutating func set(column: Int, _ entity: Int, _ value: Double?) {
    headline[entity * columns + column] = value ?? .nan
  }

  /// Sums are of fen, which are exact, and become yuan last.
  @inline(__always) func yuan(_ fen: Int64) -> Double { Double(fen) / 100 }

  /// Money that the entity's investors paid and received by quarter.
  private mutating func gather(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    clearFlows()
    for party in entity.parties {
      kernel.ledger.add(channel: plan.parties[party].call, to: &paid, sign: 1)
      kernel.ledger.add(channel: plan.parties[party].distribution, to: &received, sign: 1)
      guard plan.parties[party].owner >= 0 else { continue }
      kernel.ledger.add(channel: plan.parties[party].appropriation, to: &paid, sign: 1)
      kernel.ledger.add(channel: plan.parties[party].receipt, to: &received, sign: 1)
    }
    if entity.kind != .fund {
      gatherBuyOuts(entity, from: kernel)
      gatherEqualisation(entity, from: kernel)
    }
    sumFlows()
  }

  mutating func clearFlows() {
    paid.clear()
    received.clear()
    interest.clear()
  }

  /// The net flows of all quarters in yuan.
  mutating func sumFlows() {
    flows.set(received, less: paid, plus: interest)
  }

  /// The flows either way in yuan, for the few metrics that ask for them.
  mutating func sumGrossFlows() {
    contributions.set(paid)
    distributions.set(received)
  }

  /// Prices paid for stakes of other investors, and received for the own one.
  private mutating func gatherBuyOuts(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) {
    for concession in plan.concessions where concession.form == .buyoutOption {
      let isGiver = entity.parties.contains(concession.giver)
      for position in concession.receivers {
        if entity.parties.contains(plan.receivers[position]) {
          kernel.ledger.add(channel: plan.buyOuts[position], to: &paid, sign: 1)
        }
        if isGiver { kernel.ledger.add(channel: plan.buyOuts[position], to: &received, sign: 1) }
      }
    }
  }

  /// The part of a fund's investors that the entity is, by their stakes.
  @inline(__always) func part(_ entity: EntityPlan, of fund: Int, from kernel: borrowing ReplicateKernel)
    -> Double
  {
    guard kernel.funds[fund].paidIn > 0 else { return 0 }
    if entity.kind == .fund { return 1 }
    var own: Int64 = 0
    for party in entity.parties where plan.parties[party].fund == fund { own += kernel.stakes[party] }
    return Double(own) / Double(kernel.funds[fund].paidIn)
  }

  private mutating func takeHeadline(
    _ entity: Int, _ about: EntityPlan, value: Double, from kernel: borrowing ReplicateKernel
  ) {
    if about.kind == .publicMoney { return takePublic(entity, about, value: value, from: kernel) }
    let before = opening(about, from: kernel)
    let multiples = Multiples(
      paidIn: before.paidIn + yuan(paid.reduce(0, +)), distributed: before.distributed + yuan(received.reduce(0, +)),
      netAssetValue: value)
    set(.tvpi, entity, multiples.tvpi)
    set(.dpi, entity, multiples.dpi)
    set(.rvpi, entity, multiples.rvpi)
    set(.pLoss, entity, multiples.tvpi.map { $0 < 1 ? 1 : 0 })
    set(.paidIn, entity, multiples.paidIn)
    set(.distributed, entity, multiples.distributed)
    set(.nav, entity, value)
    if wants(.jCurveDepth) { set(.jCurveDepth, entity, JCurve(flows.span).depth) }
    if wants(.yearsToPayback) { set(.yearsToPayback, entity, payback(about, from: kernel)) }
    takeReturns(entity, value: value, opening: before.value, from: kernel)
    takePortfolio(entity, about, from: kernel)
    takeRaising(entity, about, from: kernel)
  }

  /// Years to payback; money that moved before the grid counts as of its first quarter.
  mutating func payback(_ entity: EntityPlan, from kernel: borrowing ReplicateKernel) -> Double? {
    let before = openingAccount(entity, from: kernel)
    paid[0] += before.paidIn
    received[0] += before.distributed
    let years = yearsToPayback(contributions: paid.span, distributions: received.span)
    paid[0] -= before.paidIn
    received[0] -= before.distributed
    return years
  }

  /// What the entity had paid, received and held when the grid began. Value held then counts as paid in quarter 0 where
  /// rates of return are concerned, since the dates of earlier flows are not known.
  @inline(__always) func opening(
    _ entity: EntityPlan, from kernel: borrowing ReplicateKernel
  ) -> (paidIn: Double, distributed: Double, value: Double) {
    guard plan.funds[entity.fund].openingPaidIn > 0 else { return (0, 0, 0) }
    let account = openingAccount(entity, from: kernel)
    return (yuan(account.paidIn), yuan(account.distributed), openingValue(entity, of: entity.fund, from: kernel))
  }

  /// Fen that the entity's investors had paid and received when the grid began, whoever has their stakes since.
  func openingAccount(
    _ entity: EntityPlan, from kernel: borrowing ReplicateKernel
  ) -> (paidIn: Int64, distributed: Int64) {
    var account: (paidIn: Int64, distributed: Int64) = (0, 0)
    for party in entity.parties {
      account.paidIn += kernel.openingPaidIn[party]
      account.distributed += kernel.openingDistributed[party]
    }
    return account
  }

  /// What the entity's investors held of a fund when the grid began, by what they had paid in; yuan.
  @inline(__always) func openingValue(
    _ entity: EntityPlan, of fund: Int, from kernel: borrowing ReplicateKernel
  ) -> Double {
    let value = kernel.funds[fund].openingValue / 100
    let whole = plan.funds[fund].openingPaidIn
    guard whole > 0 else { return value * part(entity, of: fund, from: kernel) }
    var own: Int64 = 0
    for party in entity.parties where plan.parties[party].fund == fund { own += kernel.openingPaidIn[party] }
    return value * (Double(own) / Double(whole))
  }

  private mutating func takeReturns(
    _ entity: Int, value: Double, opening: Double, from kernel: borrowing ReplicateKernel
  ) {
    let last = plan.quarters - 1
    flows[0] -= opening
    defer { flows[0] += opening }
    if wants(.npv) { set(.npv, entity, discounted() + value * plan.economy.discount[last]) }
    if wants(.directAlpha) {
      let alpha = rates.directAlpha(flows.span, index: kernel.listedIndex.span, netAssetValue: value)
        .lossIsTotal(unless: cameBack(value))
      set(.directAlpha, entity, alpha.compounded(over: 4).rate)
    }
    if wants(.ksPme) {
      sumGrossFlows()
      contributions[0] += opening
      let ratio = kaplanSchoar(
        contributions: contributions.span, distributions: distributions.span, index: kernel.listedIndex.span,
        netAssetValue: value)
      set(.ksPme, entity, ratio)
    }
    guard wants(.irr) || wants(.irrStatus) else { return }
    flows[last] += value
    let rate = rates.solve(flows.span).lossIsTotal(unless: cameBack(value))
    set(.irr, entity, rate.compounded(over: 4).rate)
    set(.irrStatus, entity, Double(InternalRateStatus.allCases.firstIndex(of: rate.status) ?? 0))
    flows[last] -= value
  }

  /// Whether the entity received anything, or holds something in the end.
  private func cameBack(_ value: Double) -> Bool { value > 0 || received.contains { $0 > 0 } }

  @inline(__always) func discounted() -> Double {
    var sum = 0.0
    for quarter in 0..<plan.quarters { sum += flows[quarter] * plan.economy.discount[quarter] }
    return sum
  }
}

extension [Double] {
  /// Sets the numbers to amounts of fen, in yuan; through a span, which asks once whether the array is shared.
  fileprivate mutating func set(_ fen: [Int64]) {
    var numbers = mutableSpan
    for position in numbers.indices { numbers[position] = Double(fen[position]) / 100 }
  }

  fileprivate mutating func set(_ received: [Int64], less paid: [Int64], plus interest: [Int64]) {
    var numbers = mutableSpan
    for position in numbers.indices {
      numbers[position] = Double(received[position] - paid[position] + interest[position]) / 100
    }
  }
}

extension [Int64] {
  /// Sets every number to 0.
  fileprivate mutating func clear() {
    var numbers = mutableSpan
    for position in numbers.indices { numbers[position] = 0 }
  }
}
