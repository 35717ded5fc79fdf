// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Turns one fund of a scenario into numbers. Accounts and channels are added by `LedgerResolver`.
struct FundResolver {
  let fund: Identified<Fund>
  let resolver: PlanResolver
  var values: ParameterValues { resolver.values }

  func plan(firstParty: Int) throws(NumericalFailure) -> FundPlan {
    let about = fund.value
    let commitments = about.investors.map { values($0.value.commitment) }
    let start = about.starts.index - resolver.scenario.time.start.index
    let skill = min(1, max(0, values(about.manager.skill)))
    let opening = about.opening
    let commitment = commitments.reduce(0, +)
    let size = sizing().size(at: commitment)
    return FundPlan(
      entity: EntityAddress.root.child(EntityKindCode.fund, fund.id), start: start, firstParty: firstParty,
      partyCount: commitments.count, commitment: commitment,
      isNet: about.calls.offset == .net, firstCall: size.firstCall, instalment: size.instalment,
      programme: programme(size), isPacing: pacing() != nil, setUp: values(about.fees.setUp),
      custodyPerQuarter: values(about.fees.custody) / 4, fixedPerQuarter: Double(values(about.fees.fixedPerYear)) / 4,
      isAmerican: about.waterfall.kind == .american, hasEscrow: about.waterfall.escrow != nil,
      hasClawback: about.waterfall.clawback != nil,
      end: start + values.quarters(about.life.term),
      extensionQuarters: values.quarters(about.life.extensionLength),
      extensionCount: values(about.life.extensionCount), extensionThreshold: values(about.life.extensionThreshold),
      restShare: about.life.rest == .writeOff ? 0 : 1 - values(about.life.saleDiscount), skill: skill,
      skillNoise: (1 - skill * skill).squareRoot(), idleSpread: values(about.idleCashSpread),
      lag: values(about.valuation.lag), smoothing: values(about.valuation.smoothing),
      staleAfter: values(about.valuation.staleAfter), staleHaircut: values(about.valuation.staleHaircut),
      recyclesCalls: about.portfolio == .funds && values(about.calls.recycling) > 0,
      hasOwners: about.investors.contains { $0.value.fund != nil },
      openingPaidIn: opening.map { values($0.paidIn) } ?? 0,
      openingDistributed: opening.map { values($0.distributed) } ?? 0,
      openingCash: opening.map { values($0.cash) } ?? 0, channels: FundChannels(), accounts: FundAccounts())
  }

  private func phase(_ phase: ManagementFeePhase) -> FeePhasePlan {
    FeePhasePlan(until: values.quarters(phase.until), base: phase.base, perQuarter: values(phase.rate) / 4)
  }

  private func pacing() -> PacingPlan? {
    guard case .pacing(let law) = fund.value.portfolio else { return nil }
    let model = TakahashiAlexander(
      contributionRates: law.contributionRates.map { values($0) }, life: values(law.life), bow: values(law.bow),
      growth: values(law.growth), yield: values(law.yield))
    var plan = law.step == .year ? yearly(model) : quarterly(model)
    let age = resolver.scenario.time.start.index - fund.value.starts.index
    let commitment = fund.value.investors.reduce(0) { $0 + values($1.value.commitment) }
    plan.opening = plan.state(through: age, commitment: commitment)
    return plan
  }

  /// A year's flows fall in its fourth quarter; in the quarters before, the value stands where it was.
  private func yearly(_ model: TakahashiAlexander) -> PacingPlan {
    let years = 1...model.life
    return PacingPlan(
      contributions: model.schedule(commitment: 1).flatMap { [0, 0, 0, $0.contribution] },
      rates: years.flatMap { [0, 0, 0, model.distributionRate(year: $0)] },
      growth: years.flatMap { _ in [1, 1, 1, 1 + model.growth] })
  }

  private func quarterly(_ model: TakahashiAlexander) -> PacingPlan {
    let schedule = model.quarterlySchedule(commitment: 1)
    let growth = Elementary.exp(Elementary.log1p(model.growth) / 4)
    return PacingPlan(
      contributions: schedule.map(\.contribution),
      rates: schedule.indices.map { TakahashiAlexander.quarterlyRate(model.distributionRate(year: $0 / 4 + 1)) },
      growth: schedule.map { _ in growth })
  }

  private func quarterYears() -> [Double] {
    let dayCount = fund.value.waterfall.dayCount.dayCount
    let time = resolver.scenario.time
    guard dayCount != .thirty360 else { return [] }
    return (0..<time.quarters).map { quarter in
      let day = time.start.advanced(by: quarter)
      return dayCount.years(from: day.advanced(by: -1).firstDay, to: day.firstDay)
    }
  }

