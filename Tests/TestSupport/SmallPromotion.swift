// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
public import Quantities
public import Simulation

/// A small promotion of capital for tests that change one thing at a time: a city with two counties, one sector, one unit
/// that brings 400 leads a year of 1 亿元, and a chain of four stages that loses nothing, takes no time and needs nothing.
public enum SmallPromotion {
  /// A number.
  public static func number(_ value: Double) -> Sourced<Double> { Sourced(value) }
  /// A count.
  public static func count(_ value: Int) -> Sourced<Int> { Sourced(value) }
  /// A part of a whole.
  public static func share(_ value: Double) -> Sourced<Share> { Sourced((try? Share(value)) ?? .none) }
  /// A yearly rate.
  public static func rate(_ value: Double) -> Sourced<AnnualRate> {
    Sourced((try? AnnualRate(perYear: value)) ?? .zero)
  }
  /// A time in years.
  public static func years(_ value: Double) -> Sourced<TimeSpan> { Sourced((try? TimeSpan(years: value)) ?? .zero) }
  /// An amount of yuan.
  public static func yuan(_ value: Double) -> Sourced<Money> { Sourced(Money(nearestYuan: value)) }
  /// A day.
  public static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(iso: text) else { preconditionFailure("\(text) is no day") }
    return day
  }
  private static func name(_ text: String) -> BilingualText { BilingualText(text, text) }

  /// Everything.
  public static let all = ProjectFilter(
    from: nil, below: nil, sectors: [], origins: [], flags: [], units: [], regions: [], expansions: nil)

  /// The loadings of a stage that nothing shifts.
  public static let unshifted = StageLoadings(
    quality: number(0), credibility: number(0), factor: number(0), support: number(0), skill: number(0),
    size: number(0))

  /// A stage that everybody passes at once.
  public static func stage(_ id: String, _ milestone: ProjectMilestone?) -> Identified<ProjectStage> {
    Identified(
      id: id,
      value: ProjectStage(
        name: name(id), milestone: milestone, odds: share(1), loadings: unshifted, mean: years(0), shape: number(2),
        sizeElasticity: number(0), needs: [], patience: nil, gate: nil, choosesPlace: false, showsAtFair: share(0)))
  }

  /// A region.
  public static func region(_ id: String, in parent: String?) -> Identified<PromotionRegion> {
    Identified(
      id: id,
      value: PromotionRegion(
        name: name(id), parent: parent, fit: [], costIndex: number(1), credibility: share(1), supportBudget: nil,
        arrears: yuan(0), taxShare: share(1), netsRelocations: false))
  }

  /// A unit that brings leads of the one sector and size.
  public static func unit(_ id: String, home: String, leads: Double) -> Identified<PromotionUnit> {
    Identified(
      id: id,
      value: PromotionUnit(
        name: name(id), kind: .bureau, home: home, count: count(1), leads: number(leads), trend: rate(0), season: [],
        factor: number(0), sectors: [ProjectShare(id: "goods", share: share(1))],
        sizes: [ProjectShare(id: "one", share: share(1))],
        origins: [OriginShare(origin: .province, share: share(1))], flags: [], worthless: share(0),
        duplicates: share(0), capacity: nil, skill: number(0), cost: yuan(0), starts: nil, ends: nil, commission: nil,
        quotas: [], definition: all))
  }

  /// A sector with round numbers: a mu for 100 万元, output of the whole investment, a tenth of it taxes.
  public static func sector(_ id: String) -> Identified<ProjectSector> {
    Identified(
      id: id,
      value: ProjectSector(
        name: name(id), factor: nil, flags: [], isOpen: true, investmentPerMu: yuan(1e6),
        investmentPerSquareMetre: yuan(1e4), factoryShare: share(0), energyPerHundredMillion: number(10),
        emissionsPerHundredMillion: number(1), outputRatio: number(1), taxRatio: share(0.1),
        jobsPerHundredMillion: number(100)))
  }

  /// A class of one investment.
  public static func size(_ id: String, from: Double, upTo: Double) -> Identified<SizeClass> {
    Identified(
      id: id,
      value: SizeClass(
        name: name(id), from: yuan(from), upTo: yuan(upTo), law: .pareto(exponent: number(1))))
  }

  /// A lever that touches everything.
  public static func lever(_ id: String, _ acts: LeverEffect, _ effect: Double) -> Identified<Lever> {
    Identified(
      id: id,
      value: Lever(
        name: name(id), acts: acts, effect: number(effect), group: id, level: number(1), saturation: nil,
        levelAtCalibration: number(0), starts: nil, ends: nil, ramp: years(0), slots: nil, cost: yuan(0), stages: [],
        units: [], regions: [], resources: [], projects: all))
  }

  /// A pool that everybody may use.
  public static func pool(_ id: String, _ resource: ResourceKind, in region: String, _ amount: Double)
    -> Identified<ResourcePool>
  {
    Identified(
      id: id,
      value: ResourcePool(
        name: name(id), resource: resource, region: region, opening: number(amount), perYear: number(0),
        additions: [], recovery: share(1), recoveryDelay: years(0), queue: .firstCome, projects: all, price: yuan(0),
        cost: yuan(0), occupied: number(0)))
  }

  /// The section.
  public static var section: Promotion {
    Promotion(
      regions: [region("city", in: nil), region("east", in: "city"), region("west", in: "city")],
      sectors: [sector("goods")], sizes: [size("one", from: 1e8, upTo: 1.01e8)], paces: [],
      stages: [
        stage("talks", .negotiated), stage("signing", .signed), stage("building", .completed),
        stage("production", .producing),
      ],
      money: ProjectMoney(
        registeredShare: share(0), curve: BetaLaw(alpha: number(2), beta: number(2)), foreignCashShare: share(0)),
      operation: OperationTerms(
        ramp: years(0), realised: share(1), localTax: share(0.5), closure: rate(0), quality: number(0),
        rescue: share(0), rescueCost: share(0), expansion: rate(0), expansionSize: share(0.5), expansionUnit: nil,
        referrals: number(0)),
      units: [unit("bureau", home: "city", leads: 400)], pulses: [], routes: [], transfers: [], pools: [], levers: [],
      bounds: LeverBounds(odds: number(1), duration: share(0.5)), place: nil, rivals: [], offers: [],
      commitments: nil, stall: nil, followers: [], credits: [], tallies: [], reporting: nil, pressure: nil,
      budgets: [], openingProjects: [], incumbents: [])
  }

  /// A scenario of it without funds, 2025 to 2027.
  public static func scenario(_ change: (inout Promotion) -> Void = { _ in }) throws -> Scenario {
    var (scenario, _) = try ScenarioWorkshop.read(
      SmallFund.text(law: SmallFund.fixed(1, years: 1)), ["time.length=3 years"])
    scenario.funds = []
    scenario.candidateStreams = []
    scenario.companyLaws = []
    var section = section
    change(&section)
    scenario.promotion = section
    return scenario
  }

  /// The scenario, resolved.
  public static func design(_ change: (inout Promotion) -> Void = { _ in }) throws -> ResolvedDesign {
    try ResolvedDesign(scenario(change), register: [])
  }
}

