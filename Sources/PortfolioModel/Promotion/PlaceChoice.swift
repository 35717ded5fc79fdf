// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How a lead compares places: a logit over the places of its unit, other places of the tree and rivals.
public struct PlaceChoice: Hashable, Sendable {
  /// Weight of a place's fit for the sector.
  public var fit: Sourced<Double>

  /// Weight of its cost index above 1, which counts against it.
  public var cost: Sourced<Double>

  /// Weight of the support promised, in parts of investment.
  public var support: Sourced<Double>

  /// Weight of its credibility index.
  public var credibility: Sourced<Double>

  /// Share of leads that all places of the tree may bid for, not only those of the unit's home.
  public var contested: Sourced<Share>

  /// Share of leads that rivals may take.
  public var rivalled: Sourced<Share>

  /// Takes every field.
  public init(
    fit: Sourced<Double>, cost: Sourced<Double>, support: Sourced<Double>, credibility: Sourced<Double>,
    contested:
      Sourced<Share>, rivalled: Sourced<Share>
  ) {
    self.fit = fit
    self.cost = cost
    self.support = support
    self.credibility = credibility
    self.contested = contested
    self.rivalled = rivalled
  }
}

/// A place outside of the tree.
public struct RivalPlace: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Its utility besides what follows; the logarithm of how many places like the average it stands for.
  public var attraction: Sourced<Double>

  /// What it offers each sector.
  public var fit: [ProjectWeight]

  /// Its cost index.
  public var costIndex: Sourced<Double>

  /// Support that it promises, in parts of investment.
  public var support: Sourced<Share>

  /// Its credibility index.
  public var credibility: Sourced<Share>

  /// Takes every field.
  public init(
    name: BilingualText, attraction: Sourced<Double>, fit: [ProjectWeight], costIndex: Sourced<Double>,
    support:
      Sourced<Share>, credibility: Sourced<Share>
  ) {
    self.name = name
    self.attraction = attraction
    self.fit = fit
    self.costIndex = costIndex
    self.support = support
    self.credibility = credibility
  }
}

/// Support that is promised to projects when they are signed.
public struct SupportOffer: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Its legal basis.
  public var basis: BilingualText

  /// First day on which it may be promised.
  public var from: CalendarDate?

  /// The day from which it may not be promised any more; what was promised stays due.
  public var until: CalendarDate?

  /// Regions that promise it, with all in them; empty for all.
  public var regions: [String]

  /// Projects that it is promised to.
  public var projects: ProjectFilter

  /// Promised, of planned investment.
  public var share: Sourced<Share>

  /// The milestone from which it is due.
  public var after: ProjectMilestone

  /// Time over which it falls due, in equal parts a quarter.
  public var years: Sourced<TimeSpan>

  /// Part of it that is lost for a year of late start.
  public var latePenalty: Sourced<AnnualRate>

  /// Time from signing to start that is not late.
  public var startWithin: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    name: BilingualText, basis: BilingualText, from: CalendarDate?, until: CalendarDate?, regions: [String],
    projects: ProjectFilter, share: Sourced<Share>, after: ProjectMilestone, years: Sourced<TimeSpan>,
    latePenalty:
      Sourced<AnnualRate>, startWithin: Sourced<TimeSpan>
  ) {
    self.name = name
    self.basis = basis
    self.from = from
    self.until = until
    self.regions = regions
    self.projects = projects
    self.share = share
    self.after = after
    self.years = years
    self.latePenalty = latePenalty
    self.startWithin = startWithin
  }
}

/// How promises are kept.
public struct CommitmentTerms: Hashable, Sendable {
  /// Most that is paid of what is due in a quarter, whatever the budget.
  public var kept: Sourced<Share>

  /// Part by which the index moves towards the share kept in a quarter.
  public var memory: Sourced<Share>

  /// Takes every field.
  public init(
    kept: Sourced<Share>, memory: Sourced<Share>
  ) {
    self.kept = kept
    self.memory = memory
  }
}

/// How projects stop moving between signing and production.
public struct StallTerms: Hashable, Sendable {
  /// Yearly hazard of coming to a halt.
  public var hazard: Sourced<AnnualRate>

  /// Factor on the log hazard by a standard deviation of quality.
  public var quality: Sourced<Double>

  /// Yearly hazard of moving on.
  public var revival: Sourced<AnnualRate>

  /// Time of standing still after which it is ended and what it held is recovered; none where it may stand forever.
  public var stopAfter: Sourced<TimeSpan>?

  /// Part of the money in place that is lost then.
  public var writeOff: Sourced<Share>

  /// Takes every field.
  public init(
    hazard: Sourced<AnnualRate>, quality: Sourced<Double>, revival: Sourced<AnnualRate>,
    stopAfter:
      Sourced<TimeSpan>?, writeOff: Sourced<Share>
  ) {
    self.hazard = hazard
    self.quality = quality
    self.revival = revival
    self.stopAfter = stopAfter
    self.writeOff = writeOff
  }
}

/// What projects give once they produce.
public struct OperationTerms: Hashable, Sendable {
  /// Time from the start of production to full output, in a straight line.
  public var ramp: Sourced<TimeSpan>

  /// Realised of promised output and jobs.
  public var realised: Sourced<Share>

  /// Part of taxes that stays with the local levels.
  public var localTax: Sourced<Share>

  /// Yearly hazard of closing.
  public var closure: Sourced<AnnualRate>

  /// Loading of the log hazard of closing on quality: better ones close less.
  public var quality: Sourced<Double>

  /// Share of closures that are averted.
  public var rescue: Sourced<Share>

  /// What a rescue costs, in parts of investment.
  public var rescueCost: Sourced<Share>

  /// Yearly hazard of an expansion project.
  public var expansion: Sourced<AnnualRate>

  /// Its investment, in parts of the company's.
  public var expansionSize: Sourced<Share>

  /// Id of the unit that looks after it; expansions do not happen without one.
  public var expansionUnit: String?

  /// Leads a year that a satisfied company brings to the same unit.
  public var referrals: Sourced<Double>

  /// Takes every field.
  public init(
    ramp: Sourced<TimeSpan>, realised: Sourced<Share>, localTax: Sourced<Share>, closure: Sourced<AnnualRate>,
    quality: Sourced<Double>, rescue: Sourced<Share>, rescueCost: Sourced<Share>, expansion: Sourced<AnnualRate>,
    expansionSize: Sourced<Share>, expansionUnit: String?, referrals: Sourced<Double>
  ) {
    self.ramp = ramp
    self.realised = realised
    self.localTax = localTax
    self.closure = closure
    self.quality = quality
    self.rescue = rescue
    self.rescueCost = rescueCost
    self.expansion = expansion
    self.expansionSize = expansionSize
    self.expansionUnit = expansionUnit
    self.referrals = referrals
  }
}
