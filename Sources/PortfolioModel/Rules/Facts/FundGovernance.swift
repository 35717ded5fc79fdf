// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Facts about a fund that rules of law ask for and no simulation needs.
///
/// A fact that is not given is not known: the rules that read it say so. A list that is given is complete, so an empty
/// list says that there is nothing of the kind.
public struct FundGovernance: Hashable, Sendable {
  /// The day on which the fund was set up; the last day of its first quarter where it is not known.
  public var established: CalendarDate?

  /// Which of the two kinds of fund it is.
  public var kind: FundKind?

  /// The level of the government that set it up.
  public var level: PublicLevel?

  /// What it is for.
  public var purposes: [FundPurpose]?

  /// What was approved, assessed or asked beforehand.
  public var approvals: [FundApproval]?

  /// What its charter provides for.
  public var charter: [CharterProvision]?

  /// What it does beyond equity investment that some rule forbids.
  public var activities: [FundActivity]?

  /// What is promised to other investors.
  public var promises: [FundPromise]?

  /// What it asks of its manager and of companies.
  public var conditions: [FundCondition]?

  /// How contributions were raised where they should not have been.
  public var funding: [FundingPractice]?

  /// The classes of the national catalogue that its sectors belong to.
  public var catalogueClasses: [CatalogueClass]?

  /// Rules of a province that it is subject to.
  public var localRules: [LocalRuleSet]?

  /// Whether the finance bureau takes part in decisions on single projects.
  public var financeBureauDecides: Bool?

  /// Whether its manager was set up for it.
  public var newManager: Bool?

  /// Whether state-owned equity is held directly, not through the fund.
  public var directStateEquity: Bool?

  /// Layers of funds between the government and the companies where some of them are not modelled: 1 for a direct fund,
  /// 2 with sub-funds. Never fewer than the tree of funds has; what the tree shows need not be stated.
  public var layers: Sourced<Int>?

  /// The most layers that can be stated.
  public static let mostLayers = 10

  /// Further layers of asset-management products above the fund.
  public var productLayers: Sourced<Int>?

  /// Senior over junior capital; 0 where all rank alike.
  public var seniorToJunior: Sourced<Double>?

  /// Local investment that is asked for, over the government's contribution.
  public var reinvestmentRatio: Sourced<Double>?

  /// Least share of capital in the fields that were agreed.
  public var agreedFieldsMinimum: Sourced<Share>?

  /// Time from the end of the year to the filing of the evaluation's data.
  public var evaluationFiledAfter: Sourced<TimeSpan>?

  /// Changes of the province's investment list within a year.
  public var listChanges: Sourced<Int>?

  /// What the evaluation of the investment direction asks.
  public var evaluation: DirectionFacts = DirectionFacts()

  /// Takes every field; what is left out is not known.
  public init(
    established: CalendarDate? = nil, kind: FundKind? = nil, level: PublicLevel? = nil,
    purposes: [FundPurpose]? = nil, approvals: [FundApproval]? = nil, charter: [CharterProvision]? = nil,
    activities: [FundActivity]? = nil, promises: [FundPromise]? = nil, conditions: [FundCondition]? = nil,
    funding: [FundingPractice]? = nil, catalogueClasses: [CatalogueClass]? = nil, localRules: [LocalRuleSet]? = nil,
    financeBureauDecides: Bool? = nil, newManager: Bool? = nil, directStateEquity: Bool? = nil,
    layers: Sourced<Int>? = nil, productLayers: Sourced<Int>? = nil, seniorToJunior: Sourced<Double>? = nil,
    reinvestmentRatio: Sourced<Double>? = nil, agreedFieldsMinimum: Sourced<Share>? = nil,
    evaluationFiledAfter: Sourced<TimeSpan>? = nil, listChanges: Sourced<Int>? = nil,
    evaluation: DirectionFacts = DirectionFacts()
  ) {
    self.established = established
    self.kind = kind
    self.level = level
    self.purposes = purposes
    self.approvals = approvals
    self.charter = charter
    self.activities = activities
    self.promises = promises
    self.conditions = conditions
    self.funding = funding
    self.catalogueClasses = catalogueClasses
    self.localRules = localRules
    self.financeBureauDecides = financeBureauDecides
    self.newManager = newManager
    self.directStateEquity = directStateEquity
    self.layers = layers
    self.productLayers = productLayers
    self.seniorToJunior = seniorToJunior
    self.reinvestmentRatio = reinvestmentRatio
    self.agreedFieldsMinimum = agreedFieldsMinimum
    self.evaluationFiledAfter = evaluationFiledAfter
    self.listChanges = listChanges
    self.evaluation = evaluation
  }
}
