// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What units report, and what is found out.
public struct ReportingTerms: Hashable, Sendable {
  /// Reported over true money in place, at least 1.
  public var inflation: Sourced<Double>

  /// Probability that a region's quarter is audited.
  public var audit: Sourced<Share>

  /// Part of the excess that an audit takes away.
  public var correction: Sourced<Share>

  /// Part of true money in place that enters the statistics of fixed investment.
  public var statistical: Sourced<Share>

  /// How much later.
  public var statisticalLag: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    inflation: Sourced<Double>, audit: Sourced<Share>, correction: Sourced<Share>, statistical: Sourced<Share>,
    statisticalLag: Sourced<TimeSpan>
  ) {
    self.inflation = inflation
    self.audit = audit
    self.correction = correction
    self.statistical = statistical
    self.statisticalLag = statisticalLag
  }
}

/// What falling behind a quota does to a unit in the next quarter.
public struct PressureTerms: Hashable, Sendable {
  /// Part by which leads rise for a unit that has nothing of its quota.
  public var effort: Sourced<Double>

  /// What is added to reported over true for it.
  public var inflation: Sourced<Double>

  /// Takes every field.
  public init(
    effort: Sourced<Double>, inflation: Sourced<Double>
  ) {
    self.effort = effort
    self.inflation = inflation
  }
}

/// A line of the promotion budget: when it does not cover what it is for, all of that shrinks alike.
public struct PromotionBudget: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// A year.
  public var amount: Sourced<Money>

  /// Units that it pays.
  public var units: [String]

  /// Events that it pays.
  public var pulses: [String]

  /// Levers that it pays.
  public var levers: [String]

  /// Takes every field.
  public init(
    name: BilingualText, amount: Sourced<Money>, units: [String], pulses: [String], levers: [String]
  ) {
    self.name = name
    self.amount = amount
    self.units = units
    self.pulses = pulses
    self.levers = levers
  }
}

/// Equal projects under way when the grid begins.
public struct OpeningProjects: Hashable, Sendable {
  /// Id of the stage that they are in.
  public var stage: String

  /// How many.
  public var count: Sourced<Int>

  /// Where, or, before a place is chosen, for whom.
  public var region: String

  /// Id of the unit that brought them.
  public var unit: String

  /// Sectors; the shares add up to 1.
  public var sectors: [ProjectShare]

  /// Size classes; the shares add up to 1.
  public var sizes: [ProjectShare]

  /// How long they have been in the stage; each for a random part of twice this time.
  public var age: Sourced<TimeSpan>

  /// Takes every field.
  public init(
    stage: String, count: Sourced<Int>, region: String, unit: String, sectors: [ProjectShare],
    sizes:
      [ProjectShare], age: Sourced<TimeSpan>
  ) {
    self.stage = stage
    self.count = count
    self.region = region
    self.unit = unit
    self.sectors = sectors
    self.sizes = sizes
    self.age = age
  }
}

/// Equal companies that produce when the grid begins.
public struct Incumbents: Hashable, Sendable {
  /// How many.
  public var count: Sourced<Int>

  /// Where.
  public var region: String

  /// Id of the sector.
  public var sector: String

  /// Invested in each.
  public var investment: Sourced<Money>

  /// Takes every field.
  public init(
    count: Sourced<Int>, region: String, sector: String, investment: Sourced<Money>
  ) {
    self.count = count
    self.region = region
    self.sector = sector
    self.investment = investment
  }
}
