// SPDX-License-Identifier: GPL-3.0-or-later

/// Capital promotion of a region: who brings leads, how a lead becomes an operating project, and what limits it.
/// Collections are sorted by id, except stages, which stand in the order of the chain, and routes, transfers and
/// credits, whose ids decide which comes first.
public struct Promotion: Hashable, Sendable {
  /// The tree of regions; exactly one has no parent, and projects land in those that are no parent.
  public var regions: [Identified<PromotionRegion>]

  /// Sectors of projects.
  public var sectors: [Identified<ProjectSector>]

  /// Classes of planned investment.
  public var sizes: [Identified<SizeClass>]

  /// How fast projects go once they are signed: the shares add up to 1.
  public var paces: [Identified<ProjectPace>]

  /// The chain from a lead to full production, first stage first.
  public var stages: [Identified<ProjectStage>]

  /// How money comes into place.
  public var money: ProjectMoney

  /// What a project gives once it produces.
  public var operation: OperationTerms

  /// Who brings leads.
  public var units: [Identified<PromotionUnit>]

  /// Events on the calendar that bring leads.
  public var pulses: [Identified<LeadPulse>]

  /// Who takes a lead over when it arrives; the first rule that fits a lead holds.
  public var routes: [Identified<RoutingRule>]

  /// Who takes over a lead that does not move; the first rule that fits holds.
  public var transfers: [Identified<TransferRule>]

  /// Land, quotas, factories and attention that projects need.
  public var pools: [Identified<ResourcePool>]

  /// Services, talent, data, policies and the like.
  public var levers: [Identified<Lever>]

  /// How far levers can shift a stage.
  public var bounds: LeverBounds

  /// How a lead chooses a place; without it every place of its unit is equally likely and no rival takes it.
  public var place: PlaceChoice?

  /// Places outside of the tree that compete for leads.
  public var rivals: [Identified<RivalPlace>]

  /// Support that is promised to projects.
  public var offers: [Identified<SupportOffer>]

  /// How promises are kept; without it every promise is kept when it is due.
  public var commitments: CommitmentTerms?

  /// How projects stop moving after they are signed.
  public var stall: StallTerms?

  /// Who follows a chain leader that landed.
  public var followers: [Identified<FollowerRule>]

  /// Whom a project counts for besides the unit that brought it.
  public var credits: [Identified<CreditRule>]

  /// Projects of a kind that are counted apart.
  public var tallies: [Identified<ProjectTally>]

  /// What is reported, against what is true.
  public var reporting: ReportingTerms?

  /// What falling behind a quota does.
  public var pressure: PressureTerms?

  /// How projects and funds meet; none where they do not.
  public var funding: ProjectFunding?

  /// Lines of the promotion budget.
  public var budgets: [Identified<PromotionBudget>]

  /// Projects under way when the grid begins.
  public var openingProjects: [Identified<OpeningProjects>]

  /// Companies that produce when the grid begins.
  public var incumbents: [Identified<Incumbents>]

  /// Takes every field.
  public init(
    regions: [Identified<PromotionRegion>], sectors: [Identified<ProjectSector>], sizes: [Identified<SizeClass>],
    paces: [Identified<ProjectPace>], stages: [Identified<ProjectStage>], money: ProjectMoney,
    operation:
      OperationTerms, units: [Identified<PromotionUnit>], pulses: [Identified<LeadPulse>],
    routes:
      [Identified<RoutingRule>], transfers: [Identified<TransferRule>], pools: [Identified<ResourcePool>],
    levers:
      [Identified<Lever>], bounds: LeverBounds, place: PlaceChoice?, rivals: [Identified<RivalPlace>],
    offers:
      [Identified<SupportOffer>], commitments: CommitmentTerms?, stall: StallTerms?,
    followers:
      [Identified<FollowerRule>], credits: [Identified<CreditRule>], tallies: [Identified<ProjectTally>],
    reporting:
      ReportingTerms?, pressure: PressureTerms?, budgets: [Identified<PromotionBudget>],
    openingProjects:
      [Identified<OpeningProjects>], incumbents: [Identified<Incumbents>], funding: ProjectFunding? = nil
  ) {
    self.regions = regions
    self.sectors = sectors
    self.sizes = sizes
    self.paces = paces
    self.stages = stages
    self.money = money
    self.operation = operation
    self.units = units
    self.pulses = pulses
    self.routes = routes
    self.transfers = transfers
    self.pools = pools
    self.levers = levers
    self.bounds = bounds
    self.place = place
    self.rivals = rivals
    self.offers = offers
    self.commitments = commitments
    self.stall = stall
    self.followers = followers
    self.credits = credits
    self.tallies = tallies
    self.reporting = reporting
    self.pressure = pressure
    self.budgets = budgets
    self.funding = funding
    self.openingProjects = openingProjects
    self.incumbents = incumbents
  }
}