extension SmallPromotion {
  /// The section with talks and a signing at odds of 30 %, after which half a year passes, and with what funds do for it.
  ///
  /// - Parameter funding: The share of projects that seek equity, what support adds to their log-odds, and the probability
  ///   that a company from elsewhere brings a project; no funds where there is none.
  /// - Returns: The section.
  public static func funded(_ funding: (seeking: Double, odds: Double, landing: Double)?) -> Promotion {
    var section = section
    section.stages[id: "talks"].mean = years(0.5)
    section.stages[id: "signing"].odds = share(0.3)
    section.stages[id: "signing"].mean = years(0.3)
    section.funding = funding.map {
      ProjectFunding(
        stage: "talks", projects: all, seeking: share($0.seeking), stream: "any", round: share(0.2),
        odds: number($0.odds), duration: share(0.2), landing: share($0.landing), within: years(0.25), unit: "bureau")
    }
    return section
  }
}

extension [Identified<ProjectStage>] {
  /// A stage by its id.
  public subscript(id id: String) -> ProjectStage {
    get { self[place(id)].value }
    set { self[place(id)].value = newValue }
  }

  private func place(_ id: String) -> Int {
    guard let place = firstIndex(where: { $0.id == id }) else { preconditionFailure("no stage \(id)") }
    return place
  }
}
