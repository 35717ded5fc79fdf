// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Measures
import PortfolioModel
import Quantities
import Simulation

@testable import Reporting

/// A small scenario with two funds and a design without one of them, and its run.
enum Sample {
  static let replicates = 200

  /// The base design and the one without the second fund; run once for all tests.
  static var outcomes: [DesignOutcome] { get async throws { try await running.value } }

  /// The experiment, resolved once.
  static var experiment: Experiment { get async throws { try await resolving.value } }

  private static let resolving = Task { try Experiment(try scenario(), register: []) }

  private static let running = Task { try await experiment.run(width: 1) }

  /// The run with all that its folder is written from.
  static func contents(warnings: [BilingualText] = []) async throws -> RunContents {
    try contents(of: try await outcomes, warnings: warnings)
  }

  /// The same without its designs: a small folder.
  static func brief() throws -> RunContents { try contents(of: [], warnings: []) }

  private static func contents(of outcomes: [DesignOutcome], warnings: [BilingualText]) throws -> RunContents {
    RunContents(
      scenario: BilingualText("Two funds, \"small\"", "两只基金"), outcomes: outcomes, register: register,
      inputs: [
        InputCopy(path: "two/scenario.yaml", bytes: Array("guidefund: 1\n".utf8)),
        InputCopy(path: "base/data/a.csv", bytes: Array("x\n1\n".utf8)),
      ],
      request: RunRequest(
        entry: "two/scenario.yaml", sets: ["funds.city.fees.rate=1 %"], seed: .max, replicates: replicates,
        precision: Precision(entity: "city", metric: .tvpi, standardError: 0.5)),
      time: try scenario().time, riskLevels: [0.05], warnings: warnings,
      version: ProgramVersion(program: "0.1.0", results: 1, build: "0.1.0+test"),
      environment: environment)
  }

  static let environment = RunEnvironment(
    configuration: "debug", compiler: "6.3.1", gsl: "2.7.1", threads: 1, started: "2025-01-01T00:00:00+08:00",
    seconds: 1.5, machine: "x86_64", paths: ["/tmp/a"])

  static let register = [
    Parameter(
      path: "funds.city.hurdle", text: "8 %", unit: "1/year", source: "yj78", grade: .verified, isDefault: false,
      labelEnglish: "Hurdle, \"simple\"", labelChinese: "门槛收益率", uncertainty: nil),
    Parameter(
      path: "economy.growth", text: "6 %", unit: "1/year", source: "", grade: .prior, isDefault: true,
      labelEnglish: "Growth", labelChinese: "增长率", uncertainty: nil),
    Parameter(
      path: "funds.city.mode", text: "as_needed", unit: "", source: "", grade: nil, isDefault: false,
      labelEnglish: "Calls", labelChinese: "缴款方式", uncertainty: nil),
  ]

  static func scenario() throws -> Scenario {
    let outputs = OutputSettings(
      replicateEntities: [], replicateMetrics: [], periodEntities: [.funds], periodMetrics: ["net_cash_flow"],
      riskLevels: [])
    return Scenario(
      name: BilingualText("Two funds", "两只基金"), summary: none, time: TimeGrid(start: start, quarters: 48),
      run: RunSettings(seed: 1, replicates: replicates, uncertainty: false, correlations: []), economy: try economy(),
      companyLaws: [Identified(id: "law", value: .staged(try law()))],
      candidateStreams: [Identified(id: "any", value: try stream())], companies: [],
      funds: [
        Identified(id: "city", value: try fund(yuan: 1e9, publicShare: 0.4)),
        Identified(id: "seed_fund", value: try fund(yuan: 2e8, publicShare: 0.5)),
      ],
      derivedPlans: [Identified(id: "without_seed", value: DerivedPlan(without: ["seed_fund"]))], outputs: outputs)
  }

  static let start = Quarter(index: 2025 * 4)
  private static let none = BilingualText("", "")
}

/// Its parts.
extension Sample {
  private static func share(_ fraction: Double) throws -> Sourced<Share> { Sourced(try Share(fraction)) }

  private static func rate(_ perYear: Double) throws -> Sourced<AnnualRate> {
    Sourced(try AnnualRate(perYear: perYear))
  }

  private static func span(_ years: Double) throws -> Sourced<TimeSpan> { Sourced(try TimeSpan(years: years)) }

  private static func money(_ yuan: Double) -> Sourced<Money> { Sourced(Money(nearestYuan: yuan)) }

  private static func logNormal(_ median: Double, _ sigma: Double) -> LogNormalLaw {
    LogNormalLaw(median: Sourced(median), sigma: Sourced(sigma))
  }

  private static func economy() throws -> Economy {
    let sector = Sector(
      name: none, factorWeight: try share(1), persistence: Sourced(0.9), growth: try rate(0.06),
      volatility: try rate(0.25))
    let flat = YearlyPath(years: [], rates: [])
    return Economy(
      commonFactor: CommonFactor(persistence: Sourced(0.9)), sectors: [Identified(id: "all", value: sector)],
      sectorCorrelations: nil,
      listedIndex: ListedIndex(growth: try rate(0.06), volatility: try rate(0.2), factorWeight: try share(0.5)),
      listingWindow: nil, lendingRate: .constant(try rate(0.03)), discountRate: try rate(0.02), growth: flat,
      inflation: flat)
  }

