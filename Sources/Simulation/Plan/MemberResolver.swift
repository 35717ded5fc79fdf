// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Resolves companies, funds and investors, and lists the entities that metrics describe.
struct MemberResolver {
  let resolver: PlanResolver
  var companies: [CompanyPlan] = []
  var funds: [FundPlan] = []
  var fundTables: [FundTables] = []
  var parties: [PartyPlan] = []
  /// Waterfalls of all groups of investors on equal terms, fund by fund, before the first contribution.
  var waterfalls: [FundWaterfall] = []
  var sources: [FundingSource] = []
  var arrivalQuarters = 0
  /// Positions of the funds in the order of a quarter: each before its owners and its followers.
  var order: [Int] = []
  var concessionPlans: [ConcessionPlan] = []
  var receivers: [Int] = []
  var closings: [ClosingPlan] = []
  var honourings: [HonouringPlan] = []
  var lines: [CreditLinePlan] = []
  var stateSales: [StateSalePlan] = []
  var publicExits: [PublicExitPlan] = []
  var gates: [CallGatePlan] = []

  /// Where money comes from: a level of government and a budget, or one account for everybody else.
  struct FundingSource: Hashable {
    var level: PublicLevel?
    var source: SourceOfFunds
  }

  init(resolver: PlanResolver) { self.resolver = resolver }

  mutating func resolve(without: Set<String>) throws(NumericalFailure) {
    let scenario = resolver.scenario
    companies = scenario.companies.map { named($0) }
    let positions = Dictionary(uniqueKeysWithValues: scenario.companies.enumerated().map { ($1.id, $0) })
    let present = scenario.funds.filter { !without.contains($0.id) }
      .map { Identified(id: $0.id, value: $0.value.without(without, id: $0.id)) }
    // Candidates arrive while any fund of the base design invests, so that leaving a fund out changes no arrival.
    arrivalQuarters = scenario.funds.map { arrivalEnd($0.value) }.max() ?? 0
    for fund in present {
      var openings: [OpeningPlan] = []
      var named: [(company: Int, ticket: Int64)] = []
      if case .companies(let programme) = fund.value.portfolio {
        openings = programme.openingHoldings.map { opening($0, fund: fund.id) }
        named = programme.named.map { (positions.index(of: $0.company), resolver.values($0.ticket)) }
      }
      let first = parties.count
      let firstGroup = waterfalls.count
      let groups = group(fund.value)
      for (investor, group) in zip(fund.value.investors, groups) {
        parties.append(party(investor.value, fund: funds.count, group: firstGroup + group))
      }
      let member = FundResolver(fund: fund, resolver: resolver)
      funds.append(try member.plan(firstParty: first))
      funds[funds.count - 1].groups = firstGroup..<waterfalls.count
      fundTables.append(member.tables(openings: openings, named: named))
      resolveCapital(fund, at: funds.count - 1)
      resolveExits(fund.value, at: funds.count - 1)
    }
    tie(present)
    resolveGates()
    (concessionPlans, receivers) = concessions(present)
    for index in funds.indices {
      let own = concessionPlans.indices.filter { concessionPlans[$0].fund == index }
      funds[index].concessions = (own.first ?? 0)..<(own.last.map { $0 + 1 } ?? 0)
    }
  }

