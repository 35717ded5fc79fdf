// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import NumericalCore
public import PortfolioModel
public import Quantities

/// A design ready to run: its plan at base values and its uncertain numbers.
public struct ResolvedDesign: Sendable {
  /// What the design is called among others; empty for the base design of a run.
  public let name: String
  /// The scenario that it came from.
  public let scenario: Scenario
  let without: Set<String>
  /// The plan at base values.
  public private(set) var plan: Plan
  private(set) var uncertain: UncertainNumbers
  /// Whether nothing but what became of the targets is recorded.
  private(set) var isForTargets = false
  /// Factor on all lead rates.
  private var leadFactor = 1.0

  /// Resolves a scenario.
  ///
  /// - Parameters:
  ///   - scenario: The design.
  ///   - register: Its parameters, by the places that its numbers name.
  ///   - name: What the design is called among others.
  ///   - without: Ids of funds that are left out.
  /// - Throws: A failure of a table or a factorisation, with the routine.
  public init(
    _ scenario: Scenario, register: [Parameter], name: String = "", without: Set<String> = []
  ) throws(NumericalFailure) {
    try self.init(scenario, register: register, name: name, without: without, expected: nil)
  }

  /// The same, where it may be known what the investors of each fund can expect.
  private init(
    _ scenario: Scenario, register: [Parameter], name: String, without: Set<String>, expected: [Double]?
  ) throws(NumericalFailure) {
    self.name = name
    self.scenario = scenario
    let left = scenario.funds.leftOut(with: without)
    self.without = left
    let uninformed = try Plan(scenario, without: left)
    plan = expected.map(uninformed.expecting) ?? ReturnPilot.informed(uninformed)
    uncertain = try UncertainNumbers(scenario, register: register)
  }

  /// The base design of a scenario and the plans derived from it, which run on the same random numbers.
  public static func all(
    _ scenario: Scenario, register: [Parameter]
  ) throws(NumericalFailure) -> [ResolvedDesign] {
    var designs = [try ResolvedDesign(scenario, register: register)]
    // What instruments pay to companies does not come back to those who invest in funds, unless it keeps one alive.
    let harmless = Set(scenario.instruments.filter { $0.value.rescue == nil }.map { "instruments/\($0.id)" })
    for derived in scenario.derivedPlans + ResolvedDesign.withoutTerms(scenario)
      + ResolvedDesign.withoutInstruments(scenario)
    {
      let without = Set(derived.value.without)
      let expected = without.isSubset(of: harmless) ? designs[0].plan.funds.map(\.raising.expected) : nil
      designs.append(
        try ResolvedDesign(
          scenario, register: register, name: derived.id, without: without, expected: expected))
    }
    return designs
  }

  /// One plan a concession or priced clause, without it: what it costs and what it brings is the difference to the
  /// base design.
  static func withoutTerms(_ scenario: Scenario) -> [Identified<DerivedPlan>] {
    scenario.funds.flatMap { fund in
      (fund.value.concessions.map(\.id) + fund.value.clauses).map {
        Identified(id: "without_\(fund.id)_\($0)", value: DerivedPlan(without: ["\(fund.id)/\($0)"]))
      }
    }
  }

  /// One plan an instrument, without it: likewise.
  static func withoutInstruments(_ scenario: Scenario) -> [Identified<DerivedPlan>] {
    scenario.instruments.map {
      Identified(id: "without_\($0.id)", value: DerivedPlan(without: ["instruments/\($0.id)"]))
    }
  }

  /// The plan on one replicate: the base plan, unless some numbers are uncertain.
  func plan(_ random: RandomNumbers) throws(NumericalFailure) -> Plan {
    var drawn = try Plan(scenario, without: without, values: uncertain.values(random), base: plan)
    if isForTargets { drawn.recordTargetsAlone() }
    if leadFactor != 1 { drawn.promotion.scaleLeads(by: leadFactor) }
    return drawn
  }

  /// Whether any number is drawn anew on every replicate.
  public var drawsNumbers: Bool { !uncertain.isEmpty }

  /// Whether it promotes the capital of another design of the same scenario, as far as the funds of both do the same.
  func hasPromotion(of other: ResolvedDesign) -> Bool {
    !plan.promotion.isEmpty && leadFactor == other.leadFactor && drawsNumbers == other.drawsNumbers
      && scenario == other.scenario
  }

  /// The same design with all numbers at their base values, of which nothing but the targets is recorded.
  public var targetsAtBase: ResolvedDesign {
    var design = targets(leadFactor: 1)
    design.uncertain = UncertainNumbers()
    return design
  }

  /// The same design with all lead rates, those of events included, times a factor, of which nothing but the targets is
  /// recorded.
  public func targets(leadFactor: Double) -> ResolvedDesign {
    var design = self
    design.isForTargets = true
    design.plan.recordTargetsAlone()
    design.leadFactor = leadFactor
    if leadFactor != 1 { design.plan.promotion.scaleLeads(by: leadFactor) }
    return design
  }

  /// What the pilot found for each fund that raises capital.
  public var expectedReturns: [ExpectedReturn] {
    let names = labels.funds
    return plan.funds.indices.filter { plan.funds[$0].raising.isUncertain }.map {
      ExpectedReturn(
        fund: names[$0], expected: plan.funds[$0].raising.expected, required: plan.funds[$0].raising.required)
    }
  }

  /// Every headline column: the name of its entity and its metric.
  public var headlineColumns: [(entity: String, metric: HeadlineMetric)] {
    let names = labels.entities
    return plan.entities.indices.filter { plan.entities[$0].headline }.flatMap { entity in
      plan.wants.headline.filter { $0.kinds.contains(plan.entities[entity].kind) }.map { (names[entity], $0) }
    }
  }

  /// Names of its entities and accounts.
  var labels: PlanLabels {
    PlanLabels(scenario, plan: plan, without: without, prefix: name.isEmpty ? "" : "\(name):")
  }
}