  /// What the fund is besides plain numbers.
  func tables(openings: [OpeningPlan], named: [(company: Int, ticket: Int64)]) -> FundTables {
    var tables = FundTables(
      feePhases: fund.value.fees.management.map(phase), pacing: pacing(), named: named, openings: openings)
    tables.quarterYears = quarterYears()
    tables.sizing = sizing()
    guard case .companies(let programme) = fund.value.portfolio else { return tables }
    func byStage<Value>(_ empty: Value, _ pick: (TicketPlan) -> Value?) -> [Value] {
      CompanyStage.allCases.map { stage in programme.tickets.first { $0.stage == stage }.flatMap(pick) ?? empty }
    }
    tables.streams = programme.streams.map { resolver.streamIndex.index(of: $0) }
    let own = EntityAddress.root.child(EntityKindCode.fund, fund.id)
    tables.streamEntities = programme.streams.map {
      EntityAddress.root.child(EntityKindCode.stream, $0).child(EntityKindCode.fund, own.rawValue)
    }
    tables.ticketsThrough = ticketsThrough(
      programme.ticketsPerYear.map { values($0) }, quarters: values.quarters(programme.period))
    tables.tickets = byStage(0) { values($0.ticket) }
    tables.planned =
      programme.tickets.contains { $0.planned != nil } ? byStage(0) { $0.planned.map { values($0) } } : []
    tables.sectorAllowed = resolver.scenario.economy.sectors.map {
      programme.mandate.sectors.isEmpty || programme.mandate.sectors.contains($0.id)
    }
    return tables
  }

  private func programme(_ size: FundSize) -> ProgrammePlan {
    guard case .companies(let programme) = fund.value.portfolio else {
      return ProgrammePlan(recyclable: size.recyclable)
    }
    let streams = programme.streams.map { resolver.streamIndex.index(of: $0) }
    let mandate = programme.mandate
    return ProgrammePlan(
      quarters: values.quarters(programme.period), hasStreams: !streams.isEmpty,
      hasUnlimited: streams.contains { resolver.scenario.candidateStreams[$0].value.arrivals == .unlimited },
      earlyMinimum: values(mandate.earlyMinimum), smallMinimum: values(mandate.smallMinimum),
      smallLimit: Double(values(mandate.smallValuationLimit)) / 100,
      hardTechMinimum: values(mandate.hardTechMinimum), localMinimum: values(mandate.localMinimum),
      companyLimit: size.companyLimit, investable: size.investable, recyclable: size.recyclable,
      followOnReserve: size.followOnReserve,
      proRata: programme.followOn.map { values($0.proRata) } ?? 0,
      followOnUntil: programme.followOn.map { values.quarters($0.until) } ?? 0,
      highestTicket: programme.tickets.map { values($0.ticket) }.max() ?? 0,
      redemptionAfter: programme.redemption.map { values($0.after) } ?? -1,
      redeemsOnlyStalled: programme.redemption?.onlyStalled ?? false)
  }

  /// Tickets planned up to each quarter: the year's number spread evenly, the earlier quarters first.
  private func ticketsThrough(_ perYear: [Int], quarters: Int) -> [Int] {
    var past = 0
    return (0..<quarters).map { quarter in
      let year = perYear.isEmpty ? 0 : perYear[min(quarter / 4, perYear.count - 1)]
      let inYear = quarter % 4 + 1
      let through = past + (year * inYear + 3) / 4
      if inYear == 4 { past += year }
      return through
    }
  }

  /// How the fund's numbers follow from its commitments.
  private func sizing() -> FundSizing {
    let about = fund.value
    let term = values(about.life.term)
    var sizing = FundSizing()
    if about.calls.method == .instalments {
      sizing.first = values(about.calls.first)
      sizing.instalment = values(about.calls.instalment)
    }
    if case .companies(let programme) = about.portfolio {
      sizing.buysCompanies = true
      sizing.companyLimit = values(programme.concentrationLimit)
      sizing.reserve = programme.followOn.map { values($0.reserve) } ?? 0
    }
    sizing.recycling = values(about.calls.recycling)
    sizing.holdsFunds = about.portfolio == .funds
    sizing.fixed = Double(values(about.fees.setUp)) + Double(values(about.fees.fixedPerYear)) * term
    sizing.proportional = values(about.fees.custody) * term
    var from = 0.0
    for phase in about.fees.management {
      let until = min(values(phase.until), term)
      let load = values(phase.rate) * max(0, until - from)
      if phase.base == .committed { sizing.onCommitments.append(load) } else { sizing.proportional += load }
      from = max(from, until)
    }
    return sizing
  }
}