  /// Who owns whom and who follows whom, by position.
  private mutating func tie(_ present: [Identified<Fund>]) {
    order = FundTree(present).order
    let positions = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1.id, $0) })
    for (index, fund) in present.enumerated() {
      for (number, investor) in fund.value.investors.enumerated() {
        guard let owner = investor.value.fund.flatMap({ positions[$0] }) else { continue }
        parties[funds[index].firstParty + number].owner = owner
        fundTables[owner].interests.append(funds[index].firstParty + number)
        funds[owner].hasInterests = true
      }
      guard case .companies(let programme) = fund.value.portfolio, let terms = programme.coInvestment,
        let lead = positions[terms.lead]
      else { continue }
      funds[index].lead = lead
      funds[index].leadShare = resolver.values(terms.share)
      funds[lead].isLead = true
    }
  }

  private func arrivalEnd(_ fund: Fund) -> Int {
    guard case .companies(let programme) = fund.portfolio, !programme.streams.isEmpty else { return 0 }
    let start = fund.starts.index - resolver.scenario.time.start.index
    return min(resolver.scenario.time.quarters, start + resolver.values.quarters(programme.period))
  }

  /// Adds the waterfalls of a fund's groups of investors on equal terms; the group of each investor.
  ///
  /// Terms written again for a class are the same terms, unless numbers are drawn, and each by itself.
  private mutating func group(_ fund: Fund) -> [Int] {
    let agreement = WaterfallAgreement(fund.waterfall, values: resolver.values)
    let base = WaterfallAgreement(fund.waterfall)
    let clauses = [fund.waterfall.sharing] + fund.waterfall.classes.map(\.sharing)
    var known: [Int] = []
    let groups = fund.investors.map { investor in
      let own = fund.waterfall.classes.firstIndex { $0.investorClass == investor.value.investorClass }
      let number = own.map { $0 + 1 } ?? 0
      let isSame = { (other: Int) in
        resolver.scenario.run.uncertainty
          ? clauses[other] == clauses[number] : base.terms[other] == base.terms[number]
      }
      if let position = known.firstIndex(where: isSame) { return position }
      known.append(number)
      return known.count - 1
    }
    waterfalls += known.map { FundWaterfall(agreement.kind, agreement.terms[$0], agreement.safeguards) }
    return groups
  }

  private mutating func party(_ investor: Investor, fund: Int, group: Int) -> PartyPlan {
    let source = FundingSource(level: investor.investorClass.publicLevel, source: investor.sourceOfFunds)
    let isFund = investor.fund != nil
    let known = isFund ? 0 : sources.firstIndex(of: source) ?? sources.count
    if !isFund && known == sources.count { sources.append(source) }
    return PartyPlan(
      fund: fund, group: group, investorClass: investor.investorClass, owner: -1,
      commitment: resolver.values(investor.commitment),
      source: known, account: 0, appropriation: 0, call: 0, distribution: 0, receipt: 0)
  }

  private func row(_ stage: CompanyStage, law: Int, isHardTech: Bool) -> Int {
    let plan = resolver.laws[law]
    return resolver.row(of: stage, law: law) + (isHardTech && plan.isStaged ? plan.stageCount : 0)
  }

  private func code(_ stage: CompanyStage) -> Int { CompanyStage.allCases.firstIndex(of: stage) ?? 0 }

  private func named(_ company: Identified<NamedCompany>) -> CompanyPlan {
    let about = company.value
    let law = resolver.lawIndex.index(of: about.law)
    let enters = resolver.years(of: about.enters)
    return CompanyPlan(
      entity: EntityAddress.root.child(EntityKindCode.company, company.id), law: law,
      row: row(about.stage, law: law, isHardTech: about.hardTech), stage: code(about.stage),
      sector: resolver.sectorIndex.index(of: about.sector),
      enters: enters, quarter: Int((enters * 4).rounded(.down)),
      roundSize: Double(resolver.values(about.roundSize)) / 100, isHardTech: about.hardTech, isLocal: about.local)
  }

  private mutating func opening(_ holding: Identified<OpeningHolding>, fund: String) -> OpeningPlan {
    let about = holding.value
    let law = resolver.lawIndex.index(of: about.law)
    let since = resolver.years(of: about.stageSince)
    let parent = EntityAddress.root.child(EntityKindCode.fund, fund)
    companies.append(
      CompanyPlan(
        entity: parent.child(EntityKindCode.openingHolding, holding.id), law: law,
        row: row(about.stage, law: law, isHardTech: about.hardTech), stage: code(about.stage),
        sector: resolver.sectorIndex.index(of: about.sector),
        enters: since, quarter: -1, roundSize: Double(resolver.values(about.cost)) / 100,
        isHardTech: about.hardTech, isLocal: about.local))
    return OpeningPlan(
      company: companies.count - 1, age: -since, acquired: resolver.years(of: about.acquired),
      cost: resolver.values(about.cost), multiple: resolver.values(about.multiple))
  }

  /// Funds with their classes, levels of government, instruments, and the whole scenario, in this order.
  func entities(outputs: OutputSettings, instruments: [InstrumentPlan]) -> [EntityPlan] {
    func isIn(_ list: [EntityClass], _ member: EntityClass) -> Bool { list.isEmpty || list.contains(member) }
    func entity(_ kind: EntityKind, _ member: EntityClass, fund: Int = -1, _ parties: [Int]) -> EntityPlan {
      EntityPlan(
        kind: kind, fund: fund, parties: parties, headline: isIn(outputs.replicateEntities, member),
        periods: isIn(outputs.periodEntities, member))
    }
    var all: [EntityPlan] = []
    for (index, fund) in funds.enumerated() {
      let range = Array(fund.firstParty..<fund.firstParty + fund.partyCount)
      all.append(entity(.fund, .funds, fund: index, range))
      for kind in InvestorClass.allCases {
        let members = range.filter { parties[$0].investorClass == kind }
        if !members.isEmpty { all.append(entity(.investorClass, .classes, fund: index, members)) }
      }
    }
    for level in PublicLevel.allCases {
      let members = parties.indices.filter { parties[$0].investorClass.publicLevel == level }
      let pays = instruments.contains { $0.payer == level || $0.credit?.guarantee?.reGuarantorLevel == level }
      let bears = resolver.scenario.promotion?.regions.contains { $0.value.level == level } ?? false
      guard bears || pays || !members.isEmpty else { continue }
      all.append(entity(.publicMoney, .publicMoney, members))
      all[all.count - 1].level = level
    }
    for instrument in instruments.indices {
      all.append(entity(.instrument, .instruments, []))
      all[all.count - 1].instrument = instrument
    }
    if !resolver.scenario.funds.isEmpty { all.append(entity(.all, .all, [])) }
    return all + promotion(outputs: outputs)
  }

  /// Regions, what is counted apart in them, and units, in the order of their accounts.
  private func promotion(outputs: OutputSettings) -> [EntityPlan] {
    guard let promotion = resolver.scenario.promotion else { return [] }
    func entities(_ kind: EntityKind, _ member: EntityClass, _ count: Int, from first: Int) -> [EntityPlan] {
      (0..<count).map { number in
        EntityPlan(
          kind: kind, account: first + number,
          headline: outputs.replicateEntities.isEmpty || outputs.replicateEntities.contains(member),
          periods: outputs.periodEntities.isEmpty || outputs.periodEntities.contains(member))
      }
    }
    let regions = promotion.regions.count
    let tallies = promotion.tallies.reduce(0) { $0 + max(1, $1.value.regions.count) }
    let units = promotion.units.reduce(0) { $0 + max(1, $1.value.count.value) }
    return entities(.region, .regions, regions, from: 0) + entities(.tally, .tallies, tallies, from: regions)
      + entities(.promotionUnit, .units, units, from: regions + tallies)
  }
}

