// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Who brings leads: a bureau, a squad, an agent, an event, a company.
public struct PromotionUnit: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// What it is.
  public var kind: PromotionUnitKind

  /// Id of the region that it works for.
  public var home: String

  /// How many equal units there are; each has leads, capacity, cost and quotas of its own.
  public var count: Sourced<Int>

  /// Leads a year of one unit when the grid begins.
  public var leads: Sourced<Double>

  /// Growth of leads a year.
  public var trend: Sourced<AnnualRate>

  /// Weight of the four quarters of a calendar year, which add up to 4; empty for an even year.
  public var season: [Sourced<Double>]

  /// Loading of log leads on the common factor, which leaves their mean as it is.
  public var factor: Sourced<Double>

  /// Sectors of its leads; the shares add up to 1.
  public var sectors: [ProjectShare]

  /// Size classes of its leads; the shares add up to 1.
  public var sizes: [ProjectShare]

  /// Origins of its leads; the shares add up to 1.
  public var origins: [OriginShare]

  /// Share of its leads that bear a word such as `top_500`; each is drawn on its own.
  public var flags: [ProjectShare]

  /// Share of its leads that come to nothing: they take time in talks and never sign.
  public var worthless: Sourced<Share>

  /// Share of its leads that another unit follows too: they take time in talks and count for nobody.
  public var duplicates: Sourced<Share>

  /// Simultaneous negotiations; none for as many as come.
  public var capacity: Sourced<Int>?

  /// Its skill in talks, 0 for the average unit.
  public var skill: Sourced<Double>

  /// Cost a year of one unit.
  public var cost: Sourced<Money>

  /// Its first day; none for the first day of the grid.
  public var starts: CalendarDate?

  /// The day after its last; none where it goes on.
  public var ends: CalendarDate?

  /// What it gets for a project.
  public var commission: Commission?

  /// What it is to bring.
  public var quotas: [UnitQuota]

  /// What counts for it.
  public var definition: ProjectFilter

  /// Takes every field.
  public init(
    name: BilingualText, kind: PromotionUnitKind, home: String, count: Sourced<Int>, leads: Sourced<Double>,
    trend:
      Sourced<AnnualRate>, season: [Sourced<Double>], factor: Sourced<Double>, sectors: [ProjectShare],
    sizes:
      [ProjectShare], origins: [OriginShare], flags: [ProjectShare], worthless: Sourced<Share>,
    duplicates:
      Sourced<Share>, capacity: Sourced<Int>?, skill: Sourced<Double>, cost: Sourced<Money>, starts: CalendarDate?,
    ends: CalendarDate?, commission: Commission?, quotas: [UnitQuota], definition: ProjectFilter
  ) {
    self.name = name
    self.kind = kind
    self.home = home
    self.count = count
    self.leads = leads
    self.trend = trend
    self.season = season
    self.factor = factor
    self.sectors = sectors
    self.sizes = sizes
    self.origins = origins
    self.flags = flags
    self.worthless = worthless
    self.duplicates = duplicates
    self.capacity = capacity
    self.skill = skill
    self.cost = cost
    self.starts = starts
    self.ends = ends
    self.commission = commission
    self.quotas = quotas
    self.definition = definition
  }
}

/// What a unit is.
public enum PromotionUnitKind: String, Hashable, Sendable, CaseIterable {
  /// The bureau in charge of promotion.
  case bureau
  /// A department in charge of a sector.
  case department
  /// A county or a park.
  case county
  /// A state-owned enterprise.
  case platform
  /// A liaison office.
  case liaison
  /// A squad that travels.
  case squad
  /// An agent under contract.
  case agent
  /// A chamber or association.
  case chamber
  /// Events.
  case event
  /// Companies that are here.
  case incumbent
  /// A partner of an enclave.
  case enclave
  /// Managers of funds.
  case fund
  /// Publicity and data.
  case media
  /// An office or partner abroad.
  case overseas
}

/// Share of an origin.
public struct OriginShare: Hashable, Sendable {
  /// The origin.
  public var origin: LeadOrigin

  /// Its share.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(
    origin: LeadOrigin, share: Sourced<Share>
  ) {
    self.origin = origin
    self.share = share
  }
}

/// A fee that depends on success.
public struct Commission: Hashable, Sendable {
  /// Of money in place.
  public var rate: Sourced<Share>

  /// Most for one project.
  public var most: Sourced<Money>

  /// Least investment of a project that earns it.
  public var threshold: Sourced<Money>

  /// Time after the signing in which money counts.
  public var window: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    rate: Sourced<Share>, most: Sourced<Money>, threshold: Sourced<Money>, window: Sourced<TimeSpan>
  ) {
    self.rate = rate
    self.most = most
    self.threshold = threshold
    self.window = window
  }
}

/// What a unit is to bring in a calendar year.
public struct UnitQuota: Hashable, Sendable {
  /// What counts.
  public var milestone: ProjectMilestone

  /// How many projects that fit the unit's definition.
  public var perYear: Sourced<Double>

  /// Takes every field.
  public init(
    milestone: ProjectMilestone, perYear: Sourced<Double>
  ) {
    self.milestone = milestone
    self.perYear = perYear
  }
}

/// Which projects are meant; an empty list means all.
public struct ProjectFilter: Hashable, Sendable {
  /// Least investment.
  public var from: Sourced<Money>?

  /// Investment that is too much.
  public var below: Sourced<Money>?

  /// Sectors.
  public var sectors: [String]

  /// Origins.
  public var origins: [LeadOrigin]

  /// Words of which a project bears at least one.
  public var flags: [String]

  /// Units that brought it.
  public var units: [String]

  /// Regions that it lands in.
  public var regions: [String]

  /// Only expansions of what is here, or none of them; all if left out.
  public var expansions: Bool?

  /// Takes every field.
  public init(
    from: Sourced<Money>?, below: Sourced<Money>?, sectors: [String], origins: [LeadOrigin], flags: [String],
    units:
      [String], regions: [String], expansions: Bool?
  ) {
    self.from = from
    self.below = below
    self.sectors = sectors
    self.origins = origins
    self.flags = flags
    self.units = units
    self.regions = regions
    self.expansions = expansions
  }

  /// Whether everything passes.
  public var isEmpty: Bool {
    from == nil && below == nil && sectors.isEmpty && origins.isEmpty && flags.isEmpty && units.isEmpty
      && regions.isEmpty && expansions == nil
  }

  /// The same projects wherever they land.
  public var anywhere: ProjectFilter {
    var filter = self
    filter.regions = []
    return filter
  }
}
