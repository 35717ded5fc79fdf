// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a plan promises: a metric of an entity over a window, on the right side of a threshold.
public struct Target: Hashable, Sendable {
  /// What it is called.
  public var name: BilingualText

  /// The entity as tables name it, or a pattern with `*` for all entities each of which must meet the target.
  public var entity: String

  /// The metric: one by quarter where there is a window, else one of the whole run. A word of the author where nothing
  /// is simulated.
  public var metric: String

  /// The metric that it is divided by, if it is.
  public var over: String?

  /// The entity of the latter, where it is another one.
  public var overEntity: String?

  /// The quarters that count.
  public var window: TargetWindow?

  /// Which side of the threshold is asked for.
  public var inequality: Inequality

  /// In base units (money in yuan); a fraction a window for growth.
  public var threshold: Sourced<Double>

  /// The unit of the threshold.
  public var unit: String

  /// Growth between consecutive windows, where it is growth that is asked for.
  public var growth: TargetGrowth?

  /// What the target can be held against.
  public var basis: TargetBasis

  /// Takes every field.
  public init(
    name: BilingualText, entity: String, metric: String, over: String?, overEntity: String? = nil,
    window: TargetWindow?, inequality: Inequality,
    threshold: Sourced<Double>, unit: String, growth: TargetGrowth?, basis: TargetBasis
  ) {
    self.name = name
    self.entity = entity
    self.metric = metric
    self.over = over
    self.overEntity = overEntity
    self.window = window
    self.inequality = inequality
    self.threshold = threshold
    self.unit = unit
    self.growth = growth
    self.basis = basis
  }
}

/// The quarters that count for a target.
public struct TargetWindow: Hashable, Sendable {
  /// The first; the first of the run where it is not said.
  public var from: Quarter?

  /// The last.
  public var to: Quarter

  /// Takes every field.
  public init(from: Quarter?, to: Quarter) {
    self.from = from
    self.to = to
  }
}

/// Growth from each window to the next, all of the same length.
public struct TargetGrowth: Hashable, Sendable {
  /// The length of a window.
  public var every: Sourced<TimeSpan>

  /// The amount of the window before the first, in the metric's base unit; taken from the run where it is not given and
  /// the run has it.
  public var baseline: Sourced<Double>?

  /// The unit of what grows; empty where nothing tells it.
  public var unit: String

  /// Takes every field.
  public init(every: Sourced<TimeSpan>, baseline: Sourced<Double>?, unit: String) {
    self.every = every
    self.baseline = baseline
    self.unit = unit
  }
}

/// What a target can be held against.
public enum TargetBasis: Hashable, Sendable {
  /// The metric is simulated.
  case simulated
  /// A decision that the scenario itself states: the number at a path of the register, in the target's base unit.
  case decision(path: String, value: Double)
  /// The simulation was set up so as to meet the target.
  case circular(reason: BilingualText)
  /// Nothing that is simulated tells.
  case noData(reason: BilingualText)
}