extension Wants {
  init(_ scenario: Scenario, promotion: PromotionPlan) {
    let outputs = scenario.outputs
    let asked = outputs.replicateMetrics.compactMap { HeadlineMetric(name: $0) }
    let named = asked + asked.flatMap(\.companions)
    let promised = scenario.promisedHeadline
    headline = HeadlineMetric.allCases.filter {
      (named.isEmpty ? $0.isOffered(by: scenario) : named.contains($0)) || promised.contains($0)
    }
    let byQuarter = outputs.periodMetrics.compactMap { PeriodMetric(rawValue: $0) }
    let promisedByQuarter = scenario.promisedByQuarter
    periods = PeriodMetric.allCases.filter {
      (byQuarter.isEmpty ? $0.isOffered(by: scenario) : byQuarter.contains($0)) || promisedByQuarter.contains($0)
    }
    // What nothing in the section on promotion bears on is no column.
    headline.removeAll { $0.pipeline.map { !promotion.offers($0, account: 0) } ?? false }
    periods.removeAll { $0.pipeline.map { !promotion.offers($0, account: 0) } ?? false }
    let headline = headline
    columns = HeadlineMetric.allCases.map { headline.firstIndex(of: $0) ?? -1 }
    let feesOnValue = scenario.funds.contains { fund in fund.value.fees.management.contains { $0.base == .nav } }
    navByQuarter =
      periods.contains(.nav) || periods.contains(.reportedNav) || periods.contains(.debtRatio) || feesOnValue
      || scenario.publicMoney.contains { $0.gate?.onRedLine == true }
      || headline.contains { [.directionScore, .debtRatio, .redLineBreach].contains($0) }
  }
}

