// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a metric is called, measured in and means.
public struct MetricDefinition: Hashable, Sendable {
  /// The unit as printed; `1` for a pure ratio.
  public var unit: String
  /// The label of the metric.
  public var label: BilingualText
  /// How it is computed.
  public var definition: BilingualText
  /// Which way is better.
  public var direction: Direction

  /// A definition.
  public init(_ unit: String, _ direction: Direction, _ label: BilingualText, _ definition: BilingualText) {
    self.unit = unit
    self.direction = direction
    self.label = label
    self.definition = definition
  }

  /// Which way a metric is better; decides the probability of one design being better than another.
  public enum Direction: String, Hashable, Sendable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
  }
}

/// A kind of entity that metrics describe.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  /// A fund, all investors together.
  case fund
  /// One class of investors of a fund.
  case investorClass = "class"
  /// The public account of one level of government.
  case publicMoney = "public"
  /// A region of the promotion of capital.
  case region
  /// Projects of a kind that are counted apart in a region.
  case tally
  /// A promotion unit.
  case promotionUnit = "promotion_unit"
  /// The whole scenario.
  case all
}
