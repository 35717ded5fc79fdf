// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How the work of entities is scored and ranked: a sheet of indicators with points.
public struct Assessment: Hashable, Sendable {
  /// Who is assessed: names of entities as tables state them, or patterns with `*`.
  public var entities: [String]

  /// How often.
  public var periods: [AssessmentPeriod]

  /// What earns points, by id.
  public var indicators: [Identified<AssessmentIndicator>]

  /// What adds points or takes them away, by id.
  public var adjustments: [Identified<AssessmentAdjustment>]

  /// Takes every field.
  public init(
    entities: [String], periods: [AssessmentPeriod], indicators: [Identified<AssessmentIndicator>],
    adjustments: [Identified<AssessmentAdjustment>]
  ) {
    self.entities = entities
    self.periods = periods
    self.indicators = indicators
    self.adjustments = adjustments
  }
}

/// How often a sheet is filled in.
public enum AssessmentPeriod: String, Hashable, Sendable, CaseIterable {
  /// At the end of every quarter.
  case quarter
  /// At the end of every calendar year.
  case year
}

/// Since when amounts count for an indicator.
public enum AssessmentSpan: String, Hashable, Sendable, CaseIterable {
  /// Those of the period itself.
  case period
  /// Since the beginning of the calendar year.
  case yearToDate = "year_to_date"
  /// Since the beginning of the run.
  case toDate = "to_date"
}

/// A metric by quarter, or the ratio of two.
public struct AssessmentMetric: Hashable, Sendable {
  /// The metric by quarter.
  public var metric: String

  /// The metric of the same entity that it is divided by, if it is.
  public var over: String?

  /// Since when amounts count.
  public var span: AssessmentSpan

  /// Takes every field.
  public init(metric: String, over: String?, span: AssessmentSpan) {
    self.metric = metric
    self.over = over
    self.span = span
  }
}

/// What earns points.
public struct AssessmentIndicator: Hashable, Sendable {
  /// What it is called.
  public var name: BilingualText

  /// What is looked at.
  public var measure: AssessmentMetric

  /// The points for full marks.
  public var weight: Sourced<Double>

  /// The value that earns full marks, in base units; where it is not given, the best of all earns them and the others
  /// in proportion.
  public var fullMarks: Sourced<Double>?

  /// The values that earn full marks for entities with a quota of their own, by name.
  public var quotas: [String: Double]

  /// The most that can be earned, over full marks.
  public var most: Sourced<Double>

  /// Takes every field.
  public init(
    name: BilingualText, measure: AssessmentMetric, weight: Sourced<Double>, fullMarks: Sourced<Double>?,
    quotas: [String: Double], most: Sourced<Double>
  ) {
    self.name = name
    self.measure = measure
    self.weight = weight
    self.fullMarks = fullMarks
    self.quotas = quotas
    self.most = most
  }
}

/// What adds points or takes them away.
public struct AssessmentAdjustment: Hashable, Sendable {
  /// What it is called.
  public var name: BilingualText

  /// What is looked at.
  public var measure: AssessmentMetric

  /// Points for each `per`; negative for a deduction.
  public var points: Sourced<Double>

  /// The amount that the points are for, in base units.
  public var per: Sourced<Double>

  /// The most points that are added or taken away.
  public var most: Sourced<Double>

  /// Takes every field.
  public init(
    name: BilingualText, measure: AssessmentMetric, points: Sourced<Double>, per: Sourced<Double>, most: Sourced<Double>
  ) {
    self.name = name
    self.measure = measure
    self.points = points
    self.per = per
    self.most = most
  }
}
