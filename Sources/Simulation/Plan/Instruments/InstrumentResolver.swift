// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// Resolves instruments into numbers.
struct InstrumentResolver {
  let resolver: PlanResolver
  /// Positions of the funds that the plan has.
  let funds: [String: Int]

  private var values: ParameterValues { resolver.values }

  func plan(_ instrument: Identified<Instrument>) -> InstrumentPlan {
    let about = instrument.value
    let start = resolver.scenario.time.start.index
    let first = about.first.map { max(0, $0.index - start) } ?? 0
    let last = about.last.map { $0.index - start } ?? resolver.scenario.time.quarters - 1
    return InstrumentPlan(
      entity: EntityAddress.root.child(EntityKindCode.instrument, instrument.id), payer: about.payer,
      isOfBudget: SourceOfFunds.budgets.contains(about.sourceOfFunds),
      isFromDebt: about.sourceOfFunds == .soeDebt, window: first..<max(first, last + 1), pool: pool(about.pool),
      ceiling: about.ceiling.map { values($0) } ?? .max, grant: about.grant.map(grant),
      credit: about.credit.map(credit), contribution: about.contribution.map(contribution),
      rescue: about.rescue.map(rescue))
  }

  private func pool(_ pool: InstrumentPool) -> InstrumentPoolPlan {
    func flags(_ positions: [Int], of count: Int) -> [Bool] {
      positions.isEmpty ? [] : (0..<count).map(positions.contains)
    }
    let stages = pool.stages.compactMap { CompanyStage.allCases.firstIndex(of: $0) }
    return InstrumentPoolPlan(
      funds: (0..<funds.count).map { fund in pool.funds.contains { funds[$0] == fund } }, isByFund: !pool.funds.isEmpty,
      streams: flags(pool.streams.map { resolver.streamIndex.index(of: $0) }, of: resolver.streamIndex.count),
      stages: flags(stages, of: Plan.stageKinds),
      sectors: flags(pool.sectors.map { resolver.sectorIndex.index(of: $0) }, of: resolver.sectorIndex.count),
      onlyLocal: pool.onlyLocal, onlyHardTech: pool.onlyHardTech, share: values(pool.share),
      failedBelow: values(pool.failedBelow))
  }

  private func size(_ size: InstrumentSize) -> SizePlan {
    switch size {
    case .fixed(let amount): .fixed(Double(values(amount)))
    case .ofTicket(let times, let most): .ofTicket(values(times), most: most.map { Double(values($0)) } ?? .infinity)
    case .ofGrant(let times): .ofGrant(values(times))
    }
  }

  private func grant(_ about: GrantTerms) -> GrantPlan {
    var plan = GrantPlan(size: size(about.size))
    guard let conversion = about.conversion else { return plan }
    plan.milestone = CompanyStage.allCases.firstIndex(of: conversion.milestone) ?? 0
    plan.discount = values(conversion.discount)
    plan.mostStake = values(conversion.mostStake)
    plan.repaid = values(conversion.repaid)
    return plan
  }

  private func credit(_ about: CreditTerms) -> LoanPlan {
    let term = max(1, values.quarters(about.term))
    var plan = LoanPlan(
      isPublic: about.lender == .payer, size: size(about.size), spread: values(about.spread), term: term,
      grace: min(term - 1, values.quarters(about.grace)), defaultsWhenStalled: about.defaultsWhenStalled,
      recovery: values(about.recovery), recoveryDelay: values.quarters(about.recoveryDelay))
    if let subsidy = about.subsidy {
      plan.hasSubsidy = true
      plan.subsidyCut = values(subsidy.cut)
      plan.subsidyQuarters = values.quarters(subsidy.lasts)
      plan.subsidyMost = subsidy.most.map { values($0) } ?? .max
    }
    if let warrant = about.warrant {
      plan.hasWarrant = true
      plan.warrantCoverage = values(warrant.coverage)
      plan.warrantStrike = 1 + values(warrant.premium)
    }
    plan.guarantee = about.guarantee.map(guarantee)
    return plan
  }

  private func guarantee(_ about: GuaranteeTerms) -> GuaranteePlan {
    GuaranteePlan(
      institution: values(about.institution), reGuarantor: values(about.reGuarantor),
      reGuarantorLevel: about.reGuarantorLevel, fee: values(about.fee), reFee: values(about.reFee),
      cap: values(about.cap),
      limit: about.capital.map { Double(values($0)) * values(about.leverage) } ?? .infinity)
  }

  private func contribution(_ about: ContributionTerms) -> ContributionPlan {
    var plan = ContributionPlan(size: size(about.size))
    switch about.use {
    case .shares(let worth, let returned):
      plan.worth = values(worth)
      plan.returned = values(returned)
    case .rentRelief(let rent, let lasts):
      plan.isLet = true
      plan.rent = values(rent)
      plan.relief = values.quarters(lasts)
    }
    return plan
  }

  private func rescue(_ about: RescueTerms) -> RescuePlan {
    RescuePlan(
      onFailure: about.triggers.contains(.failed), onStall: about.triggers.contains(.stalled),
      revives: values(about.revives), price: values(about.price), sold: values(about.sold),
      debtCut: values(about.debtCut), extends: values.quarters(about.extends), cost: values(about.cost))
  }
}

extension MemberResolver {
  /// The instruments that are not left out, with the accounts of their payers among the sources.
  mutating func instruments(without: Set<String>) -> [InstrumentPlan] {
    let present = resolver.scenario.funds.filter { !without.contains($0.id) }
    let resolver = InstrumentResolver(
      resolver: self.resolver, funds: Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1.id, $0) }))
    return self.resolver.scenario.instruments(without: without).map { instrument in
      var plan = resolver.plan(instrument)
      plan.accounts.payer = account(of: instrument.value.payer, instrument.value.sourceOfFunds)
      if let guarantee = plan.credit?.guarantee {
        plan.accounts.reGuarantor = account(of: guarantee.reGuarantorLevel, .generalBudget)
      }
      return plan
    }
  }

  private mutating func account(of level: PublicLevel, _ budget: SourceOfFunds) -> Int {
    let source = FundingSource(level: level, source: budget)
    if let known = sources.firstIndex(of: source) { return known }
    sources.append(source)
    return sources.count - 1
  }
}

extension Scenario {
  /// The instruments that a derived plan has.
  func instruments(without: Set<String>) -> [Identified<Instrument>] {
    instruments.filter { !without.contains("instruments/\($0.id)") }
  }
}
