// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

extension Plan {
  /// Resolves a scenario at given values of its uncertain numbers.
  ///
  /// - Parameters:
  ///   - scenario: The design.
  ///   - without: Ids of what is left out.
  ///   - values: The numbers that were drawn; base values otherwise.
  ///   - base: The plan of the same scenario at base values, whose tables are used again.
  /// - Throws: A failure of a table or a factorisation.
  init(
    _ scenario: Scenario, without: Set<String> = [], values: ParameterValues = .base,
    base: Plan? = nil
  ) throws(NumericalFailure) {
    var resolver = PlanResolver(
      scenario, values: values, tables: base?.tables ?? QuantileTables(), marks: base?.marks ?? [])
    try resolver.resolveLaws()
    let hasListings = resolver.laws.contains { $0.isStaged }
    economy = try EconomyPlan(scenario.economy, time: scenario.time, values: values, listings: hasListings)
    quarters = scenario.time.quarters
    seed = scenario.run.seed
    laws = resolver.laws
    stages = resolver.stages
    eventFactors = resolver.eventFactors
    marks = resolver.marks
    markets = resolver.markets
    let settled = resolver
    streams = scenario.candidateStreams.map {
      StreamPlan($0, laws: settled.lawIndex, sectors: settled.sectorIndex, resolver: settled)
    }
    var members = MemberResolver(resolver: settled)
    try members.resolve(without: without)
    companies = members.companies
    funds = members.funds
    fundTables = members.fundTables
    parties = members.parties
    waterfalls = members.waterfalls
    order = members.order
    concessions = members.concessionPlans
    receivers = members.receivers
    closings = members.closings
    honourings = members.honourings
    lines = members.lines
    gates = members.gates
    stateSales = members.stateSales
    publicExits = members.publicExits
    raises = funds.contains(where: \.raising.isUncertain)
    arrivalQuarters = members.arrivalQuarters
    hasArrivals = !companies.isEmpty || streams.contains { $0.perQuarter > 0 }
    hasFollowOns = funds.contains { $0.programme.followOnReserve > 0 }
    followsOrder = hasFollowOns || funds.contains { $0.programme.redemptionAfter >= 0 }
    promotion = try PromotionResolver.plan(scenario, values: values, economy: economy, tables: &resolver.tables)
    self.tables = resolver.tables
    instruments = members.instruments(without: without)
    hasRescues = instruments.contains { $0.rescue != nil }
    ledger = LedgerResolver.layOut(
      funds: &funds, parties: &parties, sources: members.sources.count, quarters: quarters)
    buyOuts = LedgerResolver.addBuyOuts(to: &ledger, concessions: concessions, receivers: receivers, parties: parties)
    LedgerResolver.addEqualisation(to: &ledger, funds: &funds, parties: &parties)
    LedgerResolver.addInstruments(to: &ledger, &instruments)
    supportChannels = SupportChannel.all(instruments, ledger: ledger)
    for gate in gates.indices {
      let level = gates[gate].level
      gates[gate].hasSupport = supportChannels.contains { $0.level == level }
    }
    entities = members.entities(outputs: scenario.outputs, instruments: instruments)
    LedgerResolver.addLines(to: &ledger, funds: &funds, lines: &lines)
    finances = members.finances(&entities)
    discountRate = values(scenario.economy.discountRate)
    wants = Wants(scenario, promotion: promotion)
    firstYearEnd = 4 - scenario.time.start.ofYear
    evaluations =
      wants.column(.directionScore) == nil ? [] : members.evaluations(without: without, firstYearEnd: firstYearEnd)
    tolerances = wants.asks(HeadlineMetric.ofTolerance) ? members.tolerances(without: without) : []
    reinvestments = wants.asks(HeadlineMetric.ofReinvestment) ? members.reinvestments(without: without) : []
    if funds.contains(where: \.hasInterests) { wants.navByQuarter = true }
    for fund in funds.indices { funds[fund].recordsParties = movesStakes(fund) }
    for fund in funds.indices where isUnwatched(fund) { funds[fund].unwatchedUntil = min(funds[fund].end, quarters) }
    if raises, let base, base.funds.count == funds.count {
      for fund in funds.indices { funds[fund].raising.expected = base.funds[fund].raising.expected }
    }
    if without.isEmpty { settleTargets(scenario, base: base) }
    economy.needsIndex = wants.column(.ksPme) != nil || wants.column(.directAlpha) != nil
    if funds.count == 1, standsAlone(0), asksForFlowsAlone { lone = LonePlan(self) }
  }