  private static func stage(
    _ stage: CompanyStage, _ shares: [Double], stepUp: LogNormalLaw?, listing: LogNormalLaw?
  ) throws -> StageLaw {
    StageLaw(
      stage: stage, sojournMean: try span(1.75), sojournShape: Sourced(2),
      outcomes: StageOutcomes(
        failed: try share(shares[0]), stalled: try share(0), boughtBack: try share(shares[1]),
        transferred: try share(0), acquired: try share(shares[2]), graduates: try share(shares[3]),
        listed: try share(shares[4])),
      stepUp: stepUp, dilution: try share(stepUp == nil ? 0 : 0.2), acquisition: logNormal(1.2, 0.7), listing: listing,
      entryDilution: try share(0.2))
  }

  private static func law() throws -> StagedLaw {
    StagedLaw(
      stages: [
        try stage(.seed, [0.36, 0.04, 0.04, 0.56, 0], stepUp: logNormal(2, 0.5), listing: nil),
        try stage(.a, [0.2, 0.1, 0.2, 0, 0.5], stepUp: nil, listing: logNormal(2.2, 0.7)),
      ],
      factorLoading: try share(0.15), qualityLoading: try share(0), marketBeta: Sourced(1), market: .total,
      maxMultiple: Sourced(1e9), failureRecovery: BetaLaw(alpha: Sourced(1), beta: Sourced(9)),
      buyBack: BuyBackLaw(
        rate: try rate(0.08), recoveryProbability: try share(0.5), recoveryLoading: try share(0), delay: try span(1)),
      transfer: logNormal(1, 0.3), listing: ListingLaw(lockUp: try span(1), saleQuarters: Sourced(4)),
      liquidationPreference: Sourced(0), stalled: nil,
      hardTech: HardTechLaw(sojournFactor: Sourced(1), earlyFailureFactor: Sourced(1), sigmaFactor: Sourced(1)))
  }

  private static func stream() throws -> CandidateStream {
    CandidateStream(
      name: none, law: "law", arrivals: .unlimited,
      stageMix: [StageShare(stage: .seed, share: try share(0.7)), StageShare(stage: .a, share: try share(0.3))],
      sectorMix: [SectorShare(sector: "all", share: try share(1))], localShare: try share(0),
      hardTechShare: try share(0),
      rounds: [
        RoundLaw(stage: .seed, size: money(2e7), sigma: Sourced(0)),
        RoundLaw(stage: .a, size: money(2e7), sigma: Sourced(0)),
      ], deadweight: try share(0))
  }

  private static func programme(ticket: Double) throws -> InvestmentProgramme {
    InvestmentProgramme(
      period: try span(5), streams: ["any"], ticketsPerYear: [Sourced(8)],
      tickets: [
        TicketPlan(stage: .seed, ticket: money(ticket), planned: nil),
        TicketPlan(stage: .a, ticket: money(ticket), planned: nil),
      ],
      mandate: Mandate(
        sectors: [], earlyMinimum: try share(0), smallMinimum: try share(0), smallValuationLimit: money(5e8),
        hardTechMinimum: try share(0), localMinimum: try share(0)),
      concentrationLimit: try share(1), followOn: nil, redemption: nil, named: [], openingHoldings: [])
  }

  private static func fund(yuan: Double, publicShare: Double) throws -> Fund {
    Fund(
      name: none, starts: start,
      investors: [
        Identified(
          id: "treasury",
          value: Investor(
            investorClass: .cityFiscal, commitment: money(yuan * publicShare), sourceOfFunds: .generalBudget)),
        Identified(
          id: "social",
          value: Investor(
            investorClass: .socialCapital, commitment: money(yuan * (1 - publicShare)), sourceOfFunds: .ownFunds)),
      ],
      calls: CapitalCalls(method: .asNeeded, offset: .gross, first: try share(0.3), instalment: try share(0.3)),
      portfolio: .companies(try programme(ticket: yuan / 50)),
      fees: Fees(
        management: [ManagementFeePhase(until: try span(10), base: .committed, rate: try rate(0.02))],
        setUp: money(0), custody: try rate(0), fixedPerYear: money(0)),
      waterfall: WaterfallClause(
        kind: .european, hurdle: HurdleClause(rate: try rate(0.08), compounding: .quarterly), catchUp: try share(1),
        carry: try share(0.2)),
      life: FundLife(
        term: try span(11), extensionLength: try span(0), extensionCount: Sourced(0), extensionThreshold: try share(1),
        rest: .sale, saleDiscount: try share(0.3)),
      manager: Manager(name: none, skill: Sourced(0)),
      valuation: ReportedValuation(
        lag: Sourced(0), smoothing: try share(0), staleAfter: try span(100), staleHaircut: try share(0)),
      idleCashSpread: try rate(-0.5), opening: nil)
  }
}
