// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// An event on the calendar that brings leads at once.
public struct LeadPulse: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the unit whose leads they are.
  public var unit: String

  /// Its day, or the first of them.
  public var date: CalendarDate

  /// Time from one to the next; none for a single one.
  public var every: Sourced<TimeSpan>?

  /// How many there are; none for as many as the grid holds.
  public var count: Sourced<Int>?

  /// Mean number of leads that each brings.
  public var leads: Sourced<Double>

  /// Growth of that number a year.
  public var growth: Sourced<AnnualRate>

  /// Cost of each.
  public var cost: Sourced<Money>

  /// Takes every field.
  public init(
    name: BilingualText, unit: String, date: CalendarDate, every: Sourced<TimeSpan>?, count: Sourced<Int>?,
    leads:
      Sourced<Double>, growth: Sourced<AnnualRate>, cost: Sourced<Money>
  ) {
    self.name = name
    self.unit = unit
    self.date = date
    self.every = every
    self.count = count
    self.leads = leads
    self.growth = growth
    self.cost = cost
  }
}

/// Who takes over a lead when it arrives.
public struct RoutingRule: Hashable, Sendable {
  /// Leads that it concerns.
  public var leads: ProjectFilter

  /// Id of the unit that takes over.
  public var unit: String

  /// Share of such leads that are handed over.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(
    leads: ProjectFilter, unit: String, share: Sourced<Share>
  ) {
    self.leads = leads
    self.unit = unit
    self.share = share
  }
}

/// The right of the first talk and its end: a lead that does not move goes to another unit.
public struct TransferRule: Hashable, Sendable {
  /// Leads that it concerns.
  public var leads: ProjectFilter

  /// Time from the arrival after which it may be transferred.
  public var lock: Sourced<TimeSpan>

  /// The milestone that it has not reached then.
  public var before: ProjectMilestone

  /// Id of the unit that takes over.
  public var unit: String

  /// Probability that the transfer comes about.
  public var chance: Sourced<Share>

  /// Part of the local taxes of the project that goes to the home of the unit that brought it.
  public var benefit: Sourced<Share>

  /// How long after the start of production.
  public var years: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    leads: ProjectFilter, lock: Sourced<TimeSpan>, before: ProjectMilestone, unit: String, chance: Sourced<Share>,
    benefit: Sourced<Share>, years: Sourced<TimeSpan>
  ) {
    self.leads = leads
    self.lock = lock
    self.before = before
    self.unit = unit
    self.chance = chance
    self.benefit = benefit
    self.years = years
  }
}

/// A unit that a project counts for although another brought it.
public struct CreditRule: Hashable, Sendable {
  /// Id of the unit.
  public var unit: String

  /// Projects that it concerns.
  public var projects: ProjectFilter

  /// Whether only projects that land in the unit's home count.
  public var atHome: Bool

  /// Share of such projects that the unit had a part in.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(
    unit: String, projects: ProjectFilter, atHome: Bool, share: Sourced<Share>
  ) {
    self.unit = unit
    self.projects = projects
    self.atHome = atHome
    self.share = share
  }
}

/// Projects of a kind that are counted apart, as an entity `REGION/TALLY` of its own.
public struct ProjectTally: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Regions for which it is counted; empty for the root alone.
  public var regions: [String]

  /// Projects that it counts.
  public var projects: ProjectFilter

  /// Takes every field.
  public init(
    name: BilingualText, regions: [String], projects: ProjectFilter
  ) {
    self.name = name
    self.regions = regions
    self.projects = projects
  }
}

/// Who follows a chain leader.
public struct FollowerRule: Hashable, Sendable {
  /// Projects that are followed.
  public var leaders: ProjectFilter

  /// The milestone of the leader at which it begins.
  public var after: ProjectMilestone

  /// Mean number of followers of a leader.
  public var mean: Sourced<Double>

  /// Time over which they come.
  public var window: Sourced<TimeSpan>

  /// Id of the unit whose leads they are.
  public var unit: String

  /// Whether they are of the leader's sector; else of the unit's mix.
  public var sameSector: Bool

  /// Takes every field.
  public init(
    leaders: ProjectFilter, after: ProjectMilestone, mean: Sourced<Double>, window: Sourced<TimeSpan>, unit: String,
    sameSector: Bool
  ) {
    self.leaders = leaders
    self.after = after
    self.mean = mean
    self.window = window
    self.unit = unit
    self.sameSector = sameSector
  }
}

/// What is there of a resource in a region; a project takes from the nearest pool of its region or those above.
public struct ResourcePool: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// What it is.
  public var resource: ResourceKind

  /// Id of the region.
  public var region: String

  /// What is free when the grid begins.
  public var opening: Sourced<Double>

  /// What is added a year, in equal parts at the beginning of quarters.
  public var perYear: Sourced<Double>

  /// What is added once.
  public var additions: [PoolAddition]

  /// Part of what a project held that comes back when it is lost or closes.
  public var recovery: Sourced<Share>

  /// How long that takes.
  public var recoveryDelay: Sourced<TimeSpan>

  /// Who comes first.
  public var queue: QueueRule

  /// Projects that may use it; others need nothing of it.
  public var projects: ProjectFilter

  /// What a project pays for a unit when it takes it.
  public var price: Sourced<Money>

  /// What adding a unit costs.
  public var cost: Sourced<Money>

  /// What others held when the grid began, which counts as occupied throughout.
  public var occupied: Sourced<Double>

  /// Takes every field.
  public init(
    name: BilingualText, resource: ResourceKind, region: String, opening: Sourced<Double>, perYear: Sourced<Double>,
    additions: [PoolAddition], recovery: Sourced<Share>, recoveryDelay: Sourced<TimeSpan>, queue: QueueRule,
    projects: ProjectFilter, price: Sourced<Money>, cost: Sourced<Money>, occupied: Sourced<Double>
  ) {
    self.name = name
    self.resource = resource
    self.region = region
    self.opening = opening
    self.perYear = perYear
    self.additions = additions
    self.recovery = recovery
    self.recoveryDelay = recoveryDelay
    self.queue = queue
    self.projects = projects
    self.price = price
    self.cost = cost
    self.occupied = occupied
  }
}

/// What is added to a pool once.
public struct PoolAddition: Hashable, Sendable {
  /// When.
  public var date: CalendarDate

  /// How much.
  public var amount: Sourced<Double>

  /// Probability that it comes, such as that of a bid upward.
  public var chance: Sourced<Share>

  /// Takes every field.
  public init(
    date: CalendarDate, amount: Sourced<Double>, chance: Sourced<Share>
  ) {
    self.date = date
    self.amount = amount
    self.chance = chance
  }
}

/// Who is served first.
public enum QueueRule: String, Hashable, Sendable, CaseIterable {
  /// Who has waited longest.
  case firstCome = "first_come"
  /// The largest investment.
  case largest
  /// The most investment for a unit of what is needed.
  case intensity
  /// Who needs least.
  case smallest
}