extension HeadlineMetric {
  /// Whether a scenario that names no metrics gets this one: all that something in it can have.
  fileprivate func isOffered(by scenario: Scenario) -> Bool {
    if pipeline != nil { return scenario.promotion != nil }
    guard !scenario.funds.isEmpty || kinds.contains(.publicMoney) else { return false }
    return isOfferedByFunds(scenario)
  }

  private func isOfferedByFunds(_ scenario: Scenario) -> Bool {
    switch self {
    case .closedAmount, .closedRatio, .pForms: scenario.funds.contains { $0.value.raising != nil }
    case .directionScore, .directionScoreMost: scenario.funds.contains { $0.value.isEvaluated }
    case .projectsOverTolerance, .overToleranceShare, .toleranceLoss, .toleranceBreach, .tolerancePassedAfter:
      scenario.funds.contains { $0.value.tolerance != nil }
    case .reinvestmentMultiple, .reinvestmentByDeadline, .reinvestmentMet, .reinvestmentReachedAfter:
      scenario.funds.contains { $0.value.reinvestment != nil }
    case .earlyShare, .smallShare, .hardTechShare, .localShare: scenario.funds.contains { $0.value.hasMandate }
    case .creditCost, .creditMost: scenario.funds.contains { $0.value.creditLine != nil }
    case .soldBelowFloor: scenario.funds.contains { $0.value.stateSale != nil }
    case .distributedInKind: scenario.funds.contains { $0.value.inKind != nil }
    case .pPublicExit, .publicExitAfter: scenario.funds.contains { $0.value.publicExit != nil }
    case .callsPostponed, .postponedYears: scenario.publicMoney.contains { $0.gate != nil }
    case .budgetArrears, .budgetDelay, .budgetLapsed: scenario.publicMoney.contains { $0.budget != nil }
    case .debtService, .debtOutstanding, .debtGap, .npvAfterDebt: scenario.publicMoney.contains { $0.bond != nil }
    case .debtRatio, .redLineBreach: scenario.publicMoney.contains { $0.platform != nil }
    case .npvAsGrant: scenario.publicMoney.contains { $0.alternatives.grant != nil }
    case .npvAsSubsidy: scenario.publicMoney.contains { $0.alternatives.subsidy != nil }
    case .npvAsReserve: scenario.publicMoney.contains { $0.alternatives.reserve != nil }
    case .opportunityCost: scenario.publicMoney.contains { !$0.alternatives.isEmpty }
    case .contingentLiability: !scenario.publicMoney.isEmpty
    case let metric where HeadlineMetric.ofInstruments.contains(metric): !scenario.instruments.isEmpty
    case .chainInPlace, .leverageRegion: scenario.promotion?.funding != nil
    case .exitDelayCost, .priceBelowFloor: scenario.publicMoney.contains { $0.exit != nil }
    default: true
    }
  }
}

extension Fund {
  /// Whether a least share is asked of its purchases.
  fileprivate var hasMandate: Bool {
    guard case .companies(let programme) = portfolio else { return false }
    let mandate = programme.mandate
    return [mandate.earlyMinimum, mandate.smallMinimum, mandate.hardTechMinimum, mandate.localMinimum]
      .contains { $0.value.fraction > 0 }
  }
}

extension PeriodMetric {
  /// The same for series.
  fileprivate func isOffered(by scenario: Scenario) -> Bool {
    if pipeline != nil { return scenario.promotion != nil }
    guard !scenario.funds.isEmpty || kinds.contains(.publicMoney) else { return false }
    return switch self {
    case .unfundedCommitment: !scenario.publicMoney.isEmpty
    case .budgetArrears, .budgetAvailable: scenario.publicMoney.contains { $0.budget != nil }
    case .debtService: scenario.publicMoney.contains { $0.bond != nil }
    case .debtRatio: scenario.publicMoney.contains { $0.platform != nil }
    case .earlyShare, .smallShare, .hardTechShare, .localShare: scenario.funds.contains { $0.value.hasMandate }
    default: true
    }
  }
}
