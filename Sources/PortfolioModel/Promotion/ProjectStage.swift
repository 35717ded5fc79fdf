// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// One step of the chain: a lead enters it, waits for what it needs, takes its time, and passes or is lost.
public struct ProjectStage: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// What passing it counts as; milestones rise along the chain.
  public var milestone: ProjectMilestone?

  /// Probability of passing where every shift is 0.
  public var odds: Sourced<Share>

  /// What shifts the log-odds.
  public var loadings: StageLoadings

  /// Mean duration.
  public var mean: Sourced<TimeSpan>

  /// Shape of the gamma law of the duration, certain.
  public var shape: Sourced<Double>

  /// Power of investment over 1e8 yuan in the duration; 0 for none.
  public var sizeElasticity: Sourced<Double>

  /// What must be there before it begins.
  public var needs: [StageNeed]

  /// Mean time that a project waits before it leaves; none where it waits forever.
  public var patience: Sourced<TimeSpan>?

  /// A decision that is taken before it begins.
  public var gate: AdmissionGate?

  /// Whether the place is chosen when it is passed; at most one stage does.
  public var choosesPlace: Bool

  /// Share of projects of pulses that stand behind this stage already when they arrive.
  public var showsAtFair: Sourced<Share>

  /// Takes every field.
  public init(
    name: BilingualText, milestone: ProjectMilestone?, odds: Sourced<Share>, loadings: StageLoadings,
    mean:
      Sourced<TimeSpan>, shape: Sourced<Double>, sizeElasticity: Sourced<Double>, needs: [StageNeed],
    patience:
      Sourced<TimeSpan>?, gate: AdmissionGate?, choosesPlace: Bool, showsAtFair: Sourced<Share>
  ) {
    self.name = name
    self.milestone = milestone
    self.odds = odds
    self.loadings = loadings
    self.mean = mean
    self.shape = shape
    self.sizeElasticity = sizeElasticity
    self.needs = needs
    self.patience = patience
    self.gate = gate
    self.choosesPlace = choosesPlace
    self.showsAtFair = showsAtFair
  }
}

/// What shifts the log-odds of a stage.
public struct StageLoadings: Hashable, Sendable {
  /// By a standard deviation of the project's quality.
  public var quality: Sourced<Double>

  /// By the credibility index of its place, less 1: broken promises shift downwards.
  public var credibility: Sourced<Double>

  /// By the factor of its sector.
  public var factor: Sourced<Double>

  /// By the support promised, in parts of its investment.
  public var support: Sourced<Double>

  /// By the skill of its unit.
  public var skill: Sourced<Double>

  /// By the natural logarithm of investment over 1e8 yuan.
  public var size: Sourced<Double>

  /// Takes every field.
  public init(
    quality: Sourced<Double>, credibility: Sourced<Double>, factor: Sourced<Double>, support: Sourced<Double>,
    skill: Sourced<Double>, size: Sourced<Double>
  ) {
    self.quality = quality
    self.credibility = credibility
    self.factor = factor
    self.support = support
    self.skill = skill
    self.size = size
  }
}

/// Something that a stage needs.
public struct StageNeed: Hashable, Sendable {
  /// What.
  public var resource: ResourceKind

  /// Until when it is held.
  public var keep: NeedKeeping

  /// Takes every field.
  public init(
    resource: ResourceKind, keep: NeedKeeping
  ) {
    self.resource = resource
    self.keep = keep
  }
}

/// How long a project holds what a stage took.
public enum NeedKeeping: String, Hashable, Sendable, CaseIterable {
  /// Until the stage ends.
  case stage
  /// Until the project is lost or closes.
  case life
}

/// What projects need.
public enum ResourceKind: String, Hashable, Sendable, CaseIterable {
  /// A place among the simultaneous negotiations of the unit.
  case negotiators
  /// A place in a pool of leaders' time or of a project team.
  case attention
  /// Cleared land, mu.
  case land
  /// Quota of the land-use plan, mu.
  case landQuota = "land_quota"
  /// Standard factory, square metres.
  case factory
  /// Energy quota, tonnes of coal equivalent a year.
  case energy
  /// Emission quota, tonnes a year.
  case emissions
}

/// A decision that is taken at fixed times, by a score against a threshold.
public struct AdmissionGate: Hashable, Sendable {
  /// Time from one meeting to the next; 0 where it is taken at once.
  public var every: Sourced<TimeSpan>

  /// Least investment of projects that come before it; smaller ones pass.
  public var from: Sourced<Money>

  /// Score below which a project is turned away, in standard deviations of quality.
  public var threshold: Sourced<Double>

  /// Squared correlation of the score with quality.
  public var accuracy: Sourced<Share>

  /// Cost of a case.
  public var cost: Sourced<Money>

  /// Takes every field.
  public init(
    every: Sourced<TimeSpan>, from: Sourced<Money>, threshold: Sourced<Double>, accuracy: Sourced<Share>,
    cost:
      Sourced<Money>
  ) {
    self.every = every
    self.from = from
    self.threshold = threshold
    self.accuracy = accuracy
    self.cost = cost
  }
}