  /// Whether stakes of a fund pass between investors, are paid for late, or bring less than their part.
  private func movesStakes(_ fund: Int) -> Bool {
    funds[fund].mayBeShort || !funds[fund].concessions.isEmpty || funds[fund].publicExit >= 0
      || funds[fund].raising.closings.count > 1
  }

  /// Whether the companies of a fund are its own alone, and neither rounds, rights, options nor values by quarter ask for
  /// them before it ends.
  private func isUnwatched(_ fund: Int) -> Bool {
    funds[fund].programme.hasUnlimited && !funds[fund].isLead && !funds[fund].isAmerican && !followsOrder
      && !wants.navByQuarter && funds[fund].publicExit < 0
      && !funds[fund].concessions.contains { concessions[$0].form == .buyoutOption }
  }

  /// Whether nobody but its companies decides what a fund does until it ends within the grid: calls are gross, as needed
  /// and paid in full, all investors share one European waterfall, and there are no terms beyond the management fee.
  ///
  /// Some of it follows from `isUnwatched` and is said again: who widens that must not widen this.
  private func standsAlone(_ fund: Int) -> Bool {
    let about = funds[fund]
    let hasNothingBeside = !hasArrivals && promotion.isEmpty && instruments.isEmpty && gates.isEmpty
    let isNew = about.start >= 0 && about.openingPaidIn == 0 && about.openingCash == 0
    let endsPlainly =
      about.end < quarters && about.extensionCount == 0 && about.stateSale < 0 && about.inKindShare == 0
      && !about.handsOutAtLockUp
    return hasNothingBeside && isNew && isUnwatched(fund) && buysPlainly(about) && buysFromOneStream(fund)
      && isPaidPlainly(about) && sharesPlainly(fund) && endsPlainly
  }

  private func buysPlainly(_ about: FundPlan) -> Bool {
    !about.isPacing && !about.hasInterests && !about.isLead && about.lead < 0 && !about.programme.hasMandate
      && about.programme.recyclable == 0 && about.programme.followOnReserve == 0
      && about.programme.redemptionAfter < 0
  }

  /// Whether a fund buys from one stream, any company of it, under a staged law.
  private func buysFromOneStream(_ fund: Int) -> Bool {
    guard fundTables[fund].streams.count == 1 else { return false }
    let stream = streams[fundTables[fund].streams[0]]
    return laws[stream.law].isStaged
      && stream.sectorIndices.allSatisfy { fundTables[fund].sectorAllowed[$0] }
  }

  /// Whether nothing is recorded but what follows from the flows of funds and their investors.
  private var asksForFlowsAlone: Bool {
    assessment == nil && wants.headline.allSatisfy(HeadlineMetric.ofFlows.contains)
      && wants.periods.allSatisfy(PeriodMetric.ofFlows.contains)
      && evaluations.isEmpty && tolerances.isEmpty && reinvestments.isEmpty
  }

  private func isPaidPlainly(_ about: FundPlan) -> Bool {
    !about.isNet && about.firstCall == 0 && about.instalment == 0 && !about.hasOwners && !about.hasDues
      && !about.raising.isUncertain && about.line < 0 && !about.hasCosts
  }

  private func sharesPlainly(_ fund: Int) -> Bool {
    let about = funds[fund]
    return about.groups.count == 1 && !about.isAmerican && !about.hasEscrow && !about.hasClawback
      && about.concessions.isEmpty && !about.recordsParties && about.publicExit < 0
      && fundTables[fund].quarterYears.isEmpty
  }
}
