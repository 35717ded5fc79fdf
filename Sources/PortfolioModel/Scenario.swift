// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A design of funds in an economy, validated and ready to be resolved into a plan: what is simulated, for how long,
/// and what is reported. Collections are sorted by id, so that the order of a file changes nothing.
public struct Scenario: Hashable, Sendable {
  /// What the scenario is called.
  public var name: BilingualText

  /// One or two sentences on what it is for.
  public var summary: BilingualText

  /// The quarters that are simulated.
  public var time: TimeGrid

  /// Seed, number of replicates, treatment of uncertain numbers.
  public var run: RunSettings

  /// What all companies and funds share.
  public var economy: Economy

  /// How companies fare, by id.
  public var companyLaws: [Identified<CompanyLaw>]

  /// Where investment opportunities come from, by id.
  public var candidateStreams: [Identified<CandidateStream>]

  /// Companies that the scenario names one by one.
  public var companies: [Identified<NamedCompany>]

  /// The funds of the design.
  public var funds: [Identified<Fund>]

  /// How levels of government stand behind their contributions, in the order of the levels.
  public var publicMoney: [PublicFinances]

  /// Public support of companies beside the funds, by id.
  public var instruments: [Identified<Instrument>]
  /// The promotion of capital: leads and what becomes of them; none where the scenario has funds only.
  public var promotion: Promotion?

  /// The same scenario with something taken out, run on the same random numbers.
  public var derivedPlans: [Identified<DerivedPlan>]

  /// Which entities and metrics are written.
  public var outputs: OutputSettings

  /// Facts about governments that rules of law ask for.
  public var compliance: ComplianceFacts

  /// What the plan promises, by id.
  public var targets: [Identified<Target>]

  /// How the work of entities is scored and ranked, if it is.
  public var assessment: Assessment?

  /// Takes every field.
  public init(
    name: BilingualText, summary: BilingualText, time: TimeGrid, run: RunSettings, economy: Economy,
    companyLaws: [Identified<CompanyLaw>], candidateStreams: [Identified<CandidateStream>],
    companies: [Identified<NamedCompany>], funds: [Identified<Fund>], derivedPlans: [Identified<DerivedPlan>],
    outputs: OutputSettings, compliance: ComplianceFacts = ComplianceFacts(), publicMoney: [PublicFinances] = [],
    instruments: [Identified<Instrument>] = [], promotion: Promotion? = nil, targets: [Identified<Target>] = [],
    assessment: Assessment? = nil
  ) {
    self.name = name
    self.summary = summary
    self.time = time
    self.run = run
    self.economy = economy
    self.companyLaws = companyLaws
    self.candidateStreams = candidateStreams
    self.companies = companies
    self.funds = funds
    self.derivedPlans = derivedPlans
    self.outputs = outputs
    self.compliance = compliance
    self.publicMoney = publicMoney
    self.instruments = instruments
    self.targets = targets
    self.assessment = assessment
    self.promotion = promotion
  }
}
