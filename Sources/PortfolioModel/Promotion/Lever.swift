// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// An action that changes the pipeline: its effect is relative to its level at calibration.
public struct Lever: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// What it changes.
  public var acts: LeverEffect

  /// How much at level 1: log-odds for odds, a part of the rest.
  public var effect: Sourced<Double>

  /// Levers of one group combine as 1 − Π(1 − e).
  public var group: String

  /// Its level once it has started.
  public var level: Sourced<Double>

  /// Level at which 63 % of what is possible is reached; none for an effect in proportion to the level.
  public var saturation: Sourced<Double>?

  /// The level that the numbers of the scenario were found at.
  public var levelAtCalibration: Sourced<Double>

  /// Its first day; none for always.
  public var starts: CalendarDate?

  /// The day after its last; none where it goes on.
  public var ends: CalendarDate?

  /// Time from start to full level, in a straight line.
  public var ramp: Sourced<TimeSpan>

  /// How many projects it serves at a time; none for all. Only for odds and durations.
  public var slots: Sourced<Int>?

  /// Cost a year at level 1.
  public var cost: Sourced<Money>

  /// Stages that it touches; empty for all.
  public var stages: [String]

  /// Units that it touches; empty for all.
  public var units: [String]

  /// Regions that it touches, with all in them; empty for all.
  public var regions: [String]

  /// Resources whose supply it touches; empty for all. Only for capacity.
  public var resources: [ResourceKind]

  /// Projects that it touches; for the cost index only by sector and region, and none for capacity.
  public var projects: ProjectFilter

  /// Takes every field.
  public init(
    name: BilingualText, acts: LeverEffect, effect: Sourced<Double>, group: String, level: Sourced<Double>,
    saturation: Sourced<Double>?, levelAtCalibration: Sourced<Double>, starts: CalendarDate?, ends: CalendarDate?,
    ramp: Sourced<TimeSpan>, slots: Sourced<Int>?, cost: Sourced<Money>, stages: [String], units: [String],
    regions: [String], resources: [ResourceKind], projects: ProjectFilter
  ) {
    self.name = name
    self.acts = acts
    self.effect = effect
    self.group = group
    self.level = level
    self.saturation = saturation
    self.levelAtCalibration = levelAtCalibration
    self.starts = starts
    self.ends = ends
    self.ramp = ramp
    self.slots = slots
    self.cost = cost
    self.stages = stages
    self.units = units
    self.regions = regions
    self.resources = resources
    self.projects = projects
  }
}

/// What a lever changes.
public enum LeverEffect: String, Hashable, Sendable, CaseIterable {
  /// Leads that units bring from quarter to quarter, not those of events: by a part.
  case rate
  /// Log-odds of stages: by a number.
  case odds
  /// Durations of stages: shorter by a part.
  case duration
  /// Capacity of units, and yearly additions to pools where no unit is named: by a part.
  case capacity
  /// The cost index of regions: lower by a part.
  case cost
  /// Expansions of companies that are here: by a part.
  case expansion
  /// Closures: fewer by a part.
  case closure
}

/// How far all levers together can shift a stage.
public struct LeverBounds: Hashable, Sendable {
  /// Most that log-odds shift either way.
  public var odds: Sourced<Double>

  /// Most that a duration is cut.
  public var duration: Sourced<Share>

  /// Takes every field.
  public init(
    odds: Sourced<Double>, duration: Sourced<Share>
  ) {
    self.odds = odds
    self.duration = duration
  }
}
